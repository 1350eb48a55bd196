/** Cases of one route: valid ones, near-valid ones with one thing wrong, and wild ones. */
import fc, { type Arbitrary } from 'fast-check'
import { type Interface, kindOfField, kindOfPath, type Parameter, type Route } from './document.ts'
import { Pick } from './pools.ts'
import { idOf, valuesOf } from './values.ts'
import { spoiled, wildFigure, wildId, wildJson, wildText } from './wild.ts'
import { MAPPING, TABLE, TEXT } from './words.ts'

export type Sort = 'valid' | 'near' | 'wild'

/** A body that is no JSON of ours: sent as it is. */
export class Raw {
  readonly content: string | Uint8Array

  constructor(content: string | Uint8Array) {
    this.content = content
  }
}

export interface Case {
  readonly sort: Sort
  /** Values of the places of the path, by name. */
  readonly path: Readonly<Record<string, unknown>>
  readonly query: Readonly<Record<string, unknown>>
  /** A null leaves a header out that would be there. */
  readonly headers: Readonly<Record<string, string | null>>
  /** Undefined where none is sent. */
  readonly body: unknown
  /** Who asks: whether somebody who may, and which of them, from 0 to 1. */
  readonly byHolder: boolean
  readonly who: number
}

const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

/** Names of the fields of all bodies and queries. */
export function namesOf({ routes, resolve }: Interface): string[] {
  const names = routes.flatMap(({ parameters, body }) => [
    ...parameters.filter((each) => each.in === 'query').map(({ name }) => name),
    ...(body === null || body === 'bytes' ? [] : Object.keys(resolve(body).properties ?? {})),
  ])
  return [...new Set(names)].sort()
}

export interface Ground extends Interface {
  readonly names: readonly string[]
  readonly algorithms: readonly string[]
}

/** All cases of a route, each sort as often as it teaches. */
export function casesOf(ground: Ground, route: Route): Arbitrary<Case> {
  const valid = validOf(ground, route)
  return fc.oneof(
    { weight: 5, arbitrary: valid },
    { weight: 3, arbitrary: nearOf(ground, route, valid) },
    { weight: 2, arbitrary: wildOf(ground, route) },
  )
}

const asker = {
  byHolder: fc.integer({ min: 0, max: 4 }).map((n) => n > 0),
  who: share,
}

function validOf(ground: Ground, route: Route): Arbitrary<Case> {
  const named = (where: Parameter['in']) => route.parameters.filter((each) => each.in === where)
  const path = named('path').map((each) => [each.name, inPath(ground, route, each)] as const)
  const query = named('query').map((each) => [each.name, inQuery(ground, route, each)] as const)
  const requiredKeys = named('query').flatMap(({ name, required }) => (required ? [name] : []))
  return fc.record({
    sort: fc.constant('valid' as const),
    path: fc.record(Object.fromEntries(path)),
    query: fc.record(Object.fromEntries(query), { requiredKeys }),
    headers: fc.constant({}),
    body: bodyOf(ground, route),
    ...asker,
  })
}

function inPath(ground: Ground, route: Route, { name, schema }: Parameter): Arbitrary<unknown> {
  if (name === 'id') return idOf(kindOfPath(route.path))
  if (name === 'number') return fc.integer({ min: 1, max: 3 })
  if (name === 'scheme') return fc.constantFrom('division', 'country', 'industry')
  return valuesOf(ground, schema, name)
}

function inQuery(ground: Ground, route: Route, { name, schema }: Parameter): Arbitrary<unknown> {
  if (name === 'cursor') return share.map((at) => new Pick(`cursor ${route.path}`, at))
  return valuesOf(ground, schema, name, kindOfField(name))
}

function bodyOf(ground: Ground, route: Route): Arbitrary<unknown> {
  if (route.body === null) return fc.constant(undefined)
  if (route.body === 'bytes') return fc.oneof(fc.constantFrom(...FILES), anyFile)
  const made = valuesOf(ground, route.body, '', null)
  // The smallest that is enough, so that not every case fails for one of many optional fields.
  const { required = [] } = ground.resolve(route.body)
  const least = made.map((body) => leastOf(body, required))
  return fc.oneof({ weight: 1, arbitrary: made }, { weight: 1, arbitrary: least })
}

function leastOf(body: unknown, required: readonly string[]): unknown {
  if (body === null || typeof body !== 'object' || Array.isArray(body)) return body
  return Object.fromEntries(Object.entries(body).filter(([name]) => required.includes(name)))
}

const FILES = [TABLE, TEXT, `\ufeff${TABLE}`, `<html><p>${TEXT}</p></html>`].map(
  (content) => new Raw(content),
)
const anyFile = fc
  .oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.string({ maxLength: 100 }).map((s) => `${TABLE}${s}`),
  )
  .map((content) => new Raw(content))

function nearOf(ground: Ground, route: Route, valid: Arbitrary<Case>): Arbitrary<Case> {
  const { names } = ground
  const with_ = (part: Partial<Record<keyof Case, Arbitrary<unknown>>>): Arbitrary<Case> =>
    fc
      .tuple(valid, fc.record(part as Record<string, Arbitrary<unknown>>))
      .map(([whole, other]) => ({ ...whole, ...other, sort: 'near' }) as Case)
  const ways: Arbitrary<Case>[] = [
    with_({ headers: fc.constantFrom(...WRONG_HEADERS) }),
    valid.chain((whole) =>
      spoiled(fc.constant(whole.query), [
        ...names,
        ...route.parameters.map(({ name }) => name),
      ]).map((query) => ({ ...whole, query: query as Case['query'], sort: 'near' as const })),
    ),
  ]
  if (route.path.includes('{')) {
    ways.push(
      valid.chain((whole) =>
        fc.tuple(fc.constantFrom(...Object.keys(whole.path)), wildId).map(([name, id]) => ({
          ...{ ...whole, sort: 'near' as const },
          path: { ...whole.path, [name]: id },
        })),
      ),
    )
  }
  if (route.body !== null && route.body !== 'bytes') {
    const body = spoiled(valuesOf(ground, route.body, '', null), names)
    ways.push(with_({ body }), with_({ body }), with_({ body }), with_({ body: brokenJson }))
  }
  return fc.oneof(...ways)
}

/** What a client may get wrong around a request. */
const WRONG_HEADERS: readonly Case['headers'][] = [
  { 'Idempotency-Key': null },
  { 'Idempotency-Key': 'short' },
  { 'Idempotency-Key': 'k'.repeat(400) },
  { 'Idempotency-Key': 'with a space' },
  { 'Content-Type': 'text/plain' },
  { 'Content-Type': null },
  { 'Content-Type': 'application/x-www-form-urlencoded' },
  { 'Content-Type': 'application/json; charset=utf-16' },
  { Origin: 'https://foreign.example' },
  { Authorization: 'Bearer nobody' },
  { Cookie: 'lianshu=x' },
  { 'Content-Length': '99999999999' },
  { 'Accept-Language': 'xx;q=9, *' },
  { 'X-File-Name': '%E0%A4%A' },
  { 'X-File-Name': encodeURIComponent('../../etc/passwd') },
  { 'If-None-Match': '"x", W/"y"' },
]

const brokenJson = fc
  .constantFrom('{', '{"a":', 'nope', '', '[1,', '{"a":1}}', '\ufeff{}', '"\\u0000"', '{"a":1e999}')
  .map((text) => new Raw(text))

function wildOf(ground: Ground, route: Route): Arbitrary<Case> {
  const { names, algorithms } = ground
  const anyId = fc.oneof(
    { weight: 2, arbitrary: wildId },
    { weight: 2, arbitrary: idOf(kindOfPath(route.path)) },
    { weight: route.path.includes('figures') ? 4 : 0, arbitrary: wildFigure(algorithms) },
  )
  const places = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, anyId])
  const own = route.parameters.filter((each) => each.in === 'query').map(({ name }) => name)
  const hasBody = route.method !== 'GET'
  const body = fc.oneof(wildJson(names), fc.constant(MAPPING), brokenJson, fc.constant(undefined))
  return fc.record({
    sort: fc.constant('wild' as const),
    path: fc.record(Object.fromEntries(places) as Record<string, Arbitrary<unknown>>),
    query: fc.dictionary(
      fc.constantFrom(...own, ...own, 'q', ...names),
      fc.oneof(wildText, wildId),
      {
        maxKeys: 3,
      },
    ),
    headers: fc.oneof(fc.constant({}), fc.constantFrom(...WRONG_HEADERS)),
    body: hasBody ? body : fc.constant(undefined),
    ...asker,
  })
}
