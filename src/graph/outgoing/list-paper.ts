import { fillWords, type Language, type Words } from '../../base/index.ts'
import { NOT_PUBLISHED } from '../publication/index.ts'
import { figureText, inUnit, isExact, type ShownUnit, shownUnit } from './measure.ts'
import type { OutgoingCell, OutgoingGround, OutgoingList, OutgoingRow } from './model.ts'
import { type Room, roomOf } from './room.ts'
import {
  COLUMN_WORDS,
  HEAD_WORDS,
  HIDDEN_SENTENCE,
  NOTE_WORDS,
  NOTHING_HIDDEN,
  UNKNOWN,
} from './words.ts'

/** A cell of a paper: text, a number as decimal text in the unit of its column, or a day. */
export interface PaperCell {
  readonly text: string
  readonly number: string | null
  /** ISO day, of which the text is what a person reads. */
  readonly day?: string
}

export interface PaperColumn {
  readonly head: string
  readonly align: 'start' | 'end'
  readonly room: Room
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
  const rows = list.rows.map((row, at) => body.map(({ cell }) => cell(row, at)))
  const grounds = groundRows(list, issue)
  return {
    ...{ language, title: titleOf(list, language) },
    ...{ office: list.office, issuedOn: issue.issuedOn },
    head: headLines(list, issue),
    stamps: list.stamps.map(say),
    hidden: list.hidden.length === 0 ? [say(NOTHING_HIDDEN)] : list.hidden.map(hiddenLine(say)),
    sheet: say(HEAD_WORDS.list),
    columns: body.map(({ column }, at) => withRoom(column, rows, at)),
    rows,
    groundsTitle: say(HEAD_WORDS.grounds),
    groundColumns: GROUND_COLUMNS.map((words, at) =>
      withRoom({ head: say(words), align: 'start', minor: false }, grounds, at),
    ),
    grounds,
  }
}

/** A bound as 95%以上 stands on one line among numbers. */
const BOUND_LENGTH = 8

function withRoom(
  column: Omit<PaperColumn, 'room'>,
  rows: readonly (readonly PaperCell[])[],
  at: number,
): PaperColumn {
  const cells = rows.flatMap((row) => {
    const { text = '', number = null, day } = row[at] ?? {}
    const shown = number === null ? text : grouped(number)
    const isShort = column.align === 'end' && shown.length <= BOUND_LENGTH
    return [{ text: shown, isWhole: number !== null || day !== undefined || isShort }]
  })
  return { ...column, room: roomOf(column.head, cells) }
}

/** 1,234.5 */
export function grouped(number: string): string {
  const [whole = '', decimals] = number.split('.')
  const apart = whole.replace(/\B(?=(\d{3})+$)/gu, ',')
  return decimals === undefined ? apart : `${apart}.${decimals}`
}

/** A day as a paper says it: 2026年11月20日. */
export function dayWords(day: string, language: Language): string {
  const [, year = '', month = '', date = ''] = /^(\d{4})-(\d{2})-(\d{2})/u.exec(day) ?? []
  if (language === 'en' || year === '') return day
  return `${year}年${Number(month)}月${Number(date)}日`
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
  const said = (day: string): string => dayWords(day.slice(0, 10), language)
  const version =
    signedOn === null
      ? line(HEAD_WORDS.version, { number })
      : line(HEAD_WORDS.signed, { number, day: said(signedOn) })
  const parts = [
    [
      line(HEAD_WORDS.office, { office }),
      line(HEAD_WORDS.issuedOn, { day: said(issuedOn) }),
      line(HEAD_WORDS.audience, { audience: list.audienceWords[language] }),
    ],
    [
      line(HEAD_WORDS.chain, { chain: chainIn(list, language) }),
      version,
      line(HEAD_WORDS.valid, { valid: said(asOf.valid), known: said(asOf.known) }),
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
  readonly column: Omit<PaperColumn, 'room'>
  readonly cell: (row: OutgoingRow, at: number) => PaperCell
}

const words = (text: string): PaperCell => ({ text, number: null })
const dated = (day: string | null, language: Language): PaperCell | null =>
  day === null ? null : { text: dayWords(day, language), number: null, day }
const numeral = (number: string): PaperCell => ({ text: number, number })

function bodyColumns(list: OutgoingList, language: Language): BodyColumn[] {
  const own = (part: Words, cell: BodyColumn['cell']) => ({
    column: { head: part[language], align: 'start', minor: false } as const,
    cell,
  })
  const measured = list.file.columns.flatMap((_, at) => measuredColumns(list, at, language))
  return [
    {
      column: { head: COLUMN_WORDS.place[language], align: 'end', minor: false },
      cell: (_row, at) => numeral(String(at + 1)),
    },
    own(COLUMN_WORDS.name, ({ name }) => words(name.text)),
    ...measured,
    own(COLUMN_WORDS.reasons, ({ reasons }) =>
      words(reasons.map((reason) => reason[language]).join(SEPARATOR[language])),
    ),
    own(COLUMN_WORDS.basis, ({ basis }) => dated(basis, language) ?? words(UNKNOWN[language])),
    own(COLUMN_WORDS.office, ({ office }) => words(textOf(office, language))),
    own(COLUMN_WORDS.notes, (row) => words(notesOf(row, language))),
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
  if (units.size <= 1) {
    const unit = shownUnit(exact, language)
    const named = unit.words === '' ? head : `${head}${BRACKETS[language](unit.words)}`
    const column = { head: named, ...shared }
    return [{ column, cell: ({ cells }) => paperCell(cells[at], unit, language, unknown) }]
  }
  const unitOf = (cell: OutgoingCell | undefined): ShownUnit | null => {
    const figure = exactFigure(cell)
    return figure === null ? null : shownUnit([figure], language)
  }
  return [
    {
      column: { head, ...shared },
      cell: ({ cells }) => paperCell(cells[at], unitOf(cells[at]) ?? ONE, language, unknown),
    },
    {
      column: { head: COLUMN_WORDS.unit[language], ...shared, align: 'start' },
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

function notesOf(
  { synthetic, stale, fallen, byHand, named }: OutgoingRow,
  language: Language,
): string {
  return [
    ...(synthetic ? [NOTE_WORDS.synthetic] : []),
    ...(named ? [NOTE_WORDS.named] : []),
    ...(byHand ? [NOTE_WORDS.byHand] : []),
    ...(stale ? [NOTE_WORDS.stale] : []),
    ...(fallen ? [NOTE_WORDS.fallen] : []),
  ]
    .map((note) => note[language])
    .join(SEPARATOR[language])
}

const GROUND_COLUMNS: readonly Words[] = [
  COLUMN_WORDS.place,
  COLUMN_WORDS.name,
  COLUMN_WORDS.column,
  COLUMN_WORDS.figure,
  COLUMN_WORDS.source,
  COLUMN_WORDS.publisher,
  COLUMN_WORDS.datedOn,
  COLUMN_WORDS.where,
  COLUMN_WORDS.quote,
  COLUMN_WORDS.id,
  COLUMN_WORDS.link,
]

/** The place of the figure among the columns of the grounds; its id and its address are the last. */
export const FIGURE_COLUMN = GROUND_COLUMNS.indexOf(COLUMN_WORDS.figure)
/** Columns of the grounds that are no use on paper. */
export const UNPRINTED_COLUMNS = 2

function groundRows({ rows }: OutgoingList, { language, origin }: Issue): PaperCell[][] {
  const say = (said: Words | string | null): PaperCell =>
    words(typeof said === 'string' ? said : (said?.[language] ?? ''))
  return rows.flatMap(({ name, grounds }, at) =>
    oncePerFigure(grounds).map(({ ground, columns }) => {
      const { figure, title, publisher, datedOn, place, quote } = ground
      return [
        ...[numeral(String(at + 1)), words(name.text)],
        words(columns.map((column) => column[language]).join(COMMA[language])),
        ...[words(figureText(figure, language)), say(title), say(publisher)],
        ...[dated(datedOn, language) ?? words(''), say(place), apart(say(quote))],
        ...[words(figure.id), words(`${origin}/figures/${figure.id}`)],
      ]
    }),
  )
}

const COMMA: Readonly<Record<Language, string>> = { zh: '、', en: ', ' }

/** Cells of a table that were read together stand apart by more than a tab, which no paper shows. */
const apart = ({ text, ...cell }: PaperCell): PaperCell => ({
  ...cell,
  text: text.replaceAll(/\s*\t\s*/gu, '　'),
})

/** A figure that fills several columns is told once, with all of them. */
function oncePerFigure(grounds: readonly OutgoingGround[]) {
  const told = new Map<string, { ground: OutgoingGround; columns: Words[] }>()
  for (const ground of grounds) {
    const key = `${ground.figure.id} ${ground.place.zh}`
    const before = told.get(key)
    if (before === undefined) told.set(key, { ground, columns: [ground.column] })
    else before.columns.push(ground.column)
  }
  return [...told.values()]
}
