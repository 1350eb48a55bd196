/** Every schema that there was, with rows in it, comes up to the newest; and none goes back. */
import { rm } from 'node:fs/promises'
import { sql } from 'kysely'
import { inTenant, openStore } from '../../../src/store/index.ts'
import type { ContractEngine } from '../../contracts/engines.ts'
import { foldersUpTo, inEmptyPlace } from './rounds.ts'
import { SCHEMA } from './schema.ts'

export interface Upgraded {
  readonly versions: number
  readonly faults: string[]
}

const MOMENT = '2026-01-02T03:04:05.000Z'
const ORGANISATION = '00000000-0000-8000-8000-000000000001'

/** Tries versions; all of them, or those that are named. */
export async function upgradeAll(
  engine: ContractEngine,
  isMeant: (version: number, newest: number) => boolean = () => true,
): Promise<Upgraded> {
  const folders = await foldersUpTo()
  const faults: string[] = []
  let [versions, newest] = [0, '']
  // From the newest down: the first tells what all others must come to.
  for (const [at, folder] of [...folders.entries()].reverse()) {
    if (!isMeant(at + 1, folders.length)) continue
    versions += 1
    await inEmptyPlace(engine, async (options) => {
      const older = { ...options, migrations: folder }
      const before = await openStore(older)
      await addRows(before, at + 1)
      await before.close()
      const after = await openStore(options)
      const found = await sql<{ schema: string }>`${sql.raw(SCHEMA)}`.execute(after.read)
      const schema = found.rows[0]?.schema ?? ''
      newest = newest === '' ? schema : newest
      if (schema !== newest) faults.push(`from version ${at + 1} it comes to another schema`)
      if ((await countRows(after, at + 1)) !== 1) faults.push(`a row of version ${at + 1} is gone`)
      await after.close()
      if (at + 1 === folders.length) return
      const refused = await openStore(older).then(
        async (store) => {
          await store.close()
          return 'none'
        },
        (error: { code?: string }) => error.code,
      )
      if (refused !== 'store-newer') faults.push(`a program of version ${at + 1}: ${refused}`)
    })
  }
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
  return { versions, faults }
}

type Store = Awaited<ReturnType<typeof openStore>>

/** The first version knows tenants, the second the organisations in them. */
async function addRows(store: Store, version: number): Promise<void> {
  const tenant = sql`insert into tenant (id, name, home, created_at)
    values (1, '示例市', null, ${MOMENT})`
  await inTenant(1, () => tenant.execute(store.read))
  if (version < 2) return
  const organisation = sql`insert into organisation (tenant, id, name, kind, created_at)
    values (1, ${ORGANISATION}, '某公司', 'firm', ${MOMENT})`
  await inTenant(1, () => organisation.execute(store.read))
}

async function countRows(store: Store, version: number): Promise<number> {
  const table = sql.table(version < 2 ? 'tenant' : 'organisation')
  const counted = sql<{ count: number }>`select count(*)::int as count from ${table}`
  return (await inTenant(1, () => counted.execute(store.read))).rows[0]?.count ?? 0
}
