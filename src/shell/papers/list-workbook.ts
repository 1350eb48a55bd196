// A list as a workbook: the table with numbers as numbers, and on a second sheet what each rests on.
import writeXlsxFile, { type Cell, type Feature, type Sheet } from 'write-excel-file/node'
import { getCellAddress, sanitizeAttributeValue } from 'write-excel-file/utility'
import {
  FIGURE_COLUMN,
  grouped,
  type ListPaper,
  linesIn,
  type PaperCell,
  type PaperColumn,
  shareOut,
  UNPRINTED_COLUMNS,
} from '../../graph/outgoing/index.ts'
import { type FileContent, inserted, SHEET } from './sheet-part.ts'

/** More than these characters no cell of a workbook holds. */
const CELL_MAX = 32_000
/** Size of the letters in points, and the height of one line of them. */
const FONT_SIZE = 10
const LINE_HEIGHT = 14
/** No row of a sheet is higher, in points. */
const HEIGHT_MAX = 400
/** Half-width characters of all columns that are still legible across A4. */
const SHEET_WIDTH = 170
/** What a column is wider than its text. */
const COLUMN_BLANK = 3

const BODY = {
  wrap: true,
  alignVertical: 'center',
  fontSize: FONT_SIZE,
  borderStyle: 'thin',
  borderColor: '#c9c8c0',
} as const
const LINKED = { textColor: '#1b4b9b' } as const
const HEAD = { ...BODY, align: 'center', fontWeight: 'bold', backgroundColor: '#f2f2ed' } as const

/**
 * The bytes of an XLSX workbook. Texts are cells of the format text, so that one that begins with =
 * stays what it was, also when somebody edits it. A4 across, one page wide, the head on each page.
 */
export async function listWorkbook(paper: ListPaper): Promise<Uint8Array<ArrayBuffer>> {
  const table = tableSheet(paper)
  const grounds = groundSheet(paper)
  const pages = [table, grounds].map(
    ({ name, above, columns, widths, rows, printed, linked }): Sheet<FileContent> => ({
      sheet: name,
      data: [
        ...above,
        heightened(
          columns.map(headCell),
          columns.map(({ head }) => head),
          widths,
        ),
        ...rows.map((row) =>
          heightened(
            row.map(bodyCell(columns, linked, paper.language)),
            row.slice(0, printed).map(shownIn),
            widths,
          ),
        ),
      ],
      columns: widths.map((width) => ({ width })),
      orientation: 'landscape',
      stickyRowsCount: above.length + 1,
      showGridLines: false,
    }),
  )
  const options = { features: [printing([table, grounds]), links(paper)] }
  return new Uint8Array(await writeXlsxFile(pages, options).toBuffer())
}

interface Page {
  readonly name: string
  /** Rows above the head of the table. */
  readonly above: Cell[][]
  readonly columns: readonly PaperColumn[]
  readonly widths: readonly number[]
  readonly rows: readonly (readonly PaperCell[])[]
  /** Columns that are printed, from the first. */
  readonly printed: number
  /** Columns that lead somewhere. */
  readonly linked: readonly number[]
}

/** Widths in characters: as the texts want them, or, where that is too wide, as they can be had. */
function widthsOf(columns: readonly PaperColumn[]): number[] {
  const rooms = columns.map(({ room: { least, natural } }) => ({
    ...{ least: least + COLUMN_BLANK, natural: natural + COLUMN_BLANK },
  }))
  const natural = rooms.reduce((sum, room) => sum + room.natural, 0)
  const widths = shareOut(rooms, Math.min(natural, SHEET_WIDTH))
  return widths.map((width) => Math.round(width * 10) / 10)
}

/** A row so high that all its texts can be read; programs do not see to that by themselves. */
function heightened(cells: Cell[], texts: readonly string[], widths: readonly number[]): Cell[] {
  const lines = texts.map((text, at) => linesIn(text, Math.max(1, (widths[at] ?? 1) - 1.5)))
  const height = Math.min(HEIGHT_MAX, Math.max(1, ...lines) * LINE_HEIGHT + 4)
  const [first, ...others] = cells
  return [{ ...(first as object), height } as Cell, ...others]
}

const shownIn = ({ text, number }: PaperCell): string => (number === null ? text : grouped(number))

function tableSheet(paper: ListPaper): Page {
  const { columns, rows } = paper
  const widths = widthsOf(columns)
  const total = widths.reduce((sum, width) => sum + width, 0)
  const across = (value: string, style: object, lineHeight = LINE_HEIGHT + 2): Cell[] => [
    {
      ...{ value: safeText(value), type: String, format: '@', columnSpan: columns.length },
      height: linesIn(value, total - 2) * lineHeight,
      ...style,
    },
    ...columns.slice(1).map(() => null),
  ]
  const small = { wrap: true, alignVertical: 'center', fontSize: FONT_SIZE }
  const title = { ...small, fontSize: 16, fontWeight: 'bold', align: 'center' }
  const above = [
    across(paper.title, title, 30),
    ...paper.head.map((line) => across(line, small)),
    ...paper.stamps.map((line) => across(line, { ...small, fontWeight: 'bold' })),
    ...paper.hidden.map((line) => across(line, small)),
  ]
  return { name: paper.sheet, above, columns, widths, rows, printed: columns.length, linked: [] }
}

function groundSheet({
  groundsTitle: name,
  groundColumns: columns,
  grounds: rows,
}: ListPaper): Page {
  const printed = columns.length - UNPRINTED_COLUMNS
  const widths = [
    ...widthsOf(columns.slice(0, printed)),
    ...columns.slice(printed).map(({ room }) => room.natural + COLUMN_BLANK),
  ]
  const linked = linkedIn(columns)
  return { name, above: [], columns, widths, rows, printed, linked }
}

const linkedIn = ({ length }: readonly unknown[]): number[] => [FIGURE_COLUMN, length - 1]

const headCell = ({ head }: PaperColumn): Cell => ({
  ...{ value: safeText(head), type: String, format: '@', ...HEAD },
})

const DAY_FORMAT = { zh: 'yyyy"年"m"月"d"日"', en: 'yyyy-mm-dd' } as const
/** A day of a sheet is a number of days since 1900, which says nothing before that. */
const DAY = /^(?:19|2\d)\d{2}-\d{2}-\d{2}$/u

const bodyCell =
  (columns: readonly PaperColumn[], linked: readonly number[], language: ListPaper['language']) =>
  ({ text, number, day }: PaperCell, at: number): Cell => {
    const align = columns[at]?.align === 'end' ? 'right' : 'left'
    const leads = linked.includes(at) ? LINKED : {}
    const style = { ...BODY, ...leads, align, indent: 1 } as const
    if (number !== null) {
      return { value: Number(number), type: Number, format: formatOf(number), ...style }
    }
    if (day !== undefined && DAY.test(day)) {
      const value = new Date(`${day}T00:00:00Z`)
      return { value, type: Date, format: DAY_FORMAT[language], ...style }
    }
    if (text === '') return { ...BODY }
    return { value: safeText(text), type: String, format: '@', ...style }
  }

/** As many decimals as the number has, so that none is lost and none is made up. */
function formatOf(number: string): string {
  const decimals = number.split('.')[1]?.length ?? 0
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`
}

/** Not cut within a character. */
function safeText(text: string): string {
  return text.length <= CELL_MAX ? text : [...text].slice(0, CELL_MAX / 2).join('')
}

const RELATIONS = 'xl/worksheets/_rels/sheet{id}.xml.rels'

/** $B$7 */
const fixed = (row: number, column: number): string =>
  getCellAddress(row, column).replace(/^([A-Z]+)(\d+)$/u, '$$$1$$$2')
/** In inches. */
const MARGINS = { left: 0.5, right: 0.5, top: 0.6, bottom: 0.7, header: 0.3, footer: 0.35 }

/** One page wide, the head row on each page and with filters, the number of the page at its foot. */
function printing(pages: readonly Page[]): Feature<FileContent> {
  const titles = pages.flatMap(({ name, above, rows, printed, columns }, at) => {
    const row = above.length + 1
    const sheet = sanitizeAttributeValue(name.replaceAll("'", "''"))
    const defined = (what: string, range: string, more = ''): string =>
      `<definedName name="_xlnm.${what}" localSheetId="${at}"${more}>'${sheet}'!${range}</definedName>`
    const last = above.length + rows.length
    const table = `${fixed(above.length, 0)}:${fixed(last, columns.length - 1)}`
    return [
      defined('_FilterDatabase', table, ' hidden="1"'),
      defined('Print_Area', `${fixed(0, 0)}:${fixed(last, printed - 1)}`),
      defined('Print_Titles', `$${row}:$${row}`),
    ]
  })
  const filterOf = ({ above, rows, columns }: Page): string => {
    const from = getCellAddress(above.length, 0)
    const to = getCellAddress(above.length + rows.length, columns.length - 1)
    return `<autoFilter ref="${from}:${to}"/>`
  }
  return {
    files: {
      transform: {
        'xl/workbook.xml': {
          transform: (xml) =>
            xml.replace('<definedNames/>', `<definedNames>${titles.join('')}</definedNames>`),
        },
        [SHEET]: {
          transformElementAttributes: (tag, attributes) =>
            tag === 'pageSetup'
              ? { ...attributes, fitToWidth: 1, fitToHeight: 0 }
              : tag === 'pageMargins'
                ? { ...attributes, ...MARGINS }
                : attributes,
          transform: (xml, _options, { sheetIndex }) =>
            [
              '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
              '<headerFooter><oddFooter>&amp;C— &amp;P —</oddFooter></headerFooter>',
              ...pages.filter((_, at) => at === sheetIndex).map(filterOf),
            ].reduce(inserted, xml),
        },
      },
    },
  }
}

/** More links than these no sheet holds; the addresses stand in the cells all the same. */
const LINKS_MAX = 32_000
const LINK = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink'

/** On the second sheet what a cell says and its address lead to the page of the figure. */
function links({ grounds, groundColumns }: ListPaper): Feature<FileContent> {
  const targets = grounds.slice(0, LINKS_MAX).map((row) => row.at(-1)?.text ?? '')
  const columns = linkedIn(groundColumns)
  const isMine = (index: number): boolean => index === 1 && targets.length > 0
  return {
    files: {
      transform: {
        [RELATIONS]: {
          insert: (_options, { sheetIndex }) =>
            isMine(sheetIndex)
              ? targets
                  .map(
                    (target, at) =>
                      `<Relationship Id="rId-figure-${at}" Type="${LINK}" TargetMode="External" Target="${sanitizeAttributeValue(target)}"/>`,
                  )
                  .join('')
              : '',
        },
        [SHEET]: {
          transform: (xml, _options, { sheetIndex }) =>
            isMine(sheetIndex)
              ? inserted(
                  xml,
                  `<hyperlinks>${targets
                    .flatMap((_, at) =>
                      columns.map(
                        (column) =>
                          `<hyperlink ref="${getCellAddress(at + 1, column)}" r:id="rId-figure-${at}"/>`,
                      ),
                    )
                    .join('')}</hyperlinks>`,
                )
              : xml,
        },
      },
    },
  }
}
