import type { Buffer } from 'node:buffer'
import { openArchive, READ_LIMITS, type ReadLimits } from '../container/index.ts'
import { makeZip, type ZipPart } from '../container/zip-bytes.case.ts'
import { readWorkbook, type SheetRow } from './index.ts'

/** A workbook in its XML, so that tests decide what Excel would never write. */
export interface WorkbookXml {
  /** Inner XML of each sheet's worksheet element. */
  sheets: { name: string; xml: string; state?: string }[]
  strings?: string[]
  /** Format code of each cell style from 1 on; style 0 is General. */
  formats?: string[]
  date1904?: boolean
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

export function makeWorkbook(workbook: WorkbookXml): Buffer {
  return makeZip(workbookParts(workbook))
}

export function workbookParts({ sheets, strings, formats = [], date1904 }: WorkbookXml): ZipPart[] {
  const listed = sheets.map(
    ({ name, state = 'visible' }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}" state="${state}" r:id="rId${at + 1}"/>`,
  )
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
  const relations = [
    ...sheets.map((_, at) =>
      relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`),
    ),
    relation('s', 'sharedStrings', 'sharedStrings.xml'),
    relation('f', 'styles', 'styles.xml'),
  ]
  const codes = formats.map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${code}"/>`)
  const styles = formats.map((_, at) => `<xf numFmtId="${200 + at}"/>`)
  return [
    { name: '[Content_Types].xml', data: `${HEAD}<Types/>` },
    {
      name: 'xl/workbook.xml',
      data: `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr date1904="${
        date1904 === true ? 1 : 0
      }"/><sheets>${listed.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `${HEAD}<Relationships xmlns="${PACKAGE}">${relations.join('')}</Relationships>`,
    },
    { name: 'xl/sharedStrings.xml', data: `${HEAD}<sst>${(strings ?? []).join('')}</sst>` },
    {
      name: 'xl/styles.xml',
      data: `${HEAD}<styleSheet><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`,
    },
    ...sheets.map(({ xml }, at) => ({
      name: `xl/worksheets/sheet${at + 1}.xml`,
      data: `${HEAD}<worksheet xmlns="${MAIN}">${xml}</worksheet>`,
    })),
  ]
}

/** Everything that the reader makes of a workbook. */
export async function readAll(
  bytes: Uint8Array,
  limits: ReadLimits = READ_LIMITS,
): Promise<{ name: string; hidden: boolean; rows: SheetRow[] }[]> {
  const read = []
  for await (const sheet of readWorkbook(await openArchive(bytes, limits), limits)) {
    const rows: SheetRow[] = []
    for await (const batch of sheet.rows()) rows.push(...batch)
    read.push({ name: sheet.name, hidden: sheet.hidden, rows })
  }
  return read
}
