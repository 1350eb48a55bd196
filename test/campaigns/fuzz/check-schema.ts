/**
 * Whether a value is what a schema of the document says. A checker of our own, by the document and not
 * by the schemas of the routes it is made from: a client sees the document alone, and what is lost on
 * the way into it would be lost for both. A field that the document does not name is wrong as well.
 */
import type { Interface, Schema } from './document.ts'

/** The first thing that is wrong, with its place; null when all is well. */
export function wrongIn(
  { resolve }: Pick<Interface, 'resolve'>,
  given: Schema,
  value: unknown,
  place = '$',
): string | null {
  return check({ resolve }, given, value, place)
}

type Way = Pick<Interface, 'resolve'>

function check(way: Way, given: Schema, value: unknown, place: string): string | null {
  const schema = way.resolve(given)
  const { anyOf, oneOf, allOf } = schema
  if (allOf !== undefined) {
    const whole = mergeAll(way, schema)
    return check(way, whole, value, place)
  }
  const choices = anyOf ?? oneOf
  if (choices !== undefined) {
    const wrongs = choices.map((choice) => check(way, choice, value, place))
    const fits = wrongs.filter((wrong) => wrong === null).length
    if (fits === 0) return `${place}: none of ${choices.length} forms (${wrongs.join('; ')})`
    if (oneOf !== undefined && fits > 1) return `${place}: ${fits} forms at once`
    return null
  }
  if (schema.const !== undefined && value !== schema.const) return `${place}: not ${schema.const}`
  if (schema.enum !== undefined && !schema.enum.includes(value)) {
    return `${place}: ${JSON.stringify(value)} is none of ${schema.enum.join(' ')}`
  }
  return (
    wrongType(schema, value, place) ??
    wrongNumber(schema, value, place) ??
    wrongText(schema, value, place) ??
    wrongArray(way, schema, value, place) ??
    wrongObject(way, schema, value, place)
  )
}

/** Parts that hold together, as one object. */
export function mergeAll({ resolve }: Way, schema: Schema): Schema {
  const { allOf = [], ...own } = schema
  const parts = [own as Schema, ...allOf].map((part) => {
    const resolved = resolve(part)
    return resolved.allOf === undefined ? resolved : mergeAll({ resolve }, resolved)
  })
  const types = parts.flatMap(({ type }) => (type === undefined ? [] : [[type].flat()]))
  const type = types.reduce(
    (left, right) => left.filter((one) => right.includes(one)),
    [...(types[0] ?? [])],
  )
  return {
    ...Object.assign({}, ...parts),
    ...(type.length > 0 && { type }),
    ...(parts.some(({ properties }) => properties !== undefined) && {
      properties: Object.assign({}, ...parts.map(({ properties = {} }) => properties)),
      required: parts.flatMap(({ required = [] }) => required),
    }),
  }
}

/** How JSON calls what a value is. */
function typeOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  return Number.isInteger(value) ? 'integer' : typeof value
}

function wrongType({ type }: Schema, value: unknown, place: string): string | null {
  if (type === undefined) return null
  const is = typeOf(value)
  const fits = [type].flat().some((one) => one === is || (one === 'number' && is === 'integer'))
  return fits ? null : `${place}: ${is} instead of ${[type].flat().join(' or ')}`
}

function wrongNumber(schema: Schema, value: unknown, place: string): string | null {
  if (typeof value !== 'number') return null
  const { minimum = -Infinity, maximum = Infinity } = schema
  return value < minimum || value > maximum ? `${place}: ${value} is out of bounds` : null
}

const FORMATS: Readonly<Record<string, RegExp>> = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  date: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
}

function wrongText(schema: Schema, value: unknown, place: string): string | null {
  if (typeof value !== 'string') return null
  const { minLength = 0, maxLength = Infinity, pattern, format = '' } = schema
  const length = [...value].length
  if (length < minLength || value.length > maxLength) return `${place}: ${length} characters`
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(value)) {
    return `${place}: ${JSON.stringify(value)} is not like ${pattern}`
  }
  if (FORMATS[format]?.test(value) === false) return `${place}: ${value} is no ${format}`
  return null
}

function wrongArray(way: Way, schema: Schema, value: unknown, place: string): string | null {
  if (!Array.isArray(value)) return null
  const { minItems = 0, maxItems = Infinity, items } = schema
  if (value.length < minItems || value.length > maxItems) return `${place}: ${value.length} items`
  if (items === undefined) return null
  return first(value.map((item, at) => () => check(way, items, item, `${place}[${at}]`)))
}

function wrongObject(way: Way, schema: Schema, value: unknown, place: string): string | null {
  if (typeOf(value) !== 'object') return null
  const held = value as Record<string, unknown>
  const { properties, required = [], additionalProperties } = schema
  const lacks = required.find((name) => !Object.hasOwn(held, name))
  if (lacks !== undefined) return `${place}: lacks ${lacks}`
  // A schema that names no field at all, as `unknown`, says nothing of what is there.
  if (properties === undefined && additionalProperties === undefined) return null
  return first(
    Object.entries(held).map(([name, part]) => () => {
      const known = properties?.[name]
      if (known !== undefined) return check(way, known, part, `${place}.${name}`)
      if (additionalProperties === true) return null
      if (typeof additionalProperties === 'object') {
        return check(way, additionalProperties, part, `${place}.${name}`)
      }
      return `${place}: has ${name}, which the document does not name`
    }),
  )
}

function first(tries: readonly (() => string | null)[]): string | null {
  for (const one of tries) {
    const wrong = one()
    if (wrong !== null) return wrong
  }
  return null
}
