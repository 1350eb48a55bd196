// The lines of a document as printed: how wide they run, and which are only running heads and feet.

export interface Line {
  /** Code points, blanks at both ends left out. */
  readonly from: number
  readonly to: number
  readonly text: string
  /** A Chinese character counts two. */
  readonly width: number
}

/** Lines that hold something. */
export function linesOf(points: readonly string[]): Line[] {
  const lines: Line[] = []
  let from = 0
  for (let at = 0; at <= points.length; at += 1) {
    const point = points[at]
    if (at < points.length && point !== '\n' && point !== '\f' && point !== '\r') continue
    const line = lineOf(points, from, at)
    if (line !== null) lines.push(line)
    from = at + 1
  }
  return lines
}

function lineOf(points: readonly string[], from: number, to: number): Line | null {
  let first = from
  let last = to
  while (first < last && isBlank(points[first])) first += 1
  while (last > first && isBlank(points[last - 1])) last -= 1
  if (first === last) return null
  let width = 0
  for (let at = first; at < last; at += 1) width += isWide(points[at] as string) ? 2 : 1
  return { from: first, to: last, text: points.slice(first, last).join(''), width }
}

function isWide(point: string): boolean {
  const code = point.codePointAt(0) as number
  return code >= 0x2e80 || (code >= 0x2014 && code <= 0x2026) || code === 0xb7
}

/** The normaliser has turned every odd blank into a plain one. */
export const isBlank = (point: string | undefined): boolean =>
  point === ' ' ||
  point === '\n' ||
  point === '\t' ||
  point === '\r' ||
  point === '\f' ||
  point === '\v'

const PAGE_NUMBER = /^(?:[-—–·]+\s*\d{1,4}\s*[-—–·]+|第\s*\d{1,4}\s*页(?:\s*[共/].*)?)$/
/** Lines between two printings of one head, at least: rows of a table repeat closer together. */
const PAGE_LINES = 12

/** How often a line is printed, and how close together at the closest. */
interface Printings {
  count: number
  last: number
  closest: number
}

/** Leaves out page numbers, and heads that come again with other digits or beside a page number. */
export function withoutRunningHeads(lines: readonly Line[]): Line[] {
  const printings = new Map<string, Printings>()
  const keys = lines.map(headKey)
  keys.forEach((key, at) => {
    if (key === null) return
    const known = printings.get(key)
    if (known === undefined) printings.set(key, { count: 1, last: at, closest: lines.length })
    else {
      known.count += 1
      known.closest = Math.min(known.closest, at - known.last)
      known.last = at
    }
  })
  const isNumber = lines.map(({ text }) => PAGE_NUMBER.test(text))
  return lines.filter((_, at) => {
    if (isNumber[at]) return false
    const found = printings.get(keys[at] ?? '')
    if (found === undefined || found.count < 2) return true
    const isBeside = isNumber[at - 1] === true || isNumber[at + 1] === true
    return !(found.closest >= PAGE_LINES && (found.count >= 3 || isBeside))
  })
}

/** A head has no sentence in it, and is no credit line in brackets. */
function headKey({ text }: Line): string | null {
  if (text.length < 4 || text.length > 45 || /[。！？；，、]|^[（(《“]|[》）)]$/.test(text))
    return null
  return text.replace(/\s+/g, '').replace(/\d+/g, '#')
}
