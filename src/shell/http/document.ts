// The OpenAPI document. It needs neither a store nor a server, so tools may ask for it at build time.
import { OpenAPIHono } from '@hono/zod-openapi'
import { EVERY_ROUTE } from './schemas/every-route.ts'

const build = (version: string) => {
  const app = new OpenAPIHono()
  for (const route of EVERY_ROUTE) app.openAPIRegistry.registerPath(route)
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: '链枢 Lianshu',
      version,
      description: 'Evidence in, chain map out; every figure leads to its source.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: [{ url: '/' }],
  })
}

/** OpenAPI 3.1 document of the whole HTTP interface. */
export function openApiDocument(version = '0'): ReturnType<typeof build> {
  return withNulls(build(version)) as ReturnType<typeof build>
}

/**
 * Says of each named schema that may be null as well that it may. The generator writes both parts of
 * such a schema as if they held at once, and then a null is what the document forbids.
 */
function withNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withNulls)
  if (value === null || typeof value !== 'object') return value
  const parts = Object.entries(value).map(([name, part]) => [name, withNulls(part)] as const)
  const { allOf, ...own } = Object.fromEntries(parts)
  const [named, nullable] = (allOf ?? []) as [unknown, { type?: unknown; properties?: unknown }]
  const isNullable = Array.isArray(nullable?.type) && nullable.type.includes('null')
  if (!isNullable || nullable.properties !== undefined) return Object.fromEntries(parts)
  const { type: _, ...said } = nullable
  return { ...own, ...said, anyOf: [named, { type: 'null' }] }
}
