import pg from 'pg'

type Parse = (text: string) => unknown

/** Object identifiers of PostgreSQL's built-in types (pg_type.dat), scalar and array. */
const OID = {
  bytea: [17, 1001],
  int8: [20, 1016],
  date: [1082, 1182],
  timestamptz: [1184, 1185],
  numeric: [1700, 1231],
} as const

const SCALARS = {
  bytea: (text) => {
    const bytes = Buffer.from(text.slice(2), 'hex')
    return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  },
  int8: BigInt,
  date: String,
  timestamptz: isoTime,
  numeric: String,
} satisfies Record<keyof typeof OID, Parse>

/**
 * `2026-11-20 09:29:01.5+00` → `2026-11-20T09:29:01.500Z`: the text that JavaScript itself writes,
 * so that times compare as text, with microseconds kept where there are any. Sessions run in UTC.
 */
export function isoTime(text: string): string {
  const match = /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?\+00$/.exec(text)
  if (match === null) return text
  const [, day, time, fraction = ''] = match
  return `${day}T${time}.${fraction.padEnd(3, '0')}Z`
}

/** As `pg-types` exports it; its declarations say otherwise. */
const arrays = pg.types.arrayParser as unknown as {
  create(text: string, parse: Parse): { parse(): unknown[] }
}

const parsers = new Map<number, Parse>(
  (Object.keys(OID) as (keyof typeof OID)[]).flatMap((name): [number, Parse][] => {
    const [scalar, array] = OID[name]
    const parse: Parse = SCALARS[name]
    return [
      [scalar, parse],
      [array, (text) => arrays.create(text, parse).parse()],
    ]
  }),
)

/** How both engines hand values over; what is not named here is as `pg` does it. */
export const typeParsers = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : parsers.get(oid)) ??
    pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
}
