import { sliceCodePoints, unifyLineEnds } from '../../base/index.ts'
import type { DocumentText } from '../reading/index.ts'
import type { SourcePart } from './model.ts'

/** Version of the rule for plain text; documents of other formats say theirs. */
export const TEXT_VERSION = 'text-1'

const PART_CODE_POINTS_MAX = 20_000

/**
 * Cuts a text into parts at line ends, each with its place in code points.
 *
 * The text stays as the publisher wrote it, so that a span counted here is the span in the
 * original; only the line ends of other systems are made one character, since a span that begins
 * between CR and LF could be shown by nobody.
 */
export function textParts(text: string): SourcePart[] {
  const parts: SourcePart[] = []
  let content = ''
  let first = 0
  let length = 0
  const close = (): void => {
    if (length === 0) return
    parts.push({
      part: parts.length,
      sheet: null,
      page: null,
      first,
      last: first + length,
      columns: null,
      content,
    })
    first += length
    content = ''
    length = 0
  }
  for (const line of unifyLineEnds(text).split(/(?<=\n)/u)) {
    const size = [...line].length
    if (length > 0 && length + size > PART_CODE_POINTS_MAX) close()
    content += line
    length += size
  }
  close()
  return parts
}

/**
 * The parts of a document: at least one a page, in order. A page without a letter keeps a part of
 * its own, so that the pages of the original can be counted and turned.
 */
export function documentParts({ text, pages }: DocumentText): SourcePart[] {
  const parts: SourcePart[] = []
  let rest = text
  for (const { page, start, end } of pages) {
    const content = sliceCodePoints(rest, 0, end - start)
    rest = rest.slice(content.length)
    const cut = content === '' ? [emptyPart()] : textParts(content)
    for (const part of cut) {
      const place = { first: part.first + start, last: part.last + start }
      parts.push({ ...part, ...place, page, part: parts.length })
    }
  }
  return parts
}

const emptyPart = (): SourcePart => ({
  ...{ part: 0, sheet: null, page: null, first: 0, last: 0, columns: null, content: '' },
})
