/** What nobody meant: texts, values and ids of any kind, and valid requests with one thing wrong. */
import fc, { type Arbitrary } from 'fast-check'
import { Pick } from './pools.ts'

/** Texts that databases, parsers and people stumble over. */
export const HOSTILE: readonly string[] = [
  ...['', ' ', '\u0000', 'a\u0000b', '\u202Eabc', '\ud800', 'a\u200bb', '\u0001', '𬭎'.repeat(40)],
  ...[
    "'; drop table claim; --",
    "';--",
    '%',
    '../..',
    'NaN',
    '1e999',
    '-0',
    '__proto__',
    '{{7*7}}',
  ],
  ...['${7*7}', '<script>alert(1)</script>', '\r\nX-Evil: 1', 'null', 'true', '\ufeff', '\uffff'],
  ...['9007199254740993', '1'.repeat(400), '=cmd|’/c calc’!A0', '2026-02-30', '0000-00-00'],
]

export const wildText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(...HOSTILE),
)

const forged = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

const SOME_ID = '00000000-0000-8000-8000-000000000000'
const dates = { known: '2026-01-01T00:00:00Z', valid: '2026-01-01', home: '' }

/** What is inside a cursor, made up. */
const wildCursor = fc
  .oneof(
    fc.constantFrom<unknown>(-1, 'x', 1e99, null, [], { name: 'a\u0000', id: SOME_ID }),
    fc.record({ name: wildText, id: fc.constantFrom('x', SOME_ID) }),
    fc.jsonValue({ maxDepth: 2 }),
  )
  .map(forged)

/** Figures that are computed on demand, with made-up parameters. */
export const wildFigure = (algorithms: readonly string[]): Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom(...algorithms, 'none'),
      fc.constantFrom<unknown>(
        { chain: 'x', stage: 'y', what: 'firms', word: 'strong', place: 'local', ...dates },
        { chain: SOME_ID, stage: 'a\u0000', what: 'firms', word: 'strong', ...dates },
        { chain: SOME_ID, what: 'claims', ...dates, known: 'tomorrow' },
        { chain: SOME_ID, what: 'claims', ...dates, valid: '99999-01-01' },
        { what: { deep: [] } },
        null,
      ),
    )
    .map(([algorithm, parameters]) => `q.${algorithm}.${forged(parameters)}`)

export const wildId = fc.oneof(
  fc.uuid(),
  fc
    .double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
    .map((at) => new Pick('foreign', at)),
  wildText,
  wildCursor,
  fc.constantFrom(
    'c.x',
    'q.total.e30',
    'q.stage-firms.bnVsbA',
    'd.',
    '-1',
    '0',
    '1',
    '99999999999',
  ),
)

/** A body of anything; the names are those that the interface has somewhere. */
export const wildJson = (names: readonly string[]): Arbitrary<unknown> =>
  fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.dictionary(fc.constantFrom(...names, '__proto__', 'constructor'), fc.jsonValue(), {
      maxKeys: 6,
    }),
    fc.dictionary(fc.constantFrom(...names), wildText, { maxKeys: 6 }),
    wildText,
    fc.array(fc.jsonValue({ maxDepth: 1 }), { maxLength: 4 }),
  )

/** One value in place of another of its kind, wrong in its type or its size. */
const wrongValue = fc.oneof(
  fc.constantFrom<unknown>(null, true, -1, 0, 1.5, 1e308, '', [], {}, [[]], '长'.repeat(5_000)),
  wildText,
  wildCursor,
)

/** Takes a valid value and spoils it in one place. */
export const spoiled = (valid: Arbitrary<unknown>, names: readonly string[]): Arbitrary<unknown> =>
  fc
    .record({
      value: valid,
      way: fc.constantFrom('lose', 'add', 'wrong', 'wrong'),
      at: fc.nat(1_000),
      name: fc.constantFrom(...names, '__proto__', 'constructor', 'tenant', 'id'),
      wrong: wrongValue,
    })
    .map(({ value, way, at, name, wrong }) => {
      const places = placesIn(value, [])
      const place = places[at % Math.max(1, places.length)]
      if (place === undefined || way === 'add') return addTo(value, name, wrong)
      return changed(value, place, way === 'lose' ? undefined : wrong)
    })

type Place = readonly (string | number)[]

/** Every place within a value, from the outside in. */
function placesIn(value: unknown, place: Place): Place[] {
  if (value === null || typeof value !== 'object' || value instanceof Pick) return []
  return Object.entries(value).flatMap(([name, part]) => {
    const here = [...place, Array.isArray(value) ? Number(name) : name]
    return [here, ...placesIn(part, here)]
  })
}

function changed(value: unknown, [first, ...rest]: Place, put: unknown): unknown {
  if (first === undefined) return put
  if (Array.isArray(value)) {
    return value.map((part, at) => (at === first ? changed(part, rest, put) : part))
  }
  const held = value as Record<string, unknown>
  return { ...held, [first]: changed(held[first], rest, put) }
}

/** A field of its own, even one that is named as the prototype is. */
function addTo(value: unknown, name: string, part: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return part
  const copy = { ...value }
  Object.defineProperty(copy, name, { value: part, enumerable: true })
  return copy
}
