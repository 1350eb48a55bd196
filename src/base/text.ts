/** Text after the normaliser, with the way back to where each code point stood. */
export interface NormalisedText {
  text: string
  /** offsets[i] = place in the original of code point i; one more entry holds the original length. */
  offsets: Uint32Array
}

/** Raise this when the normaliser changes: stored text remembers which one made it. */
export const NORMALISER_VERSION = 1

/**
 * Whole characters of the block "CJK Radicals Supplement" that PDF writers put in place of the
 * unified ideograph; pairs after Unicode's EquivalentUnifiedIdeograph.txt. NFKC knows two of them.
 */
const RADICALS =
  '⺁厂⺄乙⺈刀⺊卜⺌小⺍小⺎兀⺒巳⺓幺⺜日⺝月⺟母⺠民⺧牛⺩王⺫目⺬示⺶羊⺻聿⺼肉⺽臼⻁虎⻄西⻅见⻆角⻉贝⻋车' +
  '⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟⻌辶⻐钅⻊足⻏阝⻖阝'

const radicals = new Map<string, string>()
for (let at = 0; at < RADICALS.length; at += 2) {
  radicals.set(RADICALS.charAt(at), RADICALS.charAt(at + 1))
}

/** Everything the normaliser touches; most cells match nothing and pass untouched. */
const TOUCHED =
  /[\u00a0\u2000-\u200a\u202f\u205f\u3000\uff01-\uff5e\uffe5\u2e80-\u2fdf\uf900-\ufaff\u00ad\u200b-\u200d\u2060\ufeff\u{2f800}-\u{2fa1f}]/u
const TOUCHED_ALL = new RegExp(TOUCHED.source, 'gu')

/**
 * One form for look-alikes: full-width ASCII and odd blanks to half-width, Kangxi radicals and
 * compatibility ideographs to unified ones, zero-width characters away. It is not NFKC, which would
 * turn 10² into 102 and ㎡ into m2. Offsets count code points, not UTF-16 units.
 */
export function normaliseText(text: string): NormalisedText {
  if (!TOUCHED.test(text)) return { text, offsets: identity(codePoints(text)) }
  const kept: string[] = []
  const offsets: number[] = []
  let at = 0
  for (const character of text) {
    const plain = plainCharacter(character)
    if (plain !== '') {
      kept.push(plain)
      offsets.push(at)
    }
    at += 1
  }
  offsets.push(at)
  return { text: kept.join(''), offsets: Uint32Array.from(offsets) }
}

/** The normaliser's text without the way back, trimmed: for names, codes and cells. */
export function plainText(text: string): string {
  return (TOUCHED.test(text) ? text.replace(TOUCHED_ALL, plainCharacter) : text).trim()
}

/** Always one code point or none, which is what keeps the offsets simple. */
function plainCharacter(character: string): string {
  const point = character.codePointAt(0) as number
  if (point >= 0xff01 && point <= 0xff5e) return String.fromCharCode(point - 0xfee0)
  if (point === 0xffe5) return '¥'
  if (isOddBlank(point)) return ' '
  if (isZeroWidth(point)) return ''
  if (point >= 0x2e80 && point <= 0x2eff) return radicals.get(character) ?? character
  if (isCompatibility(point)) return character.normalize('NFKC')
  return character
}

const isOddBlank = (point: number): boolean =>
  point === 0x3000 ||
  point === 0xa0 ||
  (point >= 0x2000 && point <= 0x200a) ||
  point === 0x202f ||
  point === 0x205f

const isZeroWidth = (point: number): boolean =>
  (point >= 0x200b && point <= 0x200d) || point === 0x2060 || point === 0xfeff || point === 0xad

const isCompatibility = (point: number): boolean =>
  (point >= 0x2f00 && point <= 0x2fdf) ||
  (point >= 0xf900 && point <= 0xfaff) ||
  (point >= 0x2f800 && point <= 0x2fa1f)

const ZERO_WIDTH =
  /[\u00ad\u115f\u1160\u180e\u200b-\u200d\u2060-\u2064\u3164\ufeff\uffa0\u{e0000}-\u{e007f}]/u
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Cs}/u

/**
 * Characters that make a name look like another one: nothing to see, reversed order, or control.
 * A lone surrogate counts as control. The caller refuses or holds the row; it is never cleaned up.
 */
export function isSuspicious(text: string): 'zero-width' | 'bidi' | 'control' | null {
  if (CONTROL.test(text)) return 'control'
  if (BIDI.test(text)) return 'bidi'
  return ZERO_WIDTH.test(text) ? 'zero-width' : null
}

const LIKE_RADICALS = /[\u2e80-\u2fdf\uf900-\ufaff\u{2f800}-\u{2fa1f}]/gu

/** Radicals and compatibility ideographs as the unified ideograph; each stays one code point. */
export function unifyRadicals(text: string): string {
  return text.replace(LIKE_RADICALS, plainCharacter)
}

/** CR LF and lone CR become LF. */
export function unifyLineEnds(text: string): string {
  return text.replace(/\r\n?/gu, '\n')
}

/** Length in code points: 𠮷 counts once. */
export function codePoints(text: string): number {
  let pairs = 0
  for (let at = 0; at < text.length - 1; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit < 0xd800 || unit > 0xdbff) continue
    const next = text.charCodeAt(at + 1)
    if (next < 0xdc00 || next > 0xdfff) continue
    pairs += 1
    at += 1
  }
  return text.length - pairs
}

/** Like `slice`, with places counted in code points and never negative. */
export function sliceCodePoints(text: string, start: number, end?: number): string {
  const from = unitOffset(text, start, 0)
  return text.slice(from, end === undefined ? undefined : unitOffset(text, end - start, from))
}

/** Walks `count` code points on from UTF-16 place `from`. */
function unitOffset(text: string, count: number, from: number): number {
  let at = from
  for (let left = count; left > 0 && at < text.length; left -= 1) {
    at += (text.codePointAt(at) as number) > 0xffff ? 2 : 1
  }
  return at
}

function identity(length: number): Uint32Array {
  const offsets = new Uint32Array(length + 1)
  for (let at = 0; at <= length; at += 1) offsets[at] = at
  return offsets
}
