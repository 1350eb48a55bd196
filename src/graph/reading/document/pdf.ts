import { fillText, Problem } from '../../../base/index.ts'
import type { DocumentText, ReadOptions } from './model.ts'
import { linesOfPage } from './pdf-layout.ts'
import { guessedFonts } from './pdf-letters.ts'
import { type Run, runsOf } from './pdf-runs.ts'
import { TextBuilder } from './text-builder.ts'
import { DAMAGE } from './words.ts'

/** Pages of a document at most: half a document would be taken for the whole. */
export const PAGES_MAX = 2_000

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
  useWasm: false,
  verbosity: 0,
}

/**
 * The text of a PDF by pages, its lines rebuilt from where the letters stand; `pages` reads only
 * some of them. Problems: `document-encrypted`, `document-damaged`, `document-scanned`,
 * `document-letters`, `document-pages`.
 */
export async function readPdf(bytes: Uint8Array, options: ReadOptions = {}): Promise<DocumentText> {
  const missing = new MissingTables()
  const pdf = await openPdf(bytes, missing)
  try {
    const { numPages } = pdf
    if (numPages > PAGES_MAX) {
      throw new Problem('document-pages', { pages: numPages, limit: PAGES_MAX })
    }
    return await readPages(pdf, missing, options)
  } finally {
    await pdf.loadingTask.destroy().catch(() => undefined)
  }
}

/**
 * Some fonts name a table of characters that every reader is to have, and none is at hand here;
 * others name none, and their letters would be guessed. Either stays unread, which is counted,
 * since nobody may take the rest for the whole.
 */
class MissingTables {
  count = 0

  /** The reader of PDFs makes its own of this class and asks it for tables and fonts. */
  factory(): new () => { fetch(asked: { kind: string; filename: string }): Promise<Uint8Array> } {
    const note = (): void => {
      this.count += 1
    }
    return class {
      async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
        if (kind === 'cMapUrl') note()
        throw new Error(`${filename} is not at hand`)
      }
    }
  }
}

async function openPdf(bytes: Uint8Array, missing: MissingTables): Promise<Pdf> {
  const { getDocumentProxy } = await import('unpdf')
  try {
    // The reader takes the bytes away from whoever hands them over.
    const options = { ...QUIET, BinaryDataFactory: missing.factory() }
    return (await getDocumentProxy(Uint8Array.from(bytes), options)) as unknown as Pdf
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') {
      throw new Problem('document-encrypted')
    }
    throw damaged('pdf')
  }
}

async function readPages(
  pdf: Pdf,
  missing: MissingTables,
  { pages, onPage }: ReadOptions,
): Promise<DocumentText> {
  const builder = new TextBuilder()
  const first = pages?.from ?? 1
  const last = Math.min(pdf.numPages, pages?.to ?? pdf.numPages)
  const empty: { at: number; code: 'page-without-text' | 'letters-unknown' }[] = []
  for (let number = first; number <= last; number += 1) {
    builder.beginPage(number)
    const start = builder.length
    const unknown = missing.count
    for (const line of linesOfPage(await runsOfPage(pdf, number, missing))) builder.add(`${line}\n`)
    if (missing.count > unknown) builder.caution('letters-unknown', start, builder.length)
    // A table is asked for once; the pages behind may be empty for the same reason.
    const code = missing.count > 0 ? 'letters-unknown' : 'page-without-text'
    if (builder.length === start && missing.count === unknown) empty.push({ at: start, code })
    await onPage?.(number, pdf.numPages)
  }
  if (builder.length === 0 && pages === undefined) throw withoutText(pdf, missing)
  for (const { at, code } of empty) builder.caution(code, at)
  return builder.finish('pdf')
}

const withoutText = (pdf: Pdf, missing: MissingTables): Problem =>
  new Problem(missing.count > 0 ? 'document-letters' : 'document-scanned', { pages: pdf.numPages })

async function runsOfPage(pdf: Pdf, number: number, missing: MissingTables): Promise<Run[]> {
  try {
    const page = await pdf.getPage(number)
    const { transform } = page.getViewport({ scale: 1 })
    const content = await page.getTextContent({ disableNormalization: true })
    page.cleanup()
    const guessed = guessedFonts(content.items)
    missing.count += guessed.size
    return runsOf(content.items, transform, guessed)
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
