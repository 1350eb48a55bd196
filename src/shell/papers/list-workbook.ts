// A list as a workbook: the table with numbers as numbers, and on a second sheet what each rests on.
import writeXlsxFile, { type Cell, type Feature, type Sheet } from 'write-excel-file/node'
import { getCellAddress, sanitizeAttributeValue } from 'write-excel-file/utility'
import type { ListPaper, PaperCell, PaperColumn } from '../../graph/outgoing/index.ts'
import { type FileContent, inserted, SHEET } from './sheet-part.ts'

/** More than these characters no cell of a workbook holds. */
const CELL_MAX = 32_000
const BODY = {
  wrap: true,
  alignVertical: 'top',
  borderStyle: 'thin',
  borderColor: '#c9c8c0',
} as const
const HEAD = { ...BODY, fontWeight: 'bold', backgroundColor: '#f2f2ed' } as const

/**
 * The bytes of an XLSX workbook. Texts are cells of the format text, so that one that begins with =
 * stays what it was, also when somebody edits it. A4 across, one page wide, the head on each page.
 */
export async function listWorkbook(paper: ListPaper): Promise<Uint8Array<ArrayBuffer>> {
  const table = tableSheet(paper)
  const grounds = groundSheet(paper)
  const pages: Sheet<FileContent>[] = [table, grounds].map(({ name, above, columns, rows }) => ({
    sheet: name,
    data: [...above, columns.map(headCell), ...rows.map((row) => row.map(bodyCell(columns)))],
    columns: columns.map(({ weight }) => ({ width: weight * 1.15 })),
    orientation: 'landscape',
    stickyRowsCount: above.length + 1,
    showGridLines: false,
  }))
  const options = { features: [printing([table, grounds]), links(paper)] }
  return new Uint8Array(await writeXlsxFile(pages, options).toBuffer())
}

interface Page {
  readonly name: string
  /** Rows above the head of the table. */
  readonly above: Cell[][]
  readonly columns: readonly PaperColumn[]
  readonly rows: readonly (readonly PaperCell[])[]
}

function tableSheet(paper: ListPaper): Page {
  const { columns, rows } = paper
  const across = (value: string, style: object, height: number): Cell[] => [
    {
      value: safeText(value),
      type: String,
      format: '@',
      columnSpan: columns.length,
      height,
      ...style,
    },
    ...columns.slice(1).map(() => null),
  ]
  const small = { wrap: true, alignVertical: 'center', fontSize: 10 }
  const above = [
    across(paper.title, { fontSize: 16, fontWeight: 'bold', align: 'center' }, 30),
    ...paper.head.map((line) => across(line, small, 16)),
    ...paper.stamps.map((line) => across(line, { ...small, fontWeight: 'bold' }, 16)),
    ...paper.hidden.map((line) => across(line, small, 16)),
  ]
  return { name: paper.sheet, above, columns, rows }
}

function groundSheet({
  groundsTitle: name,
  groundColumns: columns,
  grounds: rows,
}: ListPaper): Page {
  return { name, above: [], columns, rows }
}

const headCell = ({ head, align }: PaperColumn): Cell => ({
  ...{ value: safeText(head), type: String, format: '@', ...HEAD },
  align: align === 'end' ? 'right' : 'left',
})

const bodyCell =
  (columns: readonly PaperColumn[]) =>
  ({ text, number }: PaperCell, at: number): Cell => {
    const align = columns[at]?.align === 'end' ? 'right' : 'left'
    if (number !== null) {
      return { value: Number(number), type: Number, format: formatOf(number), ...BODY, align }
    }
    if (text === '') return { ...BODY }
    return { value: safeText(text), type: String, format: '@', ...BODY, align }
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

/** One page wide, the head row on each page, the number of the page at its foot. */
function printing(pages: readonly Page[]): Feature<FileContent> {
  const titles = pages.map(({ name, above }, at) => {
    const row = above.length + 1
    const sheet = sanitizeAttributeValue(name.replaceAll("'", "''"))
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">'${sheet}'!$${row}:$${row}</definedName>`
  })
  return {
    files: {
      transform: {
        'xl/workbook.xml': {
          transform: (xml) =>
            xml.replace('<definedNames/>', `<definedNames>${titles.join('')}</definedNames>`),
        },
        [SHEET]: {
          transformElementAttributes: (tag, attributes) =>
            tag === 'pageSetup' ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes,
          transform: (xml) =>
            [
              '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
              '<headerFooter><oddFooter>&amp;C— &amp;P —</oddFooter></headerFooter>',
            ].reduce(inserted, xml),
        },
      },
    },
  }
}

/** More links than these no sheet holds; the addresses stand in the cells all the same. */
const LINKS_MAX = 65_000
const LINK = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink'

/** The last column of the second sheet leads to the page of the figure. */
function links({ grounds, groundColumns }: ListPaper): Feature<FileContent> {
  const targets = grounds.slice(0, LINKS_MAX).map((row) => row.at(-1)?.text ?? '')
  const column = groundColumns.length - 1
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
                    .map(
                      (_, at) =>
                        `<hyperlink ref="${getCellAddress(at + 1, column)}" r:id="rId-figure-${at}"/>`,
                    )
                    .join('')}</hyperlinks>`,
                )
              : xml,
        },
      },
    },
  }
}
