/** src/web/api/schema.ts: the types of the HTTP interface, out of its OpenAPI document. */
import openapi, { astToString } from 'openapi-typescript'
import { openApiDocument } from '../src/shell/http/document.ts'

const HEAD = '// Generated from the OpenAPI document by `npm run docs`; do not edit.\n'

export async function makeApi(): Promise<string> {
  const document = JSON.parse(JSON.stringify(openApiDocument()))
  return HEAD + astToString(await openapi(document))
}
