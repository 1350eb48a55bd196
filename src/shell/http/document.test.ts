import { expect, test } from 'vitest'
import { openApiDocument } from './document.ts'
import { EVERY_ROUTE } from './schemas/every-route.ts'

const document = openApiDocument('1.2.3')

/** Unsafe methods without an Idempotency-Key, each with its reason. */
const KEYLESS: Record<string, string> = {
  'post /api/session': 'answers with a secret, which must not be stored for a replay',
  'delete /api/session': 'ending a session twice ends it once',
  'post /api/session/proof': 'takes a secret, which must not be stored for a replay',
  'post /api/session/role': 'sets a value of the session; setting it twice sets it once',
  'post /api/claims/{id}/check': 'reads only',
  'post /api/sources/{id}/preview': 'reads only',
  'post /api/collections/plan': 'reads only',
}

test('the document is OpenAPI 3.1 and holds every route once', () => {
  expect(document.openapi).toBe('3.1.0')
  expect(document.info.version).toBe('1.2.3')
  const listed = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method} ${path}`),
  )
  const defined = EVERY_ROUTE.map(({ method, path }) => `${method} ${path}`)
  expect(listed.toSorted()).toEqual(defined.toSorted())
  expect(new Set(defined).size).toBe(defined.length)
})

test('every write asks for an Idempotency-Key, but for a closed list', () => {
  const keyless = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    (['post', 'put', 'patch', 'delete'] as const)
      .filter((method) => item[method] !== undefined)
      .filter(
        (method) => !JSON.stringify(item[method]?.parameters ?? []).includes('Idempotency-Key'),
      )
      .map((method) => `${method} ${path}`),
  )
  expect(keyless.toSorted()).toEqual(Object.keys(KEYLESS).toSorted())
})

test('every route says that it may answer with a problem document', () => {
  for (const route of EVERY_ROUTE) {
    expect(Object.keys(route.responses), `${route.method} ${route.path}`).toContain('default')
  }
})

test('what may be null is said to be, beside the schema that it has otherwise', () => {
  const { schemas = {} } = document.components ?? {}
  const { properties = {} } = schemas.StageTile as { properties?: Record<string, unknown> }
  const position = { $ref: '#/components/schemas/Position' }
  expect(properties.position).toEqual({ anyOf: [position, { type: 'null' }] })
})
