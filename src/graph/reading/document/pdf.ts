import { fillText, Problem } from '../../../base/index.ts'
import type { DocumentText } from './model.ts'
import { linesOfPage } from './pdf-layout.ts'
import { type Run, runsOf } from './pdf-runs.ts'
import { TextBuilder } from './text-builder.ts'
import { DAMAGE } from './words.ts'

/** Pages that are read; a longer document says so at its end. */
export const PAGES_MAX = 2_000
/** Beyond this number nothing is read: half a document would be taken for the whole. */
const PAGES_REFUSED = 3_000

/** The part of a PDF that is used here. */
interface Pdf {
  readonly numPages: number
  getPage(number: number): Promise<Page>
  readonly loadingTask: { destroy(): Promise<void> }
}

interface Page {
  getViewport(options: { scale: number }): { readonly transform: readonly number[] }
  getTextContent(options: object): Promise<{ readonly items: readonly unknown[] }>
  cleanup(): unknown
}

/** Text only: no scripts, no code made at run time, nothing fetched, no fonts of the machine. */
const QUIET = {
  isEvalSupported: false,
  disableFontFace: true,
  useSystemFonts: false,
  useWorkerFetch: false,
  enableXfa: false,
  disableAutoFetch: true,
  isOffscreenCanvasSupported: false,
  verbosity: 0,
}

/**
 * The text of a PDF by pages, its lines rebuilt from where the letters stand. Problems:
 * `document-encrypted`, `document-damaged`, `document-scanned`, `document-pages`.
 */
export async function readPdf(bytes: Uint8Array): Promise<DocumentText> {
  const pdf = await openPdf(bytes)
  try {
    if (pdf.numPages > PAGES_REFUSED) {
      throw new Problem('document-pages', { pages: pdf.numPages, limit: PAGES_REFUSED })
    }
    return await readPages(pdf)
  } finally {
    await pdf.loadingTask.destroy().catch(() => undefined)
  }
}

async function openPdf(bytes: Uint8Array): Promise<Pdf> {
  const { getDocumentProxy } = await import('unpdf')
  try {
    // The reader takes the bytes away from whoever hands them over.
    return (await getDocumentProxy(Uint8Array.from(bytes), QUIET)) as unknown as Pdf
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') {
      throw new Problem('document-encrypted')
    }
    throw damaged('pdf')
  }
}

async function readPages(pdf: Pdf): Promise<DocumentText> {
  const builder = new TextBuilder()
  const count = Math.min(pdf.numPages, PAGES_MAX)
  const empty: number[] = []
  for (let number = 1; number <= count; number += 1) {
    builder.beginPage(number)
    const start = builder.length
    for (const line of linesOfPage(await runsOfPage(pdf, number))) builder.add(`${line}\n`)
    if (builder.length === start) empty.push(start)
  }
  if (empty.length === count) throw new Problem('document-scanned', { pages: pdf.numPages })
  for (const at of empty) builder.caution('page-without-text', at)
  if (pdf.numPages > count) builder.caution('pages-left-out')
  return builder.finish('pdf')
}

async function runsOfPage(pdf: Pdf, number: number): Promise<Run[]> {
  try {
    const page = await pdf.getPage(number)
    const { transform } = page.getViewport({ scale: 1 })
    // As it was written: the reader of the text knows what stands for what.
    const content = await page.getTextContent({ disableNormalization: true })
    page.cleanup()
    return runsOf(content.items, transform)
  } catch {
    throw damaged('page', { page: number })
  }
}

function damaged(what: 'pdf' | 'page', details: Record<string, number> = {}): Problem {
  return new Problem('document-damaged', {
    reason: fillText(DAMAGE[what].zh, details),
    reasonEn: fillText(DAMAGE[what].en, details),
  })
}
