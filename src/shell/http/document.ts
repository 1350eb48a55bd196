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
  return build(version)
}
