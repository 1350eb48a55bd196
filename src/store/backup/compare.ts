import { createHash } from 'node:crypto'
import type { Database } from '../tables.ts'
import { copiedTables } from './catalog.ts'
import type { LogState, Manifest, ManifestTable } from './manifest.ts'
import { readRows } from './read-rows.ts'

/** The same rows read again: their count and their hash, table by table. Inside a transaction. */
export async function digestTables(tx: Database): Promise<Omit<ManifestTable, 'sizeBytes'>[]> {
  const digests: Omit<ManifestTable, 'sizeBytes'>[] = []
  for (const table of await copiedTables(tx)) {
    const hash = createHash('sha256')
    let rows = 0
    for await (const page of readRows(tx, table)) {
      hash.update(page.bytes)
      rows += page.rows
    }
    digests.push({
      name: table.name,
      columns: [...table.columns],
      rows,
      sha256: hash.digest('hex'),
    })
  }
  return digests
}

/** What differs between a backup and what was made of it, by name; empty where nothing does. */
export function differences(
  manifest: Pick<Manifest, 'tables' | 'logs'>,
  tables: readonly Omit<ManifestTable, 'sizeBytes'>[],
  logs: readonly LogState[],
): string[] {
  const found: string[] = []
  const names = new Set([...manifest.tables, ...tables].map(({ name }) => name))
  for (const name of names) {
    const before = manifest.tables.find((table) => table.name === name)
    const now = tables.find((table) => table.name === name)
    if (before?.rows !== now?.rows || before?.sha256 !== now?.sha256) found.push(name)
  }
  const tenants = new Set([...manifest.logs, ...logs].map(({ tenant }) => tenant))
  for (const tenant of tenants) {
    const before = manifest.logs.find((log) => log.tenant === tenant)
    const now = logs.find((log) => log.tenant === tenant)
    if (before?.root !== now?.root || before?.size !== now?.size) found.push(`log ${tenant}`)
  }
  return found
}
