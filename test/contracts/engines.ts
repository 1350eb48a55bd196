/** The two engines as the contract cases see them: one case file, run on each. */
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe } from 'vitest'
import { openStore, type Store, type StoreOptions } from '../../src/store/index.ts'
import { freshDatabase, postgresUrl } from '../database.ts'

/** An empty place of its own: a folder, and on PostgreSQL a database. */
export interface Place {
  options: StoreOptions
  remove(): Promise<void>
}

export interface ContractEngine {
  name: 'pglite' | 'postgres'
  freshPlace(): Promise<Place>
}

/** An embedded database without any tables, to be copied: making one takes seconds of work. */
let template: Promise<string> | null = null

afterAll(async () => {
  if (template !== null) await rm(await template, { recursive: true, force: true })
})

async function createTemplate(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'lianshu-template-'))
  const migrations = join(directory, 'none')
  await mkdir(migrations)
  await (await openStore({ directory, migrations })).close()
  return directory
}

export const embedded: ContractEngine = {
  name: 'pglite',
  async freshPlace() {
    const directory = await mkdtemp(join(tmpdir(), 'lianshu-store-'))
    template ??= createTemplate()
    await cp(await template, directory, { recursive: true })
    return { options: { directory }, remove: () => rm(directory, { recursive: true, force: true }) }
  },
}

export const served: ContractEngine = {
  name: 'postgres',
  async freshPlace() {
    const directory = await mkdtemp(join(tmpdir(), 'lianshu-store-'))
    const database = await freshDatabase()
    return {
      options: { directory, databaseUrl: database.url },
      async remove() {
        await database.drop()
        await rm(directory, { recursive: true, force: true })
      },
    }
  },
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

export const PERSON = '00000000-0000-8000-8000-000000000001'

export async function addTenant(store: Store, id: number): Promise<void> {
  await store.transaction((tx) =>
    tx
      .insertInto('tenant')
      .values({ id, name: '示例市', home: null, created_at: '2026-01-02T03:04:05.000Z' })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
}
