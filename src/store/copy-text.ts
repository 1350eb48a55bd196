import type { ColumnType } from './insert-rows.ts'

/** What COPY's text format gives a meaning of its own (PostgreSQL manual, COPY, Text Format). */
const SPECIAL = /[\\\t\n\r]/
const SPECIALS = /[\\\t\n\r]/g
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

type Encode = (value: unknown) => string

const escapeText = (text: string): string =>
  SPECIAL.test(text) ? text.replace(SPECIALS, (mark) => ESCAPES[mark] as string) : text

/** How JSON writes a NUL, and the halves of a character that stand alone. */
const ODD_ESCAPES = /\\u(?:0000|d[89a-f])/
const HALF_CHARACTERS = /\p{Surrogate}/gu
const REPLACEMENT = '\ufffd'

/**
 * JSON without what jsonb refuses (PostgreSQL manual, JSON Types): each such sign becomes U+FFFD,
 * since it would otherwise be one hostile cell that fails the import of a whole table.
 */
function jsonText(value: unknown): string {
  const text = JSON.stringify(value)
  if (!ODD_ESCAPES.test(text)) return text
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'string'
      ? each.replaceAll('\0', REPLACEMENT).replace(HALF_CHARACTERS, REPLACEMENT)
      : each,
  )
}

const SCALARS: Record<string, Encode> = {
  uuid: String,
  int2: String,
  int4: String,
  int8: String,
  date: String,
  numeric: String,
  bool: (value) => (value === true ? 't' : 'f'),
  text: (value) => escapeText(String(value)),
  timestamptz: (value) => (value instanceof Date ? value.toISOString() : String(value)),
  jsonb: (value) => escapeText(jsonText(value)),
  bytea: (value) => `\\\\x${Buffer.from(value as Uint8Array).toString('hex')}`,
}

/** Rows in COPY's text format; null and undefined become `\N`. */
export function encodeCopyText(
  types: readonly ColumnType[],
  rows: readonly (readonly unknown[])[],
): Uint8Array {
  const encoders = types.map(encoderOf)
  const width = encoders.length
  let text = ''
  for (const row of rows) {
    for (let column = 0; column < width; column++) {
      const value = row[column]
      if (column > 0) text += '\t'
      text += value === null || value === undefined ? '\\N' : (encoders[column] as Encode)(value)
    }
    text += '\n'
  }
  return Buffer.from(text, 'utf8')
}

const LINE_END = 0x0a
const TAB = 0x09

/**
 * Those of encoded rows whose cell in `column` is kept. A line is a row, since line ends within
 * cells are escaped; the cell is compared as it is written, so it must be one that is never
 * escaped: a number or an id.
 */
export function keepEncodedRows(
  bytes: Uint8Array,
  column: number,
  keep: (cell: string) => boolean,
): Uint8Array {
  const rows = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const kept: Uint8Array[] = []
  for (let from = 0; from < rows.length; ) {
    const to = rows.indexOf(LINE_END, from) + 1
    let start = from
    for (let passed = 0; passed < column; passed++) start = rows.indexOf(TAB, start) + 1
    if (keep(rows.toString('latin1', start, rows.indexOf(TAB, start)))) {
      kept.push(rows.subarray(from, to))
    }
    from = to
  }
  return Buffer.concat(kept)
}

function encoderOf(type: ColumnType): Encode {
  if (!type.endsWith('[]')) return SCALARS[type] as Encode
  const element = elementOf(type.slice(0, -2))
  return (value) => escapeText(`{${(value as unknown[]).map(element).join(',')}}`)
}

/** An array's element: quoted, with quotes and backslashes escaped, since a text may hold commas. */
function elementOf(type: string): Encode {
  const plain: Encode =
    type === 'jsonb'
      ? jsonText
      : type === 'bytea'
        ? (value) => `\\x${Buffer.from(value as Uint8Array).toString('hex')}`
        : type === 'text'
          ? String
          : (SCALARS[type] as Encode)
  return (value) =>
    value === null || value === undefined
      ? 'NULL'
      : `"${plain(value).replace(/["\\]/g, (mark) => `\\${mark}`)}"`
}
