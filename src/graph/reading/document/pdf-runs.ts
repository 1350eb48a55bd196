import { unifyRadicals } from '../../../base/index.ts'

/** Letters that a PDF draws in one stroke, where they stand: x to the right, y downward, in points. */
export interface Run {
  readonly text: string
  readonly x: number
  /** Of the line that the letters stand on. */
  readonly y: number
  readonly width: number
  readonly size: number
  /** Degrees by which the line is turned, 0 for ordinary text. */
  readonly turn: number
}

/** What the reader of PDFs says of a stroke. */
interface Item {
  readonly str: string
  readonly fontName?: string
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
}

/** Letters smaller than this are drawn for nobody. */
const SIZE_MIN = 0.5

/**
 * The strokes of a page as it is looked at, with the turn of the page taken into account; what
 * fonts draw that do not tell their letters is left out.
 */
export function runsOf(
  items: readonly unknown[],
  page: readonly number[],
  unreadable: ReadonlySet<string>,
): Run[] {
  return items.filter(isItem).flatMap((item): Run[] => {
    if (item.str.trim() === '' || unreadable.has(item.fontName ?? '')) return []
    const [a, b, , , x, y] = product(page, item.transform)
    const [, , c, d] = product(page, item.transform)
    const size = Math.hypot(c, d)
    const turn = Math.round((Math.atan2(b, a) * 180) / Math.PI)
    if (![size, x, y, turn].every(Number.isFinite) || size < SIZE_MIN) return []
    const width = Number.isFinite(item.width) ? Math.max(0, item.width) : 0
    const [alongX, alongY] = turned(x, y, turn)
    return [{ text: lettersOf(item.str), x: alongX, y: alongY, width, size, turn }]
  })
}

/**
 * The letters that a reader sees: fonts give some ideographs as radicals of the same look, and draw
 * two Latin letters in one stroke.
 */
const lettersOf = (text: string): string =>
  unifyRadicals(text).replace(/[\ufb00-\ufb06]/g, (stroke) => stroke.normalize('NFKC'))

const isItem = (item: unknown): item is Item =>
  typeof item === 'object' && item !== null && typeof (item as Item).str === 'string'

type Matrix = readonly [number, number, number, number, number, number]

function product(first: readonly number[], second: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = first
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = second
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ]
}

/** The place as seen with the head tilted along the line. */
function turned(x: number, y: number, degrees: number): [number, number] {
  if (degrees === 0) return [x, y]
  const angle = (-degrees * Math.PI) / 180
  return [x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle)]
}
