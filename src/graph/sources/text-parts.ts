import type { SourcePart } from './model.ts'

/** Version of the rule by which text is cut and counted; stored beside every source. */
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

/** CR LF and lone CR become LF. */
export function unifyLineEnds(text: string): string {
  return text.replace(/\r\n?/gu, '\n')
}
