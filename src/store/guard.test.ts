// The embedded engine comes back after a power cut with every row that was acknowledged.
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { embedded } from '../../test/contracts/engines.ts'
import { digestTables } from './backup/index.ts'
import { insertRows } from './insert-rows.ts'
import { folderDisk, Journal, thisBoot } from './journal/index.ts'
import { openStore, type Store } from './store.ts'

let folder: string
let directory: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lianshu-guard-'))
  directory = (await embedded.freshPlace()).options.directory
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  await rm(directory, { recursive: true, force: true })
})

const open = (place: string): Promise<Store> => openStore({ directory: place, journal: true })

const digests = (store: Store) => store.transaction((tx) => digestTables(tx), { readOnly: true })

const ID = (last: number): string => `00000000-0000-8000-8000-${String(last).padStart(12, '0')}`

const AUDIT = [
  { name: 'tenant', type: 'int4' },
  { name: 'at', type: 'timestamptz' },
  { name: 'person', type: 'uuid' },
  { name: 'organisation', type: 'uuid' },
  { name: 'role', type: 'text' },
  { name: 'labels', type: 'int2[]' },
  { name: 'what', type: 'text' },
  { name: 'object', type: 'text' },
  { name: 'count', type: 'int4' },
] as const

/** All columns of a table: these lines are kept as they were handed in. */
const TREE = [
  { name: 'tenant', type: 'int4' },
  { name: 'origin', type: 'text' },
  { name: 'suite', type: 'text' },
  { name: 'began_at', type: 'timestamptz' },
] as const

const ODD = 'a\t"b", \\c {d} (e)\n𠮷 \'f\''

const audit = (count: number) =>
  [1, '2026-11-30T01:02:03.456Z', ID(1), ID(2), 'office', [1, 2], ODD, '', count] as const

/** Rows by every way in which rows are written, some of which never happened. */
async function work(store: Store, round: number): Promise<void> {
  await store.transaction(async (tx) => {
    await sql`insert into tenant (id, name, created_at) values (${round}, ${ODD}, now())`.execute(
      tx,
    )
    await insertRows(tx, 'read_audit', AUDIT, [audit(1), audit(2)])
    await insertRows(tx, 'read_audit', AUDIT, [audit(3)], { onConflict: 'nothing' })
    await insertRows(tx, 'log_tree', TREE, [[round, ODD, 'intl', '2026-11-30T00:00:00.000Z']])
  })
  await sql`insert into organisation (tenant, id, name, kind, created_at)
    values (${round}, ${ID(1)}, 'one', 'firm', now()), (${round}, ${ID(2)}, 'two', 'firm', now())
    on conflict do nothing`.execute(store.read)
  await store.transaction(async (tx) => {
    await sql`update organisation set name = ${ODD} where tenant = ${round} and id = ${ID(1)}`.execute(
      tx,
    )
    await sql`delete from organisation where tenant = ${round} and id = ${ID(2)}`.execute(tx)
    await sql`update tenant set home = null, name = 'n' || id`.execute(tx)
  })
  const rolledBack = store.transaction(async (tx) => {
    await sql`delete from organisation`.execute(tx)
    throw new Error('never')
  })
  await expect(rolledBack).rejects.toThrow('never')
  await expect(
    sql`insert into organisation select * from organisation`.execute(store.read),
  ).rejects.toThrow()
}

/** What is left of an installation when its power was cut and the engine's files are worth nothing. */
async function afterPowerCut(name: string): Promise<string> {
  const left = join(folder, name)
  await mkdir(left)
  await cp(join(directory, 'journal'), join(left, 'journal'), { recursive: true })
  await mkdir(join(left, 'pglite'))
  await writeFile(join(left, 'pglite', 'torn'), '')
  await leftOpen(left, 'another run of the machine')
  return left
}

async function leftOpen(place: string, boot: string | null): Promise<void> {
  const word = JSON.stringify({ isOpen: true, ...thisBoot(), boot })
  await writeFile(join(place, 'journal', 'engine.json'), word)
}

describe('after a power cut', () => {
  test('every row comes back as it was, and nothing that never happened', async () => {
    const store = await open(directory)
    await work(store, 1)
    await work(store, 2)
    const before = await digests(store)
    const place = await afterPowerCut('cut')
    await store.close()
    const again = await open(place)
    expect(again.journal?.rolledForward).toEqual({ backup: null, records: 6 })
    expect(await digests(again)).toEqual(before)
    await work(again, 3)
    await again.close()
    const word = JSON.parse(await readFile(join(place, 'journal', 'engine.json'), 'utf8'))
    expect(word).toMatchObject({ isOpen: false })
  })

  test('without the backup that the journal follows nothing is made up', async () => {
    const disk = await folderDisk(join(folder, 'baseless', 'journal'))
    await (await Journal.begin(disk, { after: 5, schema: 1 })).close()
    await leftOpen(join(folder, 'baseless'), 'another run of the machine')
    await expect(open(join(folder, 'baseless'))).rejects.toThrow('journal-baseless')
  })

  test('a killed process leaves the engine as it is, less what was never committed', async () => {
    const journal = await Journal.open(await folderDisk(join(directory, 'journal')))
    const last = journal?.last ?? 0
    const never = { transaction: '999999999', changes: [] }
    await journal?.append(Buffer.from(JSON.stringify(never)))
    await journal?.close()
    await leftOpen(directory, thisBoot().boot)
    const store = await open(directory)
    expect(store.journal?.rolledForward).toBeNull()
    expect(store.journal?.journal.last).toBe(last)
    await store.close()
  })
})
