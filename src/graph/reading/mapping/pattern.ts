import type { MappingFault } from './words.ts'

/** Longest pattern that a mapping may hold. */
const PATTERN_CHARACTERS = 1_000
/** Longest text that a pattern is tried on. */
export const MATCHED_CHARACTERS = 400

/** Ways to match that a pattern may have at worst: some tenths of a second for a hostile cell. */
const WAYS_LIMIT = MATCHED_CHARACTERS ** 3

export type PatternCheck =
  | { ok: true; pattern: RegExp }
  | { ok: false; fault: MappingFault; text: string }

/**
 * Compiles a pattern of a mapping when it cannot run away. JavaScript tries every way to match, so
 * `(a+)+$` takes for ever on thirty characters. Refused: a repeated group that repeats or chooses
 * inside, a reference back, and patterns whose repeats and choices multiply to too many ways. The
 * count is an upper bound, so a harmless pattern may be refused too; it can be said otherwise.
 */
export function checkPattern(source: string): PatternCheck {
  if (source.length > PATTERN_CHARACTERS) {
    return { ok: false, fault: 'pattern-long', text: String(PATTERN_CHARACTERS) }
  }
  let pattern: RegExp
  try {
    pattern = new RegExp(source, 'u')
  } catch (error) {
    const text = error instanceof Error ? error.message : source
    return { ok: false, fault: 'pattern-syntax', text }
  }
  const reader = new PatternReader(source)
  const ways = reader.alternatives()
  if (reader.fault !== null) return { ok: false, ...reader.fault }
  // Only a pattern that is tied to the beginning as a whole is tried in one place alone.
  const starts = source.startsWith('^') && !reader.isBranched ? 1 : MATCHED_CHARACTERS
  if (ways.count * starts > WAYS_LIMIT) return { ok: false, fault: 'pattern-cost', text: source }
  return { ok: true, pattern }
}

/** The pattern of a mapping that was checked when it was read. */
export function compilePattern(source: string): RegExp {
  const checked = checkPattern(source)
  if (!checked.ok) throw new Error(`a pattern came unchecked: ${source}`)
  return checked.pattern
}

/** Upper bound of the ways in which a piece may match, and whether it may match in several. */
interface Ways {
  count: number
  varies: boolean
}

/** Walks over the source of a valid pattern and counts; it does not match anything. */
class PatternReader {
  fault: { fault: MappingFault; text: string } | null = null
  /** The whole pattern is a choice. */
  isBranched = false
  readonly #source: string
  #at = 0
  #depth = 0

  constructor(source: string) {
    this.#source = source
  }

  /** Branches add up, since only one of them matches at a time. */
  alternatives(): Ways {
    let total = this.#sequence()
    while (this.#source[this.#at] === '|') {
      this.#at += 1
      if (this.#depth === 0) this.isBranched = true
      const branch = this.#sequence()
      total = { count: total.count + branch.count, varies: true }
    }
    return total
  }

  /** Pieces behind each other multiply. */
  #sequence(): Ways {
    let ways: Ways = { count: 1, varies: false }
    while (this.#at < this.#source.length && !'|)'.includes(this.#source[this.#at] as string)) {
      const piece = this.#repeated(this.#atom())
      ways = { count: ways.count * piece.count, varies: ways.varies || piece.varies }
    }
    return ways
  }

  #atom(): Ways {
    const sign = this.#source[this.#at] as string
    if (sign === '(') return this.#group()
    if (sign === '[') return this.#skip(this.#classEnd())
    if (sign === '\\') return this.#escape()
    return this.#skip(this.#at + 1)
  }

  #group(): Ways {
    const opened =
      /^\((?:\?(?:[:=!]|<[=!]|<[^>]+>))?/.exec(this.#source.slice(this.#at))?.[0] ?? '('
    this.#at += opened.length
    this.#depth += 1
    const inner = this.alternatives()
    this.#depth -= 1
    this.#at += 1
    return inner
  }

  #classEnd(): number {
    let end = this.#at + 1
    while (this.#source[end] !== ']' && end < this.#source.length) {
      end += this.#source[end] === '\\' ? 2 : 1
    }
    return end + 1
  }

  #escape(): Ways {
    const whole =
      /^\\(?:k<[^>]*>|[pP]\{[^}]*\}|u\{[^}]*\}|u[\dA-Fa-f]{4}|x[\dA-Fa-f]{2}|c[A-Za-z]|.)/u
    const found = whole.exec(this.#source.slice(this.#at))?.[0] ?? '\\'
    if (/^\\[1-9k]/.test(found)) this.fault = { fault: 'pattern-part', text: found }
    return this.#skip(this.#at + found.length)
  }

  #skip(to: number): Ways {
    this.#at = to
    return { count: 1, varies: false }
  }

  #repeated(piece: Ways): Ways {
    const found = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/.exec(this.#source.slice(this.#at))
    if (found === null) return piece
    const from = this.#at
    this.#at += found[0].length
    const [least, most] = rangeOf(found)
    if (most > 1 && piece.varies) {
      this.fault ??= {
        fault: 'pattern-nested',
        text: this.#source.slice(0, from + found[0].length),
      }
    }
    const choices = most - least + 1
    return { count: piece.count * choices, varies: piece.varies || choices > 1 }
  }
}

function rangeOf([sign, from, comma, to]: RegExpExecArray): [least: number, most: number] {
  if (sign.startsWith('*')) return [0, MATCHED_CHARACTERS]
  if (sign.startsWith('+')) return [1, MATCHED_CHARACTERS]
  if (sign.startsWith('?')) return [0, 1]
  const least = Math.min(Number(from), MATCHED_CHARACTERS)
  if (comma === '') return [least, least]
  return [least, to === '' ? MATCHED_CHARACTERS : Math.min(Number(to), MATCHED_CHARACTERS)]
}
