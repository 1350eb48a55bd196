/** What the journal costs: the same writes into the embedded store with it and without, in turn. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { insertRows, openStore, type Store } from '../../src/store/index.ts'
import { type Bench, quantile, rounded, runsOf, timed } from './bench.ts'

const ROUNDS = 5
const SMALL = 100
const BATCHES = 4
const ROWS = 5_000

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

const THING = [
  { name: 'tenant', type: 'int4' },
  { name: 'id', type: 'uuid' },
  { name: 'kind', type: 'text' },
  { name: 'scheme', type: 'text' },
  { name: 'code', type: 'text' },
] as const

const ID = '00000000-0000-8000-8000-000000000001'
const TEXT = '甘肃省氢能产业发展规划'.repeat(8)

const rows = (count: number) =>
  Array.from({ length: count }, (_, at) => [
    ...[1, '2026-11-30T01:02:03.456Z', ID, ID, 'office', [1, 2], TEXT, '', at],
  ])

const one = (store: Store): Promise<unknown> =>
  store.transaction((tx) => insertRows(tx, 'read_audit', AUDIT, rows(1), { onConflict: 'nothing' }))

async function small(store: Store): Promise<void> {
  for (let each = 0; each < SMALL; each++) await one(store)
}

/** Rows whose every value is in the lines, as an import copies them. */
async function copied(store: Store): Promise<void> {
  for (let each = 0; each < BATCHES; each++) {
    const things = Array.from({ length: ROWS }, () => [1, randomUUID(), 'firm', 'name', TEXT])
    await store.transaction((tx) => insertRows(tx, 'thing', THING, things))
  }
}

/** Rows that the engine numbers, and among which it looks for those that are there already. */
async function numbered(store: Store): Promise<void> {
  const options = { onConflict: 'nothing' as const }
  for (let each = 0; each < BATCHES; each++) {
    await store.transaction((tx) => insertRows(tx, 'read_audit', AUDIT, rows(ROWS), options))
  }
}

export const journal: Bench = {
  name: 'journal',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lianshu-bench-journal-'))
    const open = (name: string, journal: boolean) =>
      openStore({ directory: join(folder, name), journal })
    const stores = { with: await open('with', true), without: await open('without', false) }
    const runs: Record<'small' | 'copied' | 'numbered', Record<keyof typeof stores, number[]>> = {
      small: { with: [], without: [] },
      copied: { with: [], without: [] },
      numbered: { with: [], without: [] },
    }
    try {
      for (let round = 0; round < ROUNDS; round++) {
        for (const name of ['without', 'with'] as const) {
          const store = stores[name]
          runs.small[name].push((await timed(() => small(store))) / SMALL)
          runs.copied[name].push(await timed(() => copied(store)))
          runs.numbered[name].push(await timed(() => numbered(store)))
        }
      }
    } finally {
      await stores.with.close()
      await stores.without.close()
      rmSync(folder, { recursive: true, force: true })
    }
    const ratio = (each: (typeof runs)['small']): number =>
      rounded(quantile(each.with, 0.5) / quantile(each.without, 0.5))
    return {
      what: 'one small transaction on the embedded store, acknowledged',
      ours: runsOf('with the journal', 'ms', runs.small.with),
      peer: runsOf('without it', 'ms', runs.small.without),
      figures: {
        ratioSmall: ratio(runs.small),
        ratioCopied: ratio(runs.copied),
        ratioNumbered: ratio(runs.numbered),
        rowsABulk: BATCHES * ROWS,
        copiedMs: rounded(quantile(runs.copied.with, 0.5)),
        copiedWithoutMs: rounded(quantile(runs.copied.without, 0.5)),
        numberedMs: rounded(quantile(runs.numbered.with, 0.5)),
        numberedWithoutMs: rounded(quantile(runs.numbered.without, 0.5)),
      },
      targets: {},
    }
  },
}
