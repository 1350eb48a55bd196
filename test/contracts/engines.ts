/** The two engines as the contract cases see them: one case file, run on each. */
import { cpSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe } from 'vitest'
import { enterTenant } from '../../src/store/engine/tenant-scope.ts'
import { openStore, type Store, type StoreOptions } from '../../src/store/index.ts'
import { APPLICATION, freshDatabase, maintain, postgresUrl } from '../database.ts'
import { templateOf } from '../templates.ts'

/** A place of its own: a folder, and on PostgreSQL a database. */
export interface Place {
  options: StoreOptions
  /** The served database as its owner; the embedded one has none. */
  ownerUrl?: string
  remove(): Promise<void>
}

export interface ContractEngine {
  name: 'pglite' | 'postgres'
  /** A place that holds nothing yet; the embedded one has its tables already. */
  freshPlace(): Promise<Place>
  /** A place without any tables. */
  emptyPlace(): Promise<Place>
}

async function copyOf(kind: 'empty' | 'migrated'): Promise<Place> {
  const directory = await mkdtemp(join(tmpdir(), 'lianshu-store-'))
  // Not the one that waits: it takes three times the work for a thousand small files.
  cpSync(templateOf(kind), directory, { recursive: true })
  return { options: { directory }, remove: () => rm(directory, { recursive: true, force: true }) }
}

export const embedded: ContractEngine = {
  name: 'pglite',
  freshPlace: () => copyOf('migrated'),
  emptyPlace: () => copyOf('empty'),
}

/** The address of the owner comes along, though only a place without tables has need of it. */
async function placeServed(kind: 'empty' | 'migrated'): Promise<Place> {
  const directory = await mkdtemp(join(tmpdir(), 'lianshu-store-'))
  const { url: databaseUrl, ownerUrl, drop } = await freshDatabase(kind)
  return {
    options: { directory, databaseUrl, ...(kind === 'empty' && { ownerUrl }) },
    ownerUrl,
    async remove() {
      await drop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

export const served: ContractEngine = {
  name: 'postgres',
  freshPlace: () => placeServed('migrated'),
  emptyPlace: () => placeServed('empty'),
}

/** Runs the cases on PGlite, and on PostgreSQL where the test command could start one. */
export function onEachEngine(cases: (engine: ContractEngine) => void): void {
  describe('pglite', () => cases(embedded))
  describe.skipIf(postgresUrl === null)('postgres', () => cases(served))
}

/** A store that the cases of one block share: opening one takes longer than most cases. */
export function sharedStore(engine: ContractEngine): {
  readonly store: Store
  readonly place: Place
} {
  let store: Store
  let place: Place
  beforeAll(async () => {
    place = await engine.freshPlace()
    store = await openStore(place.options)
  })
  afterAll(async () => {
    await store.close()
    await place.remove()
  })
  return {
    get store() {
      return store
    },
    get place() {
      return place
    },
  }
}

/** Makes a table that only a test has; on a server its owner makes it, as with all tables. */
export const makeTable = (store: Store, place: Place, definition: string): Promise<void> =>
  asOwner(store, place, `create table if not exists ${definition}`)

/** Says a statement as whoever owns the tables; what it makes, the application may use. */
export async function asOwner(store: Store, place: Place, statement: string): Promise<void> {
  if (place.ownerUrl === undefined) {
    await sql.raw(statement).execute(store.read)
    return
  }
  await maintain(
    place.ownerUrl,
    `${statement}; grant all on all tables in schema public to ${APPLICATION}`,
  )
}

export const PERSON = '00000000-0000-8000-8000-000000000001'

/** Adds a tenant and, from here on, works in its scope. */
export async function addTenant(store: Store, id: number): Promise<void> {
  enterTenant(id)
  await store.transaction((tx) =>
    tx
      .insertInto('tenant')
      .values({ id, name: '示例市', home: null, created_at: '2026-01-02T03:04:05.000Z' })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
}
