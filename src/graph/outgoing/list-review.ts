import { fillWords, type Uuid, type Words } from '../../base/index.ts'
import type { Figure } from '../figures/index.ts'
import type { DefinitionFile, ListCell, ListRow } from '../lists/index.ts'
import {
  HIDDEN_REASONS,
  HIDDEN_WHAT,
  HIDDEN_WHY,
  type HiddenReason,
  NOT_PUBLISHED,
  type PublicationReview,
} from '../publication/index.ts'
import type {
  FigureGround,
  HiddenLine,
  OutgoingCell,
  OutgoingGround,
  OutgoingRow,
} from './model.ts'
import { COLUMN_WORDS, FROM_FILE } from './words.ts'

/** What the review of a list looks at. */
export interface ListToReview {
  readonly file: Pick<DefinitionFile, 'columns'>
  /** The rows that are in the list, in its order. */
  readonly rows: readonly ListRow[]
  readonly grounds: ReadonlyMap<string, FigureGround>
  readonly review: PublicationReview
}

export interface ReviewedList {
  readonly rows: readonly OutgoingRow[]
  readonly hidden: readonly HiddenLine[]
}

/**
 * Takes out of a list what its readers may not have, and says what it took.
 *
 * A row goes when its name may not be told, and when a needed condition looked at what has a closer
 * label: that it is there would tell the rest. A cell loses the figures that rest on what is
 * guarded or that name it. Of what stays, words of a source that name it are replaced.
 */
export function reviewRows(list: ListToReview): ReviewedList {
  const tally = new Tally()
  const rows = list.rows.flatMap((row) => {
    const reason = againstRow(row, list)
    if (reason === null) return [outgoingRow(row, list, tally)]
    tally.hide(reason, 'rows', { name: row.content.name.text, column: null })
    return []
  })
  return { rows, hidden: tally.lines() }
}

/** So many places are told; the counts tell the rest. */
const WHERE_MAX = 50

type Counted = 'rows' | 'cells' | 'quotes'

class Tally {
  readonly #lines = new Map<
    HiddenReason,
    Record<Counted, number> & { where: { name: string; column: Words | null }[] }
  >()

  hide(reason: HiddenReason, what: Counted, at: { name: string; column: Words | null }): void {
    const line = this.#lines.get(reason) ?? { rows: 0, cells: 0, quotes: 0, where: [] }
    line[what] += 1
    if (what !== 'quotes' && line.where.length < WHERE_MAX) line.where.push(at)
    this.#lines.set(reason, line)
  }

  lines(): HiddenLine[] {
    return HIDDEN_REASONS.flatMap((reason) => {
      const line = this.#lines.get(reason)
      return line === undefined
        ? []
        : [{ reason, what: HIDDEN_WHAT[reason], why: HIDDEN_WHY[reason], ...line }]
    })
  }
}

/** A figure without a ground that was found rests on something that nobody could look at. */
function againstFigure({ id, text }: Figure, { grounds, review }: ListToReview) {
  const ground = grounds.get(id)
  if (ground === undefined) return 'label'
  const { claim, level } = ground
  return (
    (claim === null ? review.againstLevel(level) : review.againstGround(claim)) ??
    review.againstText(text)
  )
}

function againstRow(row: ListRow, list: ListToReview): HiddenReason | null {
  const { thing, content, curation } = row
  const { review } = list
  const named =
    review.againstThing({ id: thing, kind: content.kind }) ?? againstFigure(content.name, list)
  if (named !== null) return named
  const decisive = content.conditions
    .filter(({ needed }) => needed && content.entered === 'rule')
    .flatMap(({ actual }) => actual.map(({ id }) => id))
  const ids: string[] = curation === null ? decisive : [...decisive, claimFigure(curation.claim)]
  return ids.some((id) => isCloser(id, list)) ? 'label' : null
}

const claimFigure = (claim: Uuid): string => `c.${claim}`

function isCloser(id: string, { grounds, review }: ListToReview): boolean {
  const ground = grounds.get(id)
  return ground === undefined || review.againstLevel(ground.level) !== null
}

function outgoingRow(row: ListRow, list: ListToReview, tally: Tally): OutgoingRow {
  const { thing, content, synthetic, fallen } = row
  const { columns } = list.file
  const shown = (cell: ListCell, column: Words): OutgoingCell => {
    const kept = outgoingCell(cell, list)
    if (kept.hidden !== null) tally.hide(kept.hidden, 'cells', { name: content.name.text, column })
    return kept
  }
  const cells = columns.map(({ id, words }) => {
    const cell = content.cells.find(({ column }) => column === id) ?? emptyCell(id)
    return shown(cell, words)
  })
  const office = shown(officeCell(content.office), COLUMN_WORDS.office)
  const told: readonly [Words, readonly Figure[]][] = [
    [COLUMN_WORDS.name, [content.name]],
    ...columns.map(({ words }, at): [Words, readonly Figure[]] => [
      words,
      cells[at]?.figures ?? [],
    ]),
    [COLUMN_WORDS.office, office.figures],
  ]
  const grounds = told.flatMap(([column, figures]) =>
    figures.flatMap((figure) => groundOf(figure, column, content.name.text, list, tally)),
  )
  const named = namedGround(row, list, tally)
  const holding = content.conditions.filter(({ outcome }) => outcome === 'holds')
  const open = holding.filter(({ actual }) => actual.every((each) => !isHidden(each, list)))
  const kept = [
    ...told.slice(1).flatMap(([, figures]) => figures),
    ...open.flatMap(({ actual }) => actual),
  ]
  return {
    ...{ thing, name: content.name, cells, office, grounds: [...grounds, ...named] },
    reasons: [...named.map(({ quote }) => wordsOf(quote)), ...open.map(({ words }) => words)],
    basis: newest(kept.map(({ id }) => list.grounds.get(id)?.datedOn ?? null)),
    byHand: content.entered === 'person',
    named: content.pack !== undefined,
    stale: kept.some(({ stale }) => stale),
    ...{ synthetic, fallen: fallen > 0 },
  }
}

const emptyCell = (column: string): ListCell => ({ column, figures: [], codes: [], words: null })
const officeCell = (office: Figure | null): ListCell => ({
  ...emptyCell('office'),
  figures: office === null ? [] : [office],
})

const isHidden = (figure: Figure, list: ListToReview): boolean =>
  againstFigure(figure, list) !== null

function outgoingCell({ figures, words }: ListCell, list: ListToReview): OutgoingCell {
  const reasons = figures.map((figure) => againstFigure(figure, list))
  const kept = figures.filter((_, at) => reasons[at] === null)
  const hidden = reasons.find((reason) => reason !== null) ?? null
  return { figures: kept, words: kept.length === 0 ? null : words, hidden }
}

/** What a figure rests on, with those words replaced that would tell what is guarded. */
function groundOf(
  figure: Figure,
  column: Words,
  name: string,
  { grounds, review }: ListToReview,
  tally: Tally,
): OutgoingGround[] {
  const ground = grounds.get(figure.id)
  if (ground === undefined) return []
  const told = <Said>(said: Said, text: string): Said | Words => {
    const reason = review.againstText(text)
    if (reason === null) return said
    tally.hide(reason, 'quotes', { name, column })
    return NOT_PUBLISHED
  }
  const { title, publisher, datedOn, place, quote } = ground
  const issuer = told(publisher, publisher)
  return [
    {
      ...{ figure, column, datedOn, place },
      title: told(title, title.zh),
      publisher: issuer,
      quote: quote === null ? null : told(quote, quote),
    },
  ]
}

const wordsOf = (said: string | Words | null): Words =>
  typeof said === 'string' || said === null ? { zh: said ?? '', en: said ?? '' } : said

/** What the file of the list gives for a row that it names. */
function namedGround(
  { content: { name, pack } }: ListRow,
  { review }: ListToReview,
  tally: Tally,
): OutgoingGround[] {
  if (pack === undefined) return []
  const column = COLUMN_WORDS.reasons
  const told = (said: Words): Words => {
    const reason = review.againstText(said.zh) ?? review.againstText(said.en)
    if (reason === null) return said
    tally.hide(reason, 'quotes', { name: name.text, column })
    return NOT_PUBLISHED
  }
  const { citation, reason, version } = pack
  return [
    {
      ...{ figure: name, column, publisher: '', datedOn: null },
      title: told({ zh: citation, en: citation }),
      place: fillWords(FROM_FILE, { version }),
      quote: told(reason),
    },
  ]
}

/** The latest of some ISO dates. */
function newest(dates: readonly (string | null)[]): string | null {
  const known = dates.filter((date) => date !== null)
  return known.toSorted().at(-1) ?? null
}
