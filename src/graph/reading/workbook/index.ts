/**
 * Reads an XLSX workbook sheet by sheet into rows of printed text. Our own reader over saxes, since
 * the ready ones hand out values and lose what was printed: number formats, merged cells, hidden
 * rows. It computes no formula and knows nothing of headers.
 */
import type { Archive, ReadLimits } from '../container/index.ts'
import { readFormats } from './format.ts'
import { readParts } from './parts.ts'
import { type Merge, readMerges, readSheet, type SheetRow } from './sheet.ts'
import { readStrings } from './strings.ts'

export { columnOf, type Merge, type SheetRow } from './sheet.ts'
export { readXml, type XmlHandlers } from './xml.ts'

export interface WorkbookSheet {
  name: string
  hidden: boolean
  merges: readonly Merge[]
  /** The rows that hold any text, in batches; may be read once more. */
  rows(): AsyncIterable<SheetRow[]>
}

/** The sheets of a workbook in their order. Throws `workbook-damaged`, `row-too-long`. */
export async function* readWorkbook(
  archive: Archive,
  limits: ReadLimits,
  marksFormulas = false,
): AsyncGenerator<WorkbookSheet> {
  const parts = await readParts(archive)
  const strings = await readStrings(archive, parts.stringsPath)
  const formats = await readFormats(archive, parts.stylesPath)
  const { from1904 } = parts
  const context = { archive, limits, strings, formats, from1904, marksFormulas }
  for (const { name, path, hidden } of parts.sheets) {
    const merges = await readMerges(archive, path)
    yield { name, hidden, merges, rows: () => readSheet(context, path, merges) }
  }
}
