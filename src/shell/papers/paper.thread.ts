// Writes a list as a workbook or a document. Thousands of rows take seconds, in which nobody else
// would be answered if this were done beside the requests.
import { threadPort } from '../../store/index.ts'
import { listDocument } from './list-document.ts'
import { listWorkbook } from './list-workbook.ts'
import type { PaperTask } from './write-paper.ts'

threadPort<PaperTask, Uint8Array<ArrayBuffer>, never>(({ paper, format }) =>
  format === 'xlsx' ? listWorkbook(paper) : listDocument(paper),
)
