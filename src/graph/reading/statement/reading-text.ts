import { normaliseText } from '../../../base/index.ts'
import { isBlank, type Line, linesOf, withoutRunningHeads } from './lines.ts'

/** The text that rules read, with the way back to the stored one. */
export interface ReadingText {
  readonly text: string
  readonly offsets: Uint32Array
}

/** Punctuation keeps its full width, so that a rule has to know one form only. */
const CHINESE_FORM: Readonly<Record<string, string>> = {
  ...{ ',': '，', ':': '：', ';': '；', '?': '？', '!': '！', '(': '（', ')': '）' },
}

const HEADING =
  /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,2}[.．、]|【|[·●■◆])/
const ENDS = /[。！？；：…”）】]$/
const RUNS_ON = /[，、]$/
const CANNOT_BEGIN = /^[，。、；：？！）》”’%％年月日]/
/** A title of a paper that a narrow column broke: it opens like one and has not come to its noun. */
const TITLE_OPENS = /^(?:《|关于|国务院(?:办公厅)?关于|“十[一二三四五]五”)/
const TITLE_ENDS = /(?:规划|计划|方案|意见|通知|办法|决定|条例|规定|纲要|措施|目录|》)(?:（.*）)?$/

/**
 * Joins lines that a page broke in mid-sentence, leaves out running heads, and takes blanks away
 * except between two words of Latin letters or figures.
 */
export function readingText(stored: string): ReadingText {
  const folded = normaliseText(stored)
  const points = Array.from(folded.text)
  const lines = withoutRunningHeads(linesOf(points))
  const widths = columnWidths(lines)
  const kept: string[] = []
  const offsets: number[] = []
  const put = (unit: string, at: number): void => {
    for (let index = 0; index < unit.length; index += 1) {
      kept.push(unit[index] as string)
      offsets.push(folded.offsets[at] as number)
    }
  }
  let title = ''
  lines.forEach((line, index) => {
    const before = lines[index - 1]
    if (before !== undefined) {
      const joins = goesOn(before, line, widths[index - 1] as number, title)
      title = joins ? title : ''
      const last = kept.at(-1) ?? ''
      if (!joins) put('\n', before.to)
      else if (isWord(last) && isWord(points[line.from])) put(' ', before.to)
    }
    title += line.text
    putLine(points, line, put)
  })
  offsets.push(folded.offsets[points.length] as number)
  return { text: kept.join(''), offsets: Uint32Array.from(offsets) }
}

function putLine(
  points: readonly string[],
  line: Line,
  put: (unit: string, at: number) => void,
): void {
  for (let at = line.from; at < line.to; at += 1) {
    const point = points[at] as string
    if (isBlank(point)) {
      let next = at
      while (isBlank(points[next])) next += 1
      if (isWord(points[at - 1]) && isWord(points[next])) put(' ', at)
      at = next - 1
      continue
    }
    const chinese = CHINESE_FORM[point]
    const isInFigure = isDigit(points[at - 1]) && isDigit(points[at + 1])
    put(chinese === undefined || isInFigure ? point : chinese, at)
  }
}

function isWord(point: string | undefined): boolean {
  const code = point?.charCodeAt(0) ?? 0
  return isDigit(point) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 46
}

const isDigit = (point: string | undefined): boolean =>
  point !== undefined && point >= '0' && point <= '9'

function goesOn(before: Line, line: Line, width: number, paragraph: string): boolean {
  const text = line.text.replace(/[(]/g, '（').replace(/[)]/g, '）')
  const isOpen = before.text.lastIndexOf('《') > before.text.lastIndexOf('》')
  if (CANNOT_BEGIN.test(text) && width > 0) return true
  if (HEADING.test(text)) return false
  if (isOpen || RUNS_ON.test(before.text)) return width > 0
  if (TITLE_OPENS.test(paragraph) && paragraph.length < 60 && width > 0) {
    const isDone = /关于印发/.test(paragraph)
      ? /通知$/.test(paragraph)
      : TITLE_ENDS.test(paragraph) && !/[。，]/.test(paragraph)
    if (!isDone && !ENDS.test(before.text)) return true
    if (isDone) return false
  }
  if (width === 0 || before.width > width + 6) return false
  // Letters of other scripts leave a line shorter than the column; it has not ended for all that.
  const isOpenSentence = /[，。]/.test(before.text) && !ENDS.test(before.text)
  return before.width >= (isOpenSentence ? width * 0.75 : width - 5)
}

const WINDOW = 24
const STEP = 4
/** A longer line is a whole paragraph and no line of a column. */
const WIDEST = 130

/** Width of the column around each line; 0 where lines are whole paragraphs. */
function columnWidths(lines: readonly Line[]): number[] {
  const widths: number[] = []
  for (let at = 0; at < lines.length; at += 1) {
    // Neighbours share nearly all of their window.
    widths.push(at % STEP === 0 ? widthAround(lines, at) : (widths[at - 1] as number))
  }
  return widths.map((width, at) => (isOfWiderColumn(lines, at, width) ? widthOf(lines, at) : width))
}

const widthOf = (lines: readonly Line[], at: number): number => lines[at]?.width ?? 0

/**
 * A summary over both columns of a page: some lines of one width that is none of the columns'.
 * Without it a name that such a line breaks would be read as its second half.
 */
function isOfWiderColumn(lines: readonly Line[], at: number, width: number): boolean {
  const own = widthOf(lines, at)
  if (width === 0 || own <= width + 6 || own > WIDEST) return false
  const near = [at - 2, at - 1, at + 1, at + 2]
  return near.filter((other) => Math.abs(widthOf(lines, other) - own) <= 4).length >= 2
}

function widthAround(lines: readonly Line[], at: number): number {
  const around = lines
    .slice(Math.max(0, at - WINDOW), at + WINDOW)
    .map(({ width }) => width)
    .sort((left, right) => left - right)
  const wide = around[Math.floor(around.length * 0.75)] ?? 0
  if (wide > WIDEST || wide < 24) return 0
  const full = around.filter((width) => width >= wide - 5 && width <= wide + 6).length
  return full * 4 >= around.length ? wide : 0
}
