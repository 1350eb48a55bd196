// A list as a Word document, laid out after GB/T 9704: A4, upright where the table fits and across
// where it is wide, the head row on each page, the office and the day at the end, and what each
// cell rests on as an annex.
import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  ExternalHyperlink,
  Footer,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import {
  dayWords,
  FIGURE_COLUMN,
  grouped,
  type ListPaper,
  type PaperCell,
  type PaperColumn,
  shareOut,
  UNPRINTED_COLUMNS,
} from '../../graph/outgoing/index.ts'

const PAGE_MM = { width: 210, height: 297 } as const

/** Margins of an official document; across they turn with the page, the bound edge keeping most. */
const MARGIN_MM = {
  upright: { top: 37, bottom: 35, left: 28, right: 26 },
  across: { top: 28, bottom: 26, left: 37, right: 35 },
} as const

type Turn = keyof typeof MARGIN_MM

/** The width that a page leaves for text, in twentieths of a point. */
const TEXT_WIDTH: Readonly<Record<Turn, number>> = {
  upright: convertMillimetersToTwip(
    PAGE_MM.width - MARGIN_MM.upright.left - MARGIN_MM.upright.right,
  ),
  across: convertMillimetersToTwip(PAGE_MM.height - MARGIN_MM.across.left - MARGIN_MM.across.right),
}

/** Sizes in half points: title 2号, lines 小四, tables 小五. */
const SIZE = { title: 44, annex: 32, line: 24, table: 18, page: 28 } as const
/** A half-width character of a table, and the blank on both sides of a cell, in twips. */
const CHARACTER = SIZE.table * 5
const CELL_BLANK = 150

const font = (eastAsia: string) => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  eastAsia,
})
const TITLE_FONT = font('方正小标宋简体')
const BODY_FONT = font('仿宋_GB2312')
const HEAD_FONT = font('黑体')
const PAGE_FONT = font('宋体')

/** The bytes of a DOCX document. */
export async function listDocument(paper: ListPaper): Promise<Uint8Array<ArrayBuffer>> {
  const shown = paper.columns.map(({ minor }, at) => (minor ? -1 : at)).filter((at) => at >= 0)
  const columns = pick(paper.columns, shown)
  const turn = turnOf(columns)
  const rows = paper.rows.map((row) => pick(row, shown))
  const document = new Document({
    creator: paper.office,
    lastModifiedBy: paper.office,
    title: paper.title,
    styles: { default: { document: { run: { font: BODY_FONT, size: SIZE.line } } } },
    sections: [
      section(turn, [
        line(paper.title, {
          ...{ size: SIZE.title, font: TITLE_FONT, alignment: AlignmentType.CENTER },
        }),
        ...paper.head.map((text) => line(text)),
        ...paper.stamps.map((text) => line(text, { font: HEAD_FONT })),
        ...paper.hidden.map((text) => line(text)),
        table(columns, rows, turn),
        line('', { isKept: true }),
        line(paper.office, { alignment: AlignmentType.RIGHT, isKept: true }),
        line(dayWords(paper.issuedOn, paper.language), { alignment: AlignmentType.RIGHT }),
      ]),
      section('across', annex(paper)),
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

const pick = <Item>(items: readonly Item[], places: readonly number[]): Item[] =>
  places.flatMap((at) => (items[at] === undefined ? [] : [items[at]]))

/** Upright as long as no column has to give way much. */
function turnOf(columns: readonly PaperColumn[]): Turn {
  const wanted = columns.reduce(
    (sum, { room }) => sum + ((room.least + room.natural) / 2) * CHARACTER + CELL_BLANK,
    0,
  )
  return wanted <= TEXT_WIDTH.upright ? 'upright' : 'across'
}

function section(turn: Turn, children: (Paragraph | Table)[]): ISectionOptions {
  const { top, bottom, left, right } = MARGIN_MM[turn]
  return {
    properties: {
      page: {
        size: {
          width: convertMillimetersToTwip(PAGE_MM.width),
          height: convertMillimetersToTwip(PAGE_MM.height),
          orientation: turn === 'across' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: convertMillimetersToTwip(top),
          bottom: convertMillimetersToTwip(bottom),
          left: convertMillimetersToTwip(left),
          right: convertMillimetersToTwip(right),
        },
      },
    },
    footers: { default: new Footer({ children: [pageNumber()] }) },
    children,
  }
}

interface LineStyle {
  readonly size?: number
  readonly font?: ReturnType<typeof font>
  readonly alignment?: (typeof AlignmentType)[keyof typeof AlignmentType]
  readonly isKept?: boolean
}

function line(text: string, style: LineStyle = {}): Paragraph {
  const { size = SIZE.line, font: own = BODY_FONT, alignment = AlignmentType.LEFT } = style
  return new Paragraph({
    alignment,
    keepNext: style.isKept ?? false,
    spacing: { after: size === SIZE.title ? 200 : 60 },
    children: [new TextRun({ text, size, font: own })],
  })
}

/** — 1 —, as official documents count their pages. */
const pageNumber = (): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new TextRun({
        size: SIZE.page,
        font: PAGE_FONT,
        children: ['— ', PageNumber.CURRENT, ' —'],
      }),
    ],
  })

/** The grounds, in which the content of a cell leads to the page of its figure. */
function annex({ groundsTitle, groundColumns, grounds }: ListPaper): (Paragraph | Table)[] {
  const shown = groundColumns.map((_, at) => at).slice(0, -UNPRINTED_COLUMNS)
  const rows = grounds.map((row) => {
    const link = row.at(-1)?.text
    return pick(row, shown).map((cell, at) => (at === FIGURE_COLUMN ? { ...cell, link } : cell))
  })
  return [
    line(groundsTitle, { size: SIZE.annex, font: HEAD_FONT }),
    table(pick(groundColumns, shown), rows, 'across'),
  ]
}

interface LinkedCell extends PaperCell {
  readonly link?: string | undefined
}

const EDGE = { style: BorderStyle.SINGLE, size: 4, color: '808080' } as const
const EDGES = { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE } as const

function table(
  columns: readonly PaperColumn[],
  rows: readonly (readonly LinkedCell[])[],
  turn: Turn,
): Table {
  const blank = CELL_BLANK / CHARACTER
  const rooms = columns.map(({ room: { least, natural } }) => ({
    ...{ least: least + blank, natural: natural + blank },
  }))
  const total = TEXT_WIDTH[turn]
  const widths = shareOut(rooms, total / CHARACTER).map((share) => Math.floor(share * CHARACTER))
  return new Table({
    width: { size: total, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ head }, at) =>
          tableCell({ text: head, number: null }, AlignmentType.CENTER, widths[at], HEAD_FONT),
        ),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: row.map((cell, at) =>
              tableCell(
                cell,
                columns[at]?.align === 'end' ? AlignmentType.RIGHT : AlignmentType.LEFT,
                widths[at],
                BODY_FONT,
              ),
            ),
          }),
      ),
    ],
  })
}

function tableCell(
  { text, number, link }: LinkedCell,
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType],
  width = 0,
  own: ReturnType<typeof font>,
): TableCell {
  const run = new TextRun({
    ...{ text: number === null ? text : grouped(number), size: SIZE.table, font: own },
    ...(link === undefined ? {} : { color: '1B4B9B', underline: {} }),
  })
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    borders: EDGES,
    margins: { left: 60, right: 60, top: 30, bottom: 30 },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [
      new Paragraph({
        alignment,
        children: [link === undefined ? run : new ExternalHyperlink({ link, children: [run] })],
      }),
    ],
  })
}
