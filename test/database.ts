/** Databases of their own for tests that run on PostgreSQL. */
import { randomBytes } from 'node:crypto'
import pg from 'pg'

/** Address of the temporary PostgreSQL of this run, or null where the machine has none. */
export const postgresUrl: string | null = process.env.LIANSHU_TEST_POSTGRES ?? null

export interface FreshDatabase {
  url: string
  drop(): Promise<void>
}

/** Creates an empty database on the temporary server; `drop` removes it with all its clients. */
export async function freshDatabase(): Promise<FreshDatabase> {
  if (postgresUrl === null) throw new Error('no PostgreSQL here: guard the test by postgresUrl')
  const name = `test_${randomBytes(8).toString('hex')}`
  await maintain(postgresUrl, `create database ${name}`)
  const url = new URL(postgresUrl)
  url.pathname = `/${name}`
  const drop = (): Promise<void> =>
    maintain(postgresUrl ?? '', `drop database if exists ${name} with (force)`)
  return { url: url.href, drop }
}

async function maintain(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
