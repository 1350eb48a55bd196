import { Problem } from '../../../base/index.ts'
import { readDocx } from './docx/index.ts'
import { readHtml } from './html.ts'
import { documentKind } from './kind.ts'
import type { DocumentKind, DocumentText, ReadOptions } from './model.ts'
import { readPdf } from './pdf.ts'
import { readPlain } from './plain.ts'

export interface DocumentInput extends ReadOptions {
  readonly fileName: string
  readonly bytes: Uint8Array
  /** Reads the bytes as this and asks no further; a text that begins with a tag is still a text. */
  readonly kind?: DocumentKind
}

type Reader = (bytes: Uint8Array, options: ReadOptions) => Promise<DocumentText>

const READERS: Readonly<Record<DocumentKind, Reader>> = {
  txt: readPlain,
  html: readHtml,
  docx: readDocx,
  pdf: readPdf,
}

/**
 * The text of a document. Problems: `document-empty`, `document-encrypted`, `document-damaged`,
 * `document-scanned`, `document-letters`, `document-pages`, `document-unsupported`, `encoding-unknown`, and those of
 * the guard for containers (`archive-bomb`, `archive-unsafe`, `doctype-refused`).
 */
export async function readDocument({
  fileName,
  bytes,
  kind,
  ...options
}: DocumentInput): Promise<DocumentText> {
  const found = kind ?? documentKind(bytes, fileName)
  try {
    const document = await READERS[found](bytes, options)
    if (document.text.trim() === '' && options.pages === undefined)
      throw new Problem('document-empty')
    return document
  } catch (error) {
    throw ofDocument(error, fileName)
  }
}

/** The guard for containers speaks of workbooks; here they are documents. */
function ofDocument(error: unknown, fileName: string): unknown {
  if (!(error instanceof Problem)) return error
  if (error.code === 'workbook-encrypted') return new Problem('document-encrypted')
  if (error.code === 'workbook-damaged') return new Problem('document-damaged', error.details)
  if (error.code === 'encoding-unknown') return new Problem(error.code, { file: fileName })
  return error
}
