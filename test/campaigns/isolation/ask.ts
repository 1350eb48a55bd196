/** Requests made from the interface document, pointed at a target in one of their places. */
import { openApiDocument } from '../../../src/shell/http/document.ts'
import { type Ids, LIST, type Target } from './world.ts'

type Schema = Readonly<Record<string, unknown>> & { type?: string | string[] }

export interface Route {
  readonly name: string
  readonly method: string
  readonly path: string
  readonly parameters: readonly { name: string; in: string; required?: boolean; schema: Schema }[]
  /** The schema of a JSON body; null without one, `bytes` where a file is the body. */
  readonly body: Schema | 'bytes' | null
}

/** Where a request speaks of its target. */
export const PLACES = ['path', 'body', 'filter', 'search', 'error'] as const
export type Place = (typeof PLACES)[number]

const document = openApiDocument() as unknown as {
  paths: Record<string, Record<string, RawRoute>>
  components: { schemas: Record<string, Schema> }
}
interface RawRoute {
  parameters?: Route['parameters']
  requestBody?: { content: Record<string, { schema?: Schema }> }
}

/** Every route of the document. */
export const ROUTES: readonly Route[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { parameters = [], requestBody }]) => ({
    name: `${method} ${path}`,
    ...{ method: method.toUpperCase(), path, parameters },
    body:
      requestBody === undefined
        ? null
        : (requestBody.content['application/json']?.schema ?? ('bytes' as const)),
  })),
)

/** The places in which a route can speak of a target at all. */
export function placesOf(route: Route): Place[] {
  const queries = route.parameters.filter((each) => each.in === 'query')
  return PLACES.filter((place) => {
    if (place === 'path') return pathKind(route) !== null
    if (place === 'body') return route.body !== null
    if (place === 'filter') return queries.some(({ name }) => kindOf(name) !== null)
    if (place === 'search') return queries.some(({ name }) => name === 'q')
    return true
  })
}

export interface Request {
  readonly method: string
  readonly url: string
  readonly body: unknown
}

/** The request of a route that speaks of `target` in a place, and of `shared` everywhere else. */
export function requestOf(
  route: Route,
  place: Place,
  target: Pick<Target, 'ids' | 'stem'>,
  shared: Ids,
): Request {
  const inPath = place === 'path' || place === 'error' ? target.ids : shared
  const kind = pathKind(route)
  const path = route.path
    .replace('{scheme}', 'division')
    .replace('{number}', '1')
    .replace('{id}', kind === null ? fixedId(route) : idIn(route, inPath, kind))
  const query = new URLSearchParams()
  for (const { name, in: where, required = false, schema } of route.parameters) {
    if (where !== 'query') continue
    const isTold = required || (place === 'filter' && kindOf(name) !== null)
    if (name === 'q' && place === 'search') query.set(name, target.stem)
    else if (name === 'limit' && place === 'error') query.set(name, `-${target.ids.thing}`)
    else if (isTold)
      query.set(name, String(sample(schema, name, place === 'path' ? shared : target.ids)))
  }
  const ids = place === 'body' || place === 'error' ? target.ids : shared
  const body = bodyOf(route, place, ids)
  return { method: route.method, url: `${path}${query.size > 0 ? `?${query}` : ''}`, body }
}

function bodyOf(route: Route, place: Place, ids: Ids): unknown {
  if (route.body === null) return undefined
  if (route.body === 'bytes') return ids.source
  const filled = sample(route.body, '', ids)
  // A field that no route has: what is wrong is said, and nothing besides.
  return place === 'error' ? { ...(filled as object), unheardOf: ids.thing } : filled
}

/** What the `{id}` of a route is an id of; null where it names no thing of a target. */
export function pathKind({ path }: Route): keyof Ids | null {
  if (!path.includes('{id}') || path.startsWith('/api/lists') || path.startsWith('/api/mappings')) {
    return null
  }
  const [, noun = ''] = /^\/api\/([a-z]+)/.exec(path) ?? []
  const kinds: Record<string, keyof Ids> = {
    ...{ chains: 'chain', claims: 'claim', consents: 'consent', figures: 'claim', jobs: 'job' },
    ...{ organisations: 'organisation', people: 'person', review: 'claim', sources: 'source' },
    ...{ stages: 'stage', things: 'thing', collections: 'job', identity: 'job' },
  }
  return kinds[noun] ?? null
}

const fixedId = ({ path }: Route): string => (path.startsWith('/api/lists') ? LIST : 'firms')

const idIn = ({ path }: Route, ids: Ids, kind: keyof Ids): string =>
  path.startsWith('/api/figures') ? `c.${ids[kind]}` : ids[kind]

/** What a field of this name is an id of. */
function kindOf(name: string): keyof Ids | null {
  if (/^(thing|firm|from|into|target|object|subject|other|things)$/.test(name)) return 'thing'
  if (/^claims?$/.test(name)) return 'claim'
  if (/^(sources?|batch|replaces)$/.test(name)) return 'source'
  if (/^(chains?)$/.test(name)) return 'chain'
  if (/^(stage|parent)$/.test(name)) return 'stage'
  if (/^(organisations?|recipient)$/.test(name)) return 'organisation'
  if (/^(entry|decision|job|round)$/.test(name)) return 'job'
  return null
}

/** The smallest value of a schema, its ids being those of a target. */
function sample(given: Schema, name: string, ids: Ids): unknown {
  const schema = resolved(given)
  if (schema.const !== undefined) return schema.const
  if (Array.isArray(schema.enum)) return schema.enum[0]
  const [first] = (schema.anyOf ?? schema.oneOf ?? []) as Schema[]
  if (first !== undefined) return sample(first, name, ids)
  if (Array.isArray(schema.allOf)) {
    return Object.assign({}, ...(schema.allOf as Schema[]).map((part) => sample(part, name, ids)))
  }
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  if (type === 'object') return sampleObject(schema, ids)
  if (type === 'array') {
    const count = Math.max(1, Number(schema.minItems ?? 0))
    return Array.from({ length: count }, () => sample((schema.items ?? {}) as Schema, name, ids))
  }
  if (type === 'integer' || type === 'number') return Math.max(1, Number(schema.minimum ?? 1))
  if (type === 'boolean') return false
  return sampleText(schema, name, ids)
}

function sampleObject(schema: Schema, ids: Ids): unknown {
  const properties = (schema.properties ?? {}) as Record<string, Schema>
  const required = new Set((schema.required ?? []) as string[])
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([name]) => required.has(name) || kindOf(name) !== null)
      .map(([name, part]) => [name, sample(part, name, ids)]),
  )
}

/** Texts by their name, where a schema says less than the route asks. */
const TEXTS: Readonly<Record<string, string>> = {
  ...{ code: '310115', home: '310115', scheme: 'stock-code', kind: 'firm', property: 'revenue' },
  ...{ value: '3亿元', login: 'somebody', password: 'a-long-password-of-a-test', current: 'x' },
  ...{ next: 'another-long-password', role: 'office', name: '某名', region: '310000' },
}

function sampleText(schema: Schema, name: string, ids: Ids): string {
  const kind = kindOf(name)
  const isId = schema.format === 'uuid' || (kind !== null && schema.pattern === undefined)
  if (isId) return ids[kind ?? 'thing']
  if (schema.format === 'date') return '2026-11-20'
  if (schema.format === 'date-time') return '2026-11-20T00:00:00.000Z'
  return TEXTS[name] ?? '某字'
}

function resolved(schema: Schema): Schema {
  const reference = schema.$ref
  if (typeof reference !== 'string') return schema
  return resolved(document.components.schemas[reference.split('/').at(-1) ?? ''] ?? {})
}
