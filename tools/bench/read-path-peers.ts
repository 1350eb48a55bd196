/** The peers of the read path as programs: what somebody would write by hand, and a generator. */

/** Exact versions, so that two runs of the bench compare the same. */
export const PEERS = {
  fastify: '5.12.8',
  pg: '8.23.1',
  postgraphile: '4.6.0',
  autocannon: '9.0.0',
} as const

const COLUMNS = [
  ...['id', 'subject', 'property', 'object', 'printed', 'number', 'low', 'high', 'unit'],
  ...['valid_from', 'valid_to', 'sheet', 'page', 'row_number', 'cells', 'span_start', 'span_end'],
  ...['method', 'reader', 'confidence'],
]

const camel = (name: string): string =>
  name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

/** Both read behind row security, as our own role does, told of their tenant once a connection. */
export function peerPrograms(databaseUrl: string, claim: string) {
  const fastify = `
    import Fastify from 'fastify'
    import pg from 'pg'
    const pool = new pg.Pool({ connectionString: ${JSON.stringify(databaseUrl)}, max: 10,
      options: '-c app.tenant=1' })
    const app = Fastify()
    const text = 'select ${COLUMNS.map((name) => `c.${name}`).join(', ')}, s.title, s.publisher '
      + 'from claim c join source s on s.tenant = c.tenant and s.id = c.source '
      + 'where c.tenant = $1 and c.id = $2'
    app.get('/claims/:id', async (request, reply) => {
      const { rows } = await pool.query({ name: 'claim', text, values: [1, request.params.id] })
      return rows[0] ?? reply.code(404).send()
    })
    await app.listen({ port: Number(process.argv[2]), host: '127.0.0.1' })`
  const postgraphile = `
    import { createServer } from 'node:http'
    import pkg from 'postgraphile'
    import pg from 'pg'
    const pool = new pg.Pool({ connectionString: ${JSON.stringify(databaseUrl)}, max: 10 })
    const handler = pkg.postgraphile(pool, 'public', { pgSettings: { 'app.tenant': '1' },
      disableQueryLog: true, graphiql: false, watchPg: false, ignoreRBAC: true })
    createServer(handler).listen(Number(process.argv[2]), '127.0.0.1')`
  const query = `{ claimByTenantAndId(tenant: 1, id: "${claim}") { ${COLUMNS.map(camel).join(' ')} } }`
  return { fastify, postgraphile, query }
}
