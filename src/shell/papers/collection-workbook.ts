// A recipient's workbook of a collection round: a guide, and the table in which only what is asked
// can be written.
import writeXlsxFile, { type Cell, type Feature, type Sheet } from 'write-excel-file/node'
import { getCellAddress, sanitizeTextContent } from 'write-excel-file/utility'
import type { CollectionPaper, PaperCell, PaperRole } from '../../exchange/collection/index.ts'
import { type FileContent, inserted, SHEET } from './sheet-part.ts'

const EDGE = { borderStyle: 'thin', borderColor: '#c9c8c0' } as const
/** The fill of what may be written in: by it the styles of unlocked cells are known. */
const ASKED_FILL = '#FFF8DC'
const KNOWN = { ...EDGE, backgroundColor: '#ECECE6', textColor: '#5D636B' } as const
const SMALL = { fontSize: 10, textColor: '#454A51' } as const

const STYLES: Readonly<Record<PaperRole, object>> = {
  hidden: { textColor: '#FFFFFF' },
  title: { fontSize: 16, fontWeight: 'bold', align: 'center', height: 30 },
  line: { ...SMALL, alignVertical: 'center', height: 18 },
  head: { ...EDGE, fontWeight: 'bold', backgroundColor: '#F2F2ED', align: 'center', wrap: true },
  form: { ...EDGE, ...SMALL, backgroundColor: '#F2F2ED', align: 'center', wrap: true },
  key: { ...KNOWN, wrap: true },
  known: { ...KNOWN, wrap: true },
  asked: { ...EDGE, backgroundColor: ASKED_FILL, wrap: true },
}

/**
 * The bytes of an XLSX workbook. Texts are cells of the format text, so that one that begins with =
 * stays what it was; numbers and dates are asked in cells without a format, where every program
 * keeps what was typed.
 */
export async function collectionWorkbook(paper: CollectionPaper): Promise<Uint8Array<ArrayBuffer>> {
  const pages: Sheet<FileContent>[] = [
    {
      sheet: paper.guideSheet,
      data: paper.guide.map((line, at) => [guideCell(line, at)]),
      columns: [{ width: 96 }],
      showGridLines: false,
    },
    {
      sheet: paper.tableSheet,
      data: paper.rows.map((row) => row.map(cellOf(paper))),
      columns: paper.columns.map(({ width }) => ({ width })),
      orientation: 'landscape',
      stickyRowsCount: paper.headRows,
      showGridLines: false,
    },
  ]
  const options = { features: [protection(paper)] }
  return new Uint8Array(await writeXlsxFile(pages, options).toBuffer())
}

const guideCell = (value: string, at: number): Cell => ({
  ...{ value, type: String, format: '@', wrap: true, alignVertical: 'top' },
  ...(at === 0 ? { fontSize: 16, fontWeight: 'bold', align: 'center', height: 34 } : {}),
})

const cellOf =
  ({ columns, rows }: CollectionPaper) =>
  ({ role, text }: PaperCell, at: number): Cell => {
    const isAcross = (role === 'title' || role === 'line') && at > 0
    if (isAcross && at > 1) return null
    const span = isAcross ? { columnSpan: (rows[0]?.length ?? 1) - 1 } : {}
    const format =
      role !== 'asked' || columns[at]?.isText === true ? { type: String, format: '@' } : {}
    const shared = { ...format, ...STYLES[role], ...span } as const
    return text === '' ? (shared as Cell) : ({ value: text, type: String, ...shared } as Cell)
  }

const TABLE = 1
/** What a list of choices in a cell holds at most. */
const CHOICES_MAX = 250

/**
 * Locks the table but for what is asked, hides the first row and column, and offers the choices.
 * It has no password: the lock is there against slips, and what is typed over is found anyway.
 */
function protection(paper: CollectionPaper): Feature<FileContent> {
  return {
    files: {
      transform: {
        'xl/styles.xml': { transform: unlockAsked },
        [SHEET]: {
          transformElementAttributes: (tag, attributes, index, _options, { sheetIndex }) => {
            if (sheetIndex !== TABLE || index !== 0) return attributes
            return tag === 'row' || tag === 'col' ? { ...attributes, hidden: 1 } : attributes
          },
          transform: (xml, _options, { sheetIndex }) =>
            sheetIndex === TABLE
              ? [LOCK, choicesOf(paper)].filter((part) => part !== '').reduce(inserted, xml)
              : xml,
        },
      },
    },
  }
}

const LOCK =
  '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>'

/** Styles with the fill of asked cells may be written in. */
function unlockAsked(xml: string): string {
  const fills = [...xml.matchAll(/<fill>.*?<\/fill>/gsu)].map(([fill]) => fill)
  const asked = fills.findIndex((fill) => fill.includes(`FF${ASKED_FILL.slice(1)}`))
  const style = new RegExp(`<xf ([^>]*fillId="${asked}"[^>]*?)(?:/>|>(.*?)</xf>)`, 'gsu')
  return xml.replaceAll(
    style,
    (_whole, attributes: string, inner = '') =>
      `<xf ${attributes} applyProtection="1">${inner}<protection locked="0"/></xf>`,
  )
}

/** Choices drop down in the cells of their column, where they fit into one. */
function choicesOf({ columns, rows, headRows }: CollectionPaper): string {
  const lists = columns.flatMap(({ choices }, at) => {
    const text = choices.join(',')
    if (text === '' || text.length > CHOICES_MAX || /["]/u.test(text)) return []
    const range = `${getCellAddress(headRows, at)}:${getCellAddress(rows.length - 1, at)}`
    return [
      `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${range}"><formula1>"${sanitizeTextContent(text)}"</formula1></dataValidation>`,
    ]
  })
  return lists.length === 0
    ? ''
    : `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`
}
