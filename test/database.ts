/** Databases of their own for tests that run on PostgreSQL. */
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openStore } from '../src/store/index.ts'

/** Address of the temporary PostgreSQL of this run as its superuser, or null where there is none. */
export const postgresUrl: string | null = process.env.LIANSHU_TEST_POSTGRES ?? null

export interface FreshDatabase {
  /** As the application signs in: a role that owns nothing, so that all runs behind the wall. */
  url: string
  /** As the owner of the database. */
  ownerUrl: string
  drop(): Promise<void>
}

/** The role of the application on the temporary server. */
export const APPLICATION = 'lianshu_application'
/** A database with all tables, to be copied. */
const TEMPLATE = 'lianshu_migrated'

/**
 * Creates a database on the temporary server, empty or with all tables; `drop` removes it with all
 * its clients.
 */
export async function freshDatabase(
  kind: 'empty' | 'migrated' = 'migrated',
): Promise<FreshDatabase> {
  if (postgresUrl === null) throw new Error('no PostgreSQL here: guard the test by postgresUrl')
  const name = `test_${randomBytes(8).toString('hex')}`
  const like = kind === 'migrated' ? ` template ${TEMPLATE}` : ''
  await maintain(postgresUrl, `create database ${name}${like}`)
  const drop = (): Promise<void> =>
    maintain(postgresUrl ?? '', `drop database if exists ${name} with (force)`)
  return { ...addressesOf(postgresUrl, name), drop }
}

/** Makes the role of the application and the database that tests copy, once for a run. */
export async function makeTemplateDatabase(server: string): Promise<void> {
  await maintain(server, `create role ${APPLICATION} login`)
  await maintain(server, `create database ${TEMPLATE}`)
  const { url, ownerUrl } = addressesOf(server, TEMPLATE)
  const directory = await mkdtemp(join(tmpdir(), 'lianshu-template-'))
  await (await openStore({ directory, databaseUrl: url, ownerUrl })).close()
  await rm(directory, { recursive: true, force: true })
}

function addressesOf(server: string, name: string): { url: string; ownerUrl: string } {
  const url = new URL(server)
  url.pathname = `/${name}`
  const ownerUrl = url.href
  url.username = APPLICATION
  return { url: url.href, ownerUrl }
}

/** Runs a statement as the owner of a database. */
export async function maintain(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
