/**
 * Embedded databases that tests copy: making one takes seconds of work, and copying one a tenth.
 * They are made once for a run, before the first test, and handed over by their paths.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openQueue, openStore } from '../src/store/index.ts'

// Without our prefix: the program refuses settings of ours that it does not know.
const EMPTY = 'EMPTY_TEST_STORE'
const MIGRATED = 'MIGRATED_TEST_STORE'

/** Makes both; the answer removes them again. */
export async function makeTemplates(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'lianshu-templates-'))
  const empty = join(folder, 'empty')
  const migrated = join(folder, 'migrated')
  const migrations = join(folder, 'no-migrations')
  await mkdir(migrations)
  await (await openStore({ directory: empty, migrations })).close()
  const store = await openStore({ directory: migrated })
  await (await openQueue(store)).stop()
  await store.close()
  process.env[EMPTY] = empty
  process.env[MIGRATED] = migrated
  return () => rm(folder, { recursive: true, force: true })
}

/** The folder of an embedded store without tables, or of one with all of them. */
export function templateOf(kind: 'empty' | 'migrated'): string {
  const path = process.env[kind === 'empty' ? EMPTY : MIGRATED]
  if (path === undefined) throw new Error('no templates: the global setup makes them')
  return path
}
