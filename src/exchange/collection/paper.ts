// A recipient's workbook as content: a guide, and the table with what is asked and what is known.
import { fillText, formatDate, formatPeriod } from '../../base/index.ts'
import type { Property, Vocabulary } from '../../graph/kinds/index.ts'
import { askedUnit, formOf } from './answer.ts'
import type { Recipient, Round, Sheet } from './model.ts'
import type { Titles } from './recognise.ts'
import { CODE_COLUMN, markerOf, NAME_COLUMN, propertyColumn, workbookCode } from './sheet.ts'
import { GUIDE_LINES, PAPER_TEXT } from './words.ts'

/** What a cell of the table is, which decides how it looks and whether it may be written in. */
export type PaperRole = 'hidden' | 'title' | 'line' | 'head' | 'form' | 'key' | 'known' | 'asked'

export interface PaperCell {
  readonly role: PaperRole
  readonly text: string
}

export interface PaperColumn {
  /** As wide as so many letters. */
  readonly width: number
  /** What is typed there is kept as text, so that no sign of it is lost. */
  readonly isText: boolean
  /** Answers to choose from; empty where anything may be written. */
  readonly choices: readonly string[]
}

/** A workbook of one recipient, ready to be written in whatever form. */
export interface CollectionPaper {
  /** Without its ending. */
  readonly fileName: string
  readonly guideSheet: string
  readonly guide: readonly string[]
  readonly tableSheet: string
  /** The first is hidden: keys of rows, and signs on the rows of the head. */
  readonly columns: readonly PaperColumn[]
  /** The first is hidden: names of columns. */
  readonly rows: readonly (readonly PaperCell[])[]
  /** Rows above the first thing. */
  readonly headRows: number
}

/** Form of a unified social credit code. */
const CREDIT_CODE = /^[0-9A-HJ-NPQRTUWXY]{18}$/u

/** The titles of the columns as people see them; codes are called what all of them are. */
export function titlesOf({ properties }: Vocabulary, { rows }: Sheet): Titles {
  const isKeyedByCode = rows.every(({ code }) => CREDIT_CODE.test(code))
  return {
    code: isKeyedByCode ? PAPER_TEXT.codeTitle : PAPER_TEXT.codeTitlePlain,
    name: PAPER_TEXT.nameTitle,
    of: (id) => {
      const property = properties.get(id)
      return property === undefined ? id : titleOf(property)
    },
  }
}

function titleOf(property: Property): string {
  const unit = askedUnit(property)
  const { zh } = property.words
  return unit === null || unit === '' ? zh : `${zh}（${unit}）`
}

/** Lays out what one recipient is sent; `issuedOn` is an ISO day. */
export function paperOf(
  round: Round,
  { ordinal, name, sheet }: Recipient,
  vocabulary: Vocabulary,
  issuedOn: string,
): CollectionPaper {
  const workbook = workbookCode(round.code, ordinal)
  const titles = titlesOf(vocabulary, sheet)
  const asked = sheet.rows.flatMap(({ cells }) => cells.filter(({ state }) => state === 'asked'))
  const values = {
    ...{ workbook, name, office: round.office, rows: sheet.rows.length, asked: asked.length },
    due: formatDate(round.due, 'zh'),
    issued: formatDate(issuedOn, 'zh'),
    period: formatPeriod({ from: round.validFrom, to: round.validTo }, 'zh'),
  }
  const across = (role: PaperRole, text: string): PaperCell[] => [
    { role: 'hidden', text: '#line' },
    { role, text },
    ...sheet.columns.map(() => ({ role, text: '' })),
    { role, text: '' },
  ]
  const line = (role: PaperRole, first: string, second: string, rest: (id: string) => string) => [
    { role, text: first },
    { role, text: second },
    ...sheet.columns.map((id) => ({ role, text: rest(id) })),
  ]
  const form = (id: string): string => {
    const property = vocabulary.properties.get(id)
    return property === undefined ? '' : formOf(property).zh
  }
  const head: PaperCell[][] = [
    [
      { role: 'hidden', text: markerOf(workbook) },
      ...line('hidden', CODE_COLUMN, NAME_COLUMN, propertyColumn),
    ],
    across('title', round.title),
    across('line', fillText(PAPER_TEXT.codeLine, values)),
    across('line', PAPER_TEXT.fillLine),
    [{ role: 'hidden', text: '#head' }, ...line('head', titles.code, titles.name, titles.of)],
    [{ role: 'hidden', text: '#form' }, ...line('form', '', '', form)],
  ]
  const body = sheet.rows.map(({ key, code, name: own, cells }): PaperCell[] => [
    { role: 'hidden', text: key },
    { role: 'key', text: code },
    { role: 'key', text: own },
    ...cells.map(
      ({ state, text }): PaperCell => ({
        role: state === 'asked' ? 'asked' : 'known',
        text,
      }),
    ),
  ])
  return {
    fileName: `${round.title} ${name} ${workbook}`,
    guideSheet: PAPER_TEXT.guideSheet,
    guide: [round.title, ...GUIDE_LINES.map((text) => fillText(text, values))],
    tableSheet: PAPER_TEXT.tableSheet,
    columns: [
      { width: 2, isText: true, choices: [] },
      { width: 21, isText: true, choices: [] },
      { width: 28, isText: true, choices: [] },
      ...sheet.columns.map((id) => columnOf(vocabulary.properties.get(id))),
    ],
    rows: [...head, ...body],
    headRows: head.length,
  }
}

function columnOf(property: Property | undefined): PaperColumn {
  const choices = (property?.choices ?? []).map(({ words }) => words.zh)
  const isText = property?.value !== 'quantity' && property?.value !== 'date'
  return { width: property?.value === 'text' ? 30 : 18, isText, choices }
}
