/** The interface document as the server gives it out, and what its names are ids of. */
import type { Api } from '../../../src/shell/http/frame/context.ts'
import { HOST } from '../../../src/shell/http/open-app.case.ts'

/** A schema of JSON, as far as the document uses them. */
export interface Schema {
  readonly [keyword: string]: unknown
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
  readonly items?: Schema
  readonly minItems?: number
  readonly maxItems?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly pattern?: string
  readonly format?: string
}

export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required?: boolean
  readonly schema: Schema
}

/** Media type to schema; of bytes the schema says nothing more. */
type Content = Readonly<Record<string, { readonly schema?: Schema }>>

export interface Route {
  /** `get /api/chains`, as the table of permissions calls it. */
  readonly name: string
  readonly method: string
  readonly path: string
  readonly parameters: readonly Parameter[]
  /** The schema of a JSON body; null without one, `bytes` where a file is the body. */
  readonly body: Schema | 'bytes' | null
  /** Status, or `default`, to what it answers. */
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>
}

export interface Interface {
  readonly routes: readonly Route[]
  /** Follows references until something is said. */
  resolve(schema: Schema): Schema
}

interface RawRoute {
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: Content }
  readonly responses: Route['responses']
}

interface RawDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, RawRoute>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

/** Asks a server for its document. */
export async function readInterface(app: Api): Promise<Interface> {
  const headers = { Host: 'localhost:7310' }
  const answer = await app.request(`${HOST}/api/openapi.json`, { headers })
  const { paths, components } = (await answer.json()) as RawDocument
  const resolve = (schema: Schema): Schema =>
    schema.$ref === undefined
      ? schema
      : resolve(components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {})
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, raw]) => routeOf(method, path, raw)),
  )
  return { routes, resolve }
}

function routeOf(method: string, path: string, raw: RawRoute): Route {
  const { parameters = [], requestBody, responses } = raw
  const content = requestBody?.content
  const body = content === undefined ? null : (content['application/json']?.schema ?? 'bytes')
  const name = `${method} ${path}`
  return { name, method: method.toUpperCase(), path, parameters, body, responses }
}

export const isWrite = (route: Route): boolean => route.method !== 'GET'

/** Kinds of things by the nouns of paths and the names of fields. */
const NOUNS: Readonly<Record<string, string>> = {
  ...{ chains: 'chain', claims: 'claim', consents: 'consent', figures: 'figure', jobs: 'job' },
  ...{ organisations: 'organisation', people: 'person', review: 'claim', sources: 'source' },
  ...{ stages: 'stage', things: 'thing', firms: 'thing', collections: 'round', lists: 'list' },
  ...{ mappings: 'mapping', codes: 'scheme', identity: 'decision', log: 'witness' },
}
const FIELDS: readonly (readonly [RegExp, string])[] = [
  [/^(thing|firm|from|into|one|other|target|object|subject|things)$/, 'thing'],
  [/^claims?$|^(keep|withdraw)$/, 'claim'],
  [/^(sources?|replaces|supersedes)$/, 'source'],
  [/^chains?$/, 'chain'],
  [/^(stages?|parent|to)$/, 'stage'],
  [/^(organisations?|recipient)$/, 'organisation'],
  [/^(person|people|actor)$/, 'person'],
  [/^jobs?$/, 'job'],
  [/^batch$/, 'batch'],
  [/^decisions?$/, 'decision'],
  [/^(entry|entries)$/, 'entry'],
  [/^rounds?$/, 'round'],
  [/^lists?$/, 'list'],
  [/^mapping$/, 'mapping'],
]

/** What the `{id}` of a path is an id of. */
export function kindOfPath(path: string): string {
  if (/\/decisions\/\{id\}/.test(path)) return 'decision'
  return NOUNS[/^\/api\/([a-z]+)/.exec(path)?.[1] ?? ''] ?? 'thing'
}

/** What a field of this name is an id of; null where it is none. */
export const kindOfField = (name: string): string | null =>
  FIELDS.find(([pattern]) => pattern.test(name))?.[1] ?? null
