/** Values that a schema of the document allows, as arbitraries: small, and often of what really exists. */
import fc, { type Arbitrary } from 'fast-check'
import { mergeAll } from './check-schema.ts'
import { type Interface, kindOfField, type Schema } from './document.ts'
import { Pick } from './pools.ts'
import { MAPPING, NAMED_TEXTS } from './words.ts'

const KINDS = ['thing', 'claim', 'source', 'chain', 'stage', 'job', 'round', 'person', 'decision']

/** Mostly an id of the kind that is meant, now and then of another, or of nothing. */
export function idOf(kind: string): Arbitrary<unknown> {
  return fc.oneof(
    { weight: 24, arbitrary: share.map((at) => new Pick(kind, at)) },
    { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...KINDS), share).map(pickOf) },
    { weight: 1, arbitrary: share.map((at) => new Pick('foreign', at)) },
    { weight: 1, arbitrary: fc.uuid() },
  )
}

const pickOf = ([kind, at]: [string, number]): Pick => new Pick(kind, at)
const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

/** Values of a schema; `name` is the field that it stands in, and `kind` what an id in it is of. */
export function valuesOf(
  way: Pick0,
  given: Schema,
  name: string,
  kind = kindOfField(name),
  depth = 0,
): Arbitrary<unknown> {
  const schema = way.resolve(given)
  const { anyOf, oneOf, allOf, type, properties } = schema
  if (given.$ref?.endsWith('/MappingDocument') === true) return fc.constant(MAPPING)
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  if (allOf !== undefined) return valuesOf(way, mergeAll(way, schema), name, kind, depth)
  const choices = anyOf ?? oneOf
  if (choices !== undefined) {
    return fc.oneof(...choices.map((choice) => valuesOf(way, choice, name, kind, depth)))
  }
  const types = type === undefined ? (properties ? ['object'] : ['null']) : [type].flat()
  const forms = types.map((one) => ofType(way, { ...schema, type: one }, name, kind, depth))
  // A null is allowed in many places and says the same in all of them.
  const weighted = forms.map((arbitrary, at) => ({
    weight: types[at] === 'null' ? 1 : 5,
    arbitrary,
  }))
  return fc.oneof(...weighted)
}

type Pick0 = globalThis.Pick<Interface, 'resolve'>

function ofType(
  way: Pick0,
  schema: Schema,
  name: string,
  kind: string | null,
  depth: number,
): Arbitrary<unknown> {
  const { type, minimum, maximum } = schema
  if (type === 'null') return fc.constant(null)
  if (type === 'boolean') return fc.boolean()
  if (type === 'integer' || type === 'number') {
    const min = minimum ?? -1000
    const small = fc.integer({ min, max: Math.min(maximum ?? 1000, min + 3) })
    return fc.oneof(small, small, fc.integer({ min, max: maximum ?? 2 ** 31 }))
  }
  if (type === 'array') return arraysOf(way, schema, name, kind, depth)
  if (type === 'object') return objectsOf(way, schema, depth)
  return textsOf(schema, name, kind)
}

function arraysOf(
  way: Pick0,
  { items = {}, minItems = 0, maxItems = 3 }: Schema,
  name: string,
  kind: string | null,
  depth: number,
): Arbitrary<unknown> {
  const item = valuesOf(way, items, name, kind, depth + 1)
  return fc.array(item, {
    minLength: minItems,
    maxLength: Math.max(minItems, Math.min(maxItems, 3)),
  })
}

const DEEPEST = 5

function objectsOf(way: Pick0, schema: Schema, depth: number): Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties } = schema
  const named = Object.entries(properties).filter(
    ([name]) => depth < DEEPEST || required.includes(name),
  )
  const fields = Object.fromEntries(
    named.map(([name, part]) => [name, valuesOf(way, part, name, kindOfField(name), depth + 1)]),
  )
  const requiredKeys = required.filter((name) => Object.hasOwn(fields, name))
  const whole = fc.record(fields, { requiredKeys })
  if (typeof additionalProperties !== 'object' || named.length > 0) return whole
  const key = fc.constantFrom('revenue', 'name', 'a', 'b')
  return fc.dictionary(key, valuesOf(way, additionalProperties, '', null, depth + 1), {
    maxKeys: 3,
  })
}

/** Texts of a schema; those that mean something in a field of this name are preferred. */
function textsOf(schema: Schema, name: string, kind: string | null): Arbitrary<unknown> {
  const { format, pattern, minLength = 0, maxLength = 200 } = schema
  if (format === 'uuid') return idOf(kind ?? 'thing')
  if (kind === 'list' || kind === 'mapping' || kind === 'figure') return idOf(kind)
  if (format === 'date')
    return fc.constantFrom('2026-11-30', '2099-12-31', '2024-02-29', '2099-12-30')
  if (format === 'date-time') return fc.constantFrom('2026-11-20T00:00:00.000Z')
  if (name === 'note') return fc.oneof(idOf('note'), fc.string({ minLength, maxLength: 50 }))
  const meant = NAMED_TEXTS[name]
  if (meant !== undefined) {
    return fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...meant) },
      { weight: 1, arbitrary: anyText(pattern, minLength, maxLength) },
    )
  }
  return anyText(pattern, minLength, maxLength)
}

function anyText(
  pattern: string | undefined,
  minLength: number,
  maxLength: number,
): Arbitrary<string> {
  if (pattern !== undefined) {
    return fc
      .stringMatching(new RegExp(pattern, 'u'), { size: 'small' })
      .filter(({ length }) => length >= minLength && length <= maxLength)
  }
  const most = Math.min(maxLength, minLength + 30)
  const long = fc
    .integer({ min: minLength, max: Math.min(maxLength, 2_000) })
    .map((n) => '长'.repeat(n))
  return fc.oneof(
    {
      weight: 5,
      arbitrary: fc
        .constantFrom('某字', '甲公司', 'a', '𬭎业', 'Ａ１')
        .filter(({ length }) => length >= minLength && length <= maxLength),
    },
    { weight: 3, arbitrary: fc.string({ unit: 'grapheme', minLength, maxLength: most }) },
    { weight: 1, arbitrary: long },
  )
}
