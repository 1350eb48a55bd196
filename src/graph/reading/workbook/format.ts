import type { Archive } from '../container/index.ts'
import { readXml } from './xml.ts'

/** How a number in a cell is shown, as far as its meaning depends on it. */
export type CellFormat =
  | { kind: 'plain' }
  | { kind: 'date'; year: boolean; month: boolean; day: boolean; time: boolean }
  | { kind: 'percent' }
  | { kind: 'padded'; digits: number }
  | { kind: 'worded'; prefix: string; suffix: string }

export const PLAIN: CellFormat = { kind: 'plain' }

/**
 * Formats that have a number and no code in the file (ECMA-376, 18.8.30, with the numbers that
 * Chinese Excel adds: 27 to 36 and 50 to 58). A letter a part: y m d, t for time of day.
 */
const BUILT_IN_DATES: Readonly<Record<number, string>> = {
  ...{ 14: 'ymd', 15: 'ymd', 16: 'md', 17: 'ym', 18: 't', 19: 't', 20: 't', 21: 't', 22: 'ymdt' },
  ...{ 45: 't', 46: 't', 47: 't' },
  ...{ 27: 'ym', 28: 'md', 29: 'md', 30: 'ymd', 31: 'ymd', 32: 't', 33: 't', 34: 't', 35: 't' },
  ...{ 36: 'ym', 50: 'ym', 51: 'md', 52: 'ym', 53: 'md', 54: 'md', 55: 't', 56: 't', 57: 'ym' },
  ...{ 58: 'md' },
}

/** The format of each cell style of the workbook, by the style's number. */
export async function readFormats(archive: Archive, path: string | null): Promise<CellFormat[]> {
  if (path === null || !archive.has(path)) return []
  const codes = new Map<number, string>()
  const formatIds: number[] = []
  let inCellStyles = false
  await readXml(path, archive.part(path), {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      else if (name === 'cellXfs') inCellStyles = true
      else if (name === 'xf' && inCellStyles) formatIds.push(Number(attributes.numFmtId ?? 0))
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false
    },
  })
  return formatIds.map((id) => formatOf(id, codes.get(id)))
}

function formatOf(id: number, code: string | undefined): CellFormat {
  if (code !== undefined) return classifyFormat(code)
  const parts = BUILT_IN_DATES[id]
  if (parts !== undefined) return dateFormat((part) => parts.includes(part))
  return id === 9 || id === 10 ? { kind: 'percent' } : PLAIN
}

function dateFormat(has: (part: string) => boolean): CellFormat {
  return { kind: 'date', year: has('y'), month: has('m'), day: has('d'), time: has('t') }
}

/**
 * Reads a format code such as `yyyy"年"m"月"`, `0.00%`, `000000` or `0.0"万元"`. Colours, locales
 * and conditions mean nothing here. A code that scales (`0!.0,"万"`) shows another number than the
 * cell holds, so its words are not taken: the number alone is true.
 */
export function classifyFormat(code: string): CellFormat {
  const section = code.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/)[0] ?? ''
  const isElapsed = /\[(h+|m+|s+)\]/i.test(section)
  // A currency stands in a locale: [$¥-804].
  const shown = section
    .replace(/\[\$([^\]-]*)(-[^\]]*)?\]/g, '"$1"')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/[_*]./g, '')
    .replace(/[\\!](.)/g, '"$1"')
  const bare = shown.replace(/"[^"]*"/g, '')
  if (isElapsed) return dateFormat((part) => part === 't')
  if (/general|@|[#0?]/i.test(bare)) return numberFormat(shown, bare)
  return dateFromCode(bare)
}

function dateFromCode(bare: string): CellFormat {
  const time = /[hs]/i.test(bare)
  // m is a minute beside hours or seconds, else a month.
  const months = bare.replace(/h+[^a-z]*m+|m+[^a-z]*s+/gi, '')
  const [year, month, day] = [/[ye]/i.test(bare), /m/i.test(months), /d/i.test(bare)]
  return time || year || month || day ? { kind: 'date', year, month, day, time } : PLAIN
}

function numberFormat(shown: string, bare: string): CellFormat {
  if (bare.includes('%')) return { kind: 'percent' }
  if (/^0{2,}$/.test(bare)) return { kind: 'padded', digits: bare.length }
  const scales = /[#0?],+(?![#0?])/.test(bare)
  const words = scales ? null : /^(?:[^#0?]*?)([#0?].*[#0?]|[#0?]|general)/i.exec(shown)
  if (words === null) return PLAIN
  const at = shown.indexOf(words[1] as string)
  const prefix = literal(shown.slice(0, at))
  const suffix = literal(shown.slice(at + (words[1] as string).length))
  return prefix === '' && suffix === '' ? PLAIN : { kind: 'worded', prefix, suffix }
}

/** Quoted words and currency signs; brackets, blanks and signs are decoration. */
function literal(piece: string): string {
  const quoted = [...piece.matchAll(/"([^"]*)"|([¥￥$€£])/g)]
  const text = quoted.map(([, word, sign]) => word ?? sign ?? '').join('')
  return /[\p{L}%‰¥￥$€£]/u.test(text) ? text.trim() : ''
}
