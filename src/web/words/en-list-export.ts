/** English words of the export of a list. */
import type { zhListExport } from './zh-list-export.ts'

export const enListExport: Record<keyof typeof zhListExport, string> = {
  'listExport.do': 'Export',
  'listExport.title': 'Export “{list}”, version {n}',
  'listExport.as': 'Export {format}',
  'listExport.audience': 'Who will read it',
  'listExport.format': 'Form',
  'listExport.format.xlsx': 'XLSX workbook',
  'listExport.format.docx': 'DOCX document',
  'listExport.format.csv': 'CSV data',
  'listExport.format.bundle': 'Bundle',
  'listExport.bundle':
    'The list with its evidence, its two signatures and the proofs of the log; its reader verifies it without this system:',
  'listExport.review': 'Publication review',
  'listExport.goesOut': '{rows} rows and {cells} cells go out, with {grounds} grounds.',
  'listExport.nothing': 'Nothing has to be hidden.',
  'listExport.says': 'Every copy says: {stamps}.',
  'listExport.what': 'What is hidden',
  'listExport.why': 'By which rule',
  'listExport.rows': 'Rows',
  'listExport.cells': 'Cells',
  'listExport.quotes': 'References',
  'listExport.where': 'Rows and cells hidden',
  'listExport.where.why': 'Shown to you here; not in the file.',
  'listExport.whole': 'the whole row',
  'listExport.done': 'Exported, and written down in the log.',
  'listExport.key': 'Export',
}
