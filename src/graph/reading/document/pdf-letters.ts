/** A piece of text of a PDF and the font that draws it. */
interface Stroke {
  readonly str: string
  readonly fontName: string
}

/** Fewer letters than these show nothing: a rare name may stand alone in its font. */
const LETTERS_MIN = 24
/** Running text keeps above nine tenths; numbers of glyphs taken for characters stay below four. */
const FAMILIAR_SHARE = 0.6
const CONTROL_SHARE = 0.05

/** Tabs and line ends are among them, and few. */
const CONTROL = /\p{Cc}/gu
const LETTER = /\p{L}/gu
/** Text of one of these scripts is text, however rarely it is met here. */
const SCRIPTS = ['Latin', 'Cyrillic', 'Greek', 'Hangul', 'Hiragana', 'Katakana', 'Arabic', 'Thai']
const OF_SCRIPT = SCRIPTS.map((script) => new RegExp(`\\p{Script=${script}}`, 'gu'))
const HAN = /\p{Script=Han}/gu

/**
 * The fonts of a page that name no characters and are read as if the numbers of their glyphs were
 * characters: what they draw looks like text and is none. Told by what comes out, since the reader
 * of PDFs does not say which fonts it had to guess: control characters, ideographs that nobody
 * uses, or letters of many scripts mixed.
 */
export function guessedFonts(items: readonly unknown[]): ReadonlySet<string> {
  const texts = new Map<string, string>()
  for (const item of items) {
    if (!isSet(item)) continue
    texts.set(item.fontName, (texts.get(item.fontName) ?? '') + item.str)
  }
  return new Set([...texts].filter(([, text]) => isGuessed(text)).map(([font]) => font))
}

function isGuessed(text: string): boolean {
  const controls = count(text, CONTROL)
  if (controls >= 2 && controls >= text.length * CONTROL_SHARE) return true
  const letters = count(text, LETTER)
  if (letters < LETTERS_MIN) return false
  const han = text.match(HAN) ?? []
  const scripts = OF_SCRIPT.map((script) => count(text, script))
  // Japanese mixes two of them with ideographs, a Chinese paper one with ideographs.
  const [first = 0, second = 0] = scripts.sort((one, other) => other - one)
  const used = familiar()
  const known = han.filter((point) => used.has(point)).length
  return known + first + (second > 1 ? second : 0) < letters * FAMILIAR_SHARE
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

let made: ReadonlySet<string> | null = null

/**
 * The ideographs in common use: level 1 of GB/T 2312-1980 (3,755) and of Big5 (5,401), which
 * running text in simplified and in traditional characters hardly leaves.
 */
function familiar(): ReadonlySet<string> {
  made ??= new Set([...level('gb18030', 0xb0, 0xd7, 0xa1), ...level('big5', 0xa4, 0xc6, 0x40)])
  return made
}

function level(encoding: string, from: number, to: number, first: number): string[] {
  const decoder = new TextDecoder(encoding)
  const rows = Array.from({ length: to - from + 1 }, (_, at) => from + at)
  return rows.flatMap((row) => {
    const cells = Array.from({ length: 0xff - first }, (_, at) => first + at)
    return cells.flatMap((cell) => decoder.decode(Uint8Array.of(row, cell)).match(HAN) ?? [])
  })
}

const isSet = (item: unknown): item is Stroke =>
  typeof item === 'object' &&
  item !== null &&
  typeof (item as Stroke).str === 'string' &&
  typeof (item as Stroke).fontName === 'string'
