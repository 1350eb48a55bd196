/** How wide a column is, in half-width characters; a Chinese one takes two. */
export interface Room {
  /** Narrower than this a word, a number or a date would be torn. */
  readonly least: number
  /** So wide that its texts stand on one line, within reason. */
  readonly natural: number
}

/** A cell as far as its width goes; what must not be torn stands on one line. */
export interface Sized {
  readonly text: string
  readonly isWhole: boolean
}

/** Digits and Latin letters of some fonts are wider than half a Chinese character. */
const LOOSE = 1.15
const NATURAL_MAX = 46
const WORD_MAX = 16
const CHINESE_LEAST = 8
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3ffff}“”‘’…—≥≤]/u

/** The width of a text on one line, in half-width characters. */
export function textWidth(text: string): number {
  let width = 0
  for (const character of text) width += WIDE.test(character) ? 2 : 1
  return width
}

/** The widest part of a text that cannot be broken. */
function widestPart(text: string): number {
  const words = text.split(/[\s/]+/u)
  return Math.max(...words.map((word) => Math.min(textWidth(word), leastOf(word))))
}

const leastOf = (word: string): number => {
  const runs = word.match(/[\u0021-\u2000]+/gu) ?? []
  const latin = Math.max(0, ...runs.map((run) => run.length))
  return Math.max(Math.min(latin, WORD_MAX), CHINESE_LEAST)
}

/** The room that a column wants for its head and its cells. */
export function roomOf(head: string, cells: readonly Sized[]): Room {
  let least = widestPart(head) * LOOSE
  let natural = textWidth(head)
  for (const { text, isWhole } of cells) {
    const width = textWidth(text)
    least = Math.max(least, isWhole ? width * LOOSE : widestPart(text))
    natural = Math.max(natural, width)
  }
  return { least, natural: Math.max(least, Math.min(natural, NATURAL_MAX)) }
}

/**
 * Shares a width out among columns: each has what it must have, and the rest goes to those that
 * want more. Nothing is left over.
 */
export function shareOut(rooms: readonly Room[], total: number): number[] {
  const sum = (of: (room: Room) => number): number => rooms.reduce((all, room) => all + of(room), 0)
  const least = sum((room) => room.least)
  const natural = sum((room) => room.natural)
  if (natural <= total) return rooms.map((room) => (room.natural * total) / natural)
  if (least >= total) return rooms.map((room) => (room.least * total) / least)
  const rest = (total - least) / (natural - least)
  return rooms.map((room) => room.least + (room.natural - room.least) * rest)
}

/** How many lines a text takes in a column. */
export const linesIn = (text: string, width: number): number =>
  text
    .split('\n')
    .reduce((lines, line) => lines + Math.max(1, Math.ceil(textWidth(line) / width)), 0)
