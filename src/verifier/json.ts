/** What JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [name: string]: Json
}

/** JSON in its one spelling: names sorted by code unit, no blanks. */
export function spelled(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (isList(value)) return `[${value.map(spelled).join(',')}]`
  const names = Object.keys(value).sort()
  return `{${names.map((name) => `${JSON.stringify(name)}:${spelled(value[name] ?? null)}`).join(',')}}`
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

/** The JSON of a text that has the one spelling and a line break at its end; else undefined. */
export function readJson(text: string): Json | undefined {
  try {
    const value = JSON.parse(text) as Json
    return `${spelled(value)}\n` === text ? value : undefined
  } catch {
    return undefined
  }
}

/** The objects of a text with one a line; undefined where a line is none. */
export function readLines(text: string): JsonObject[] | undefined {
  if (text === '') return []
  if (!text.endsWith('\n')) return undefined
  const lines = text.slice(0, -1).split('\n')
  const objects = lines.map((line) => objectOf(readJson(`${line}\n`)))
  return objects.every((each) => each !== undefined) ? objects : undefined
}

export function objectOf(value: Json | undefined): JsonObject | undefined {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isObject ? (value as JsonObject) : undefined
}

/** An object at a name, or an empty one: what is asked of it is then not there. */
export const inside = (object: JsonObject | undefined, name: string): JsonObject =>
  objectOf(object?.[name]) ?? {}

export const listAt = (object: JsonObject | undefined, name: string): readonly Json[] => {
  const value = object?.[name]
  return value !== undefined && isList(value) ? value : []
}

export const textAt = (object: JsonObject | undefined, name: string): string => {
  const value = object?.[name]
  return typeof value === 'string' ? value : ''
}

/** Bytes of base64 in its one spelling; null for anything else. */
export function bytesOf(base64: Json | undefined): Buffer | null {
  if (typeof base64 !== 'string') return null
  const bytes = Buffer.from(base64, 'base64')
  return bytes.toString('base64') === base64 ? bytes : null
}

/** Hashes of a proof; null where one of them is none. */
export function hashesOf(values: readonly Json[]): Buffer[] | null {
  const hashes = values.map(bytesOf)
  return hashes.every((hash) => hash?.length === 32) ? (hashes as Buffer[]) : null
}

/** A count of leaves; null for what is no whole number. */
export const countOf = (value: Json | undefined): bigint | null =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? BigInt(value) : null
