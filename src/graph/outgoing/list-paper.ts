import { fillWords, type Language, type Words } from '../../base/index.ts'
import { NOT_PUBLISHED } from '../publication/index.ts'
import { figureText, inUnit, isExact, type ShownUnit, shownUnit } from './measure.ts'
import type { OutgoingCell, OutgoingList, OutgoingRow } from './model.ts'
import {
  COLUMN_WORDS,
  HEAD_WORDS,
  HIDDEN_SENTENCE,
  NOTE_WORDS,
  NOTHING_HIDDEN,
  UNKNOWN,
} from './words.ts'

/** A cell of a paper: text, or a number as decimal text in the unit of its column. */
export interface PaperCell {
  readonly text: string
  readonly number: string | null
}

export interface PaperColumn {
  readonly head: string
  readonly align: 'start' | 'end'
  /** How much room it wants beside the others. */
  readonly weight: number
  /** Left out where the paper is narrow. */
  readonly minor: boolean
}

/** A list in one language, ready to be written in whatever form. */
export interface ListPaper {
  readonly language: Language
  readonly title: string
  readonly office: string
  /** ISO day on which the copy was made. */
  readonly issuedOn: string
  /** Lines under the title: who issues it, when, of what, for whom. */
  readonly head: readonly string[]
  /** What every copy must say: a draft, invented data, a desk of one person. */
  readonly stamps: readonly string[]
  /** What was hidden and by which rule. */
  readonly hidden: readonly string[]
  readonly sheet: string
  readonly columns: readonly PaperColumn[]
  readonly rows: readonly (readonly PaperCell[])[]
  readonly groundsTitle: string
  readonly groundColumns: readonly PaperColumn[]
  /** The last cell of each is the address of the figure. */
  readonly grounds: readonly (readonly PaperCell[])[]
}

/** Where and when a copy is made. */
export interface Issue {
  readonly language: Language
  readonly issuedOn: string
  /** Address of the installation, before `/figures/…`. */
  readonly origin: string
}

/** Lays a reviewed list out as a paper. */
export function paperOf(list: OutgoingList, issue: Issue): ListPaper {
  const { language } = issue
  const say = (words: Words): string => words[language]
  const body = bodyColumns(list, language)
  const grounds = groundRows(list, issue)
  return {
    ...{ language, title: titleOf(list, language) },
    ...{ office: list.office, issuedOn: issue.issuedOn },
    head: headLines(list, issue),
    stamps: list.stamps.map(say),
    hidden: list.hidden.length === 0 ? [say(NOTHING_HIDDEN)] : list.hidden.map(hiddenLine(say)),
    sheet: say(HEAD_WORDS.list),
    columns: body.map(({ column }) => column),
    rows: list.rows.map((row, at) => body.map(({ cell }) => cell(row, at))),
    groundsTitle: say(HEAD_WORDS.grounds),
    groundColumns: GROUND_COLUMNS.map(([words, weight]) => ({
      ...{ head: say(words), align: 'start', weight, minor: false },
    })),
    grounds,
  }
}

/** What a copy is called. */
export const titleOf = (list: OutgoingList, language: Language): string =>
  fillWords(HEAD_WORDS.title, { chain: chainIn(list, language), list: list.file.words[language] })[
    language
  ]

const chainIn = ({ chain }: OutgoingList, language: Language): string =>
  chain.name ?? NOT_PUBLISHED[language]

function headLines(list: OutgoingList, { language, issuedOn }: Issue): string[] {
  const { number, signedOn, asOf, office, rows, seal } = list
  const line = (words: Words, values: Record<string, string | number>): string =>
    fillWords(words, values)[language]
  const version =
    signedOn === null
      ? line(HEAD_WORDS.version, { number })
      : line(HEAD_WORDS.signed, { number, day: signedOn })
  const parts = [
    [
      line(HEAD_WORDS.office, { office }),
      line(HEAD_WORDS.issuedOn, { day: issuedOn }),
      line(HEAD_WORDS.audience, { audience: list.audienceWords[language] }),
    ],
    [
      line(HEAD_WORDS.chain, { chain: chainIn(list, language) }),
      version,
      line(HEAD_WORDS.valid, { valid: asOf.valid, known: asOf.known.slice(0, 10) }),
      line(HEAD_WORDS.rows, { rows: rows.length }),
    ],
  ].map((each) => each.join('　'))
  return seal === null ? parts : [...parts, line(HEAD_WORDS.seal, { seal })]
}

const hiddenLine =
  (say: (words: Words) => string) =>
  ({ what, why, rows, cells, quotes }: OutgoingList['hidden'][number]): string =>
    say({
      zh: fillWords(HIDDEN_SENTENCE, { what: what.zh, why: why.zh, rows, cells, quotes }).zh,
      en: fillWords(HIDDEN_SENTENCE, { what: what.en, why: why.en, rows, cells, quotes }).en,
    })

interface BodyColumn {
  readonly column: PaperColumn
  readonly cell: (row: OutgoingRow, at: number) => PaperCell
}

const words = (text: string): PaperCell => ({ text, number: null })
const numeral = (number: string): PaperCell => ({ text: number, number })

function bodyColumns(list: OutgoingList, language: Language): BodyColumn[] {
  const own = (part: Words, weight: number, cell: BodyColumn['cell'], minor = false) => ({
    column: { head: part[language], align: 'start', weight, minor } as const,
    cell,
  })
  const measured = list.file.columns.flatMap((_, at) => measuredColumns(list, at, language))
  return [
    {
      column: { head: COLUMN_WORDS.place[language], align: 'end', weight: 4, minor: false },
      cell: (_row, at) => numeral(String(at + 1)),
    },
    own(COLUMN_WORDS.name, 18, ({ name }) => words(name.text)),
    ...measured,
    own(COLUMN_WORDS.reasons, 20, ({ reasons }) =>
      words(reasons.map((reason) => reason[language]).join(SEPARATOR[language])),
    ),
    own(COLUMN_WORDS.basis, 10, ({ basis }) => words(basis ?? UNKNOWN[language])),
    own(COLUMN_WORDS.office, 10, ({ office }) => words(textOf(office, language))),
    own(COLUMN_WORDS.notes, 8, (row) => words(notesOf(row, language))),
  ]
}

const SEPARATOR: Readonly<Record<Language, string>> = { zh: '；', en: '; ' }

/**
 * One column of the list: texts as they are; numbers of one unit under a head that names it; numbers
 * of several units beside a column of units.
 */
function measuredColumns(list: OutgoingList, at: number, language: Language): BodyColumn[] {
  const definition = list.file.columns[at]
  if (definition === undefined) return []
  const head = definition.words[language]
  const exact = list.rows.flatMap(({ cells }) => exactFigure(cells[at]) ?? [])
  const units = new Set(exact.map(({ unit }) => unit))
  const shared = { align: definition.align, minor: !definition.shown }
  // A thing without a mark is not a thing of which nobody knows the mark.
  const unknown = definition.from?.includes('marks') ? '' : UNKNOWN[language]
  const weight = definition.align === 'end' ? 9 : 12
  if (units.size <= 1) {
    const unit = shownUnit(exact, language)
    const named = unit.words === '' ? head : `${head}${BRACKETS[language](unit.words)}`
    const column = { head: named, weight, ...shared }
    return [{ column, cell: ({ cells }) => paperCell(cells[at], unit, language, unknown) }]
  }
  const unitOf = (cell: OutgoingCell | undefined): ShownUnit | null => {
    const figure = exactFigure(cell)
    return figure === null ? null : shownUnit([figure], language)
  }
  return [
    {
      column: { head, weight, ...shared },
      cell: ({ cells }) => paperCell(cells[at], unitOf(cells[at]) ?? ONE, language, unknown),
    },
    {
      column: { head: COLUMN_WORDS.unit[language], weight: 6, ...shared, align: 'start' },
      cell: ({ cells }) => words(unitOf(cells[at])?.words ?? ''),
    },
  ]
}

const BRACKETS: Readonly<Record<Language, (unit: string) => string>> = {
  zh: (unit) => `（${unit}）`,
  en: (unit) => ` (${unit})`,
}
const ONE: ShownUnit = { words: '', size: '1' }

/** The only figure of a cell where it is one exact number and is shown as that. */
function exactFigure(cell: OutgoingCell | undefined) {
  if (cell === undefined || cell.words !== null || cell.hidden !== null) return null
  const [first, ...others] = cell.figures
  return first !== undefined && others.length === 0 && isExact(first) ? first : null
}

function paperCell(
  cell: OutgoingCell | undefined,
  unit: ShownUnit,
  language: Language,
  unknown: string,
): PaperCell {
  const figure = exactFigure(cell)
  return figure === null ? words(textOf(cell, language, unknown)) : numeral(inUnit(figure, unit))
}

/** What a cell says: what was hidden is said, and what nobody knows. */
function textOf(
  cell: OutgoingCell | undefined,
  language: Language,
  unknown = UNKNOWN[language],
): string {
  const { figures = [], words: said = null, hidden = null } = cell ?? {}
  const own = said === null ? figures.map((each) => figureText(each, language)) : [said[language]]
  const shown = figures.length === 0 ? [] : own
  const all = hidden === null ? shown : [...shown, NOT_PUBLISHED[language]]
  return all.length === 0 ? unknown : all.join(SEPARATOR[language])
}

function notesOf({ synthetic, stale, fallen, byHand }: OutgoingRow, language: Language): string {
  return [
    ...(synthetic ? [NOTE_WORDS.synthetic] : []),
    ...(byHand ? [NOTE_WORDS.byHand] : []),
    ...(stale ? [NOTE_WORDS.stale] : []),
    ...(fallen ? [NOTE_WORDS.fallen] : []),
  ]
    .map((note) => note[language])
    .join(SEPARATOR[language])
}

const GROUND_COLUMNS: readonly (readonly [Words, number])[] = [
  [COLUMN_WORDS.place, 4],
  [COLUMN_WORDS.name, 14],
  [COLUMN_WORDS.column, 9],
  [COLUMN_WORDS.figure, 12],
  [COLUMN_WORDS.source, 20],
  [COLUMN_WORDS.publisher, 12],
  [COLUMN_WORDS.datedOn, 10],
  [COLUMN_WORDS.where, 10],
  [COLUMN_WORDS.quote, 30],
  [COLUMN_WORDS.id, 12],
  [COLUMN_WORDS.link, 12],
]

function groundRows({ rows }: OutgoingList, { language, origin }: Issue): PaperCell[][] {
  const say = (said: Words | string | null): PaperCell =>
    words(typeof said === 'string' ? said : (said?.[language] ?? ''))
  return rows.flatMap(({ name, grounds }, at) =>
    grounds.map(({ figure, column, title, publisher, datedOn, place, quote }) => [
      numeral(String(at + 1)),
      ...[words(name.text), say(column), words(figureText(figure, language))],
      ...[say(title), say(publisher), say(datedOn), say(place), say(quote)],
      ...[words(figure.id), words(`${origin}/figures/${figure.id}`)],
    ]),
  )
}
