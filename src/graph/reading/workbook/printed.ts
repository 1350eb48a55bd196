import type { CellFormat } from './format.ts'

/**
 * The text of a number cell: the whole number that the cell holds, in the form of its format. It is
 * never rounded to the digits on show, or 56.83% in a column of whole per cents would be lost; the
 * noise behind the fifteenth digit (0.1 + 0.2) is no digit that the sheet holds.
 */
export function printNumber(stored: string, format: CellFormat, from1904: boolean): string {
  if (format.kind === 'date') {
    return printDate(Number(stored), format, from1904) ?? plainNumber(stored)
  }
  const plain = plainNumber(stored)
  switch (format.kind) {
    case 'plain':
      return plain
    case 'percent':
      return `${shiftPoint(plain, 2)}%`
    case 'padded':
      return /^\d+$/.test(plain) ? plain.padStart(format.digits, '0') : plain
    case 'worded':
      return `${format.prefix}${plain}${format.suffix}`
  }
}

const SHORT = /^-?\d{1,15}$|^-?(?=[\d.]{1,16}$)\d+\.\d*[1-9]$/

/** Digits without exponent or float noise; a text that is no number stays as it is. */
export function plainNumber(stored: string): string {
  if (SHORT.test(stored)) return stored
  const value = Number(stored)
  if (stored.trim() === '' || !Number.isFinite(value)) return stored
  const [mantissa = '', exponent = '0'] = value.toPrecision(15).split('e')
  const trimmed = mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa
  return shiftPoint(trimmed, Number(exponent))
}

/** Moves the decimal point of a plain number to the right, to the left when negative. */
export function shiftPoint(plain: string, places: number): string {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(plain)
  if (parts === null) return plain
  const [, sign = '', whole = '', fraction = ''] = parts
  const digits = whole + fraction
  const point = whole.length + places
  const padded =
    point > 0 ? digits.padEnd(point, '0') : digits.padStart(digits.length - point + 1, '0')
  const cut = Math.max(point, 1)
  const left = padded.slice(0, cut).replace(/^0+(?=\d)/, '')
  const right = padded.slice(cut).replace(/0+$/, '')
  return `${left === '0' && right === '' ? '' : sign}${left}${right === '' ? '' : `.${right}`}`
}

const DAY_MS = 86_400_000
const DAY_SECONDS = 86_400
/** 9999-12-31, the last day that Excel knows. */
const LAST_SERIAL = 2_958_465

/**
 * ISO text of a serial day, as much of it as the format shows: 2021, 2021-03, 2021-03-05,
 * 2021-03-05 08:30:00 or 08:30:00. Null when the number is no day. Excel counts a 29 February 1900
 * that never was, so serials up to 60 stand a day later than the rest would have them.
 */
function printDate(
  serial: number,
  shows: CellFormat & { kind: 'date' },
  from1904: boolean,
): string | null {
  if (!Number.isFinite(serial) || serial < 0) return null
  const seconds = Math.round(serial * DAY_SECONDS)
  const day = Math.floor(seconds / DAY_SECONDS) + (from1904 ? 1462 : 0)
  if (day > LAST_SERIAL) return null
  const time = clockText(seconds % DAY_SECONDS)
  if (!shows.year && !shows.month && !shows.day) {
    return day > 0 && !from1904 ? elapsedText(seconds) : time
  }
  const iso = isoOfSerial(day)
  if (shows.time && seconds % DAY_SECONDS !== 0) return `${iso} ${time}`
  if (shows.year && !shows.month && !shows.day) return iso.slice(0, 4)
  return shows.year && !shows.day && iso.endsWith('-01') ? iso.slice(0, 7) : iso
}

function isoOfSerial(day: number): string {
  if (day === 60) return '1900-02-29'
  const shift = day < 60 ? 1 : 0
  return new Date((day + shift - 25_569) * DAY_MS).toISOString().slice(0, 10)
}

const clockText = (seconds: number): string =>
  [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':')

/** More than a day of hours, as [h]:mm:ss shows it. */
const elapsedText = (seconds: number): string =>
  `${Math.floor(seconds / 3600)}:${clockText(seconds % 3600).slice(3)}`
