// Both axes of time: what was known on a day, of what held on a day, through the map of a chain.
import { describe, expect, test } from 'vitest'
import { type DatedChainMap, readMap } from '../../src/graph/chain/index.ts'
import { thingId } from '../../src/graph/evidence/index.ts'
import { resolveFigure } from '../../src/graph/figures/index.ts'
import { type Mapping, parseMapping } from '../../src/graph/reading/index.ts'
import { onEachEngine } from '../contracts/engines.ts'
import { blockDesk } from './block-desk.ts'
import { type Desk, readingOf, TENANT } from './desk.ts'
import { csvOf } from './tables.ts'

const LIST = 'list:dated'
const CHAIN = { kind: 'chain', scheme: LIST, code: '示例链' }
const TITLES = 'stage,name,parent,position,supplies,share,from,to'

/** Stages with their parents, links and shares, each from and to the days that the row says. */
const STAGES: Mapping = parseMapping({
  id: 'dated-stages',
  version: 1,
  title: { zh: '示例环节', en: 'Invented stages' },
  source: { class: 'typed-list', publisher: '示例市链长制办公室', synthetic: true },
  header: { rows: 1, skip: 0 },
  fields: {
    stage: { column: 'stage', required: true },
    name: { column: 'name' },
    parent: { column: 'parent' },
    position: { column: 'position' },
    supplies: { column: 'supplies' },
    share: { column: 'share', steps: [{ number: { unit: '%' } }] },
    from: { column: 'from', steps: [{ date: true }] },
    to: { column: 'to', steps: [{ date: true }] },
  },
  claims: [
    { subject: CHAIN, property: 'name', text: '示例产业链', at: ['stage'] },
    stageClaim({ property: 'name', text: '{name}' }),
    stageClaim({ property: 'position', text: '{position}' }),
    stageClaim({ property: 'belongsToChain', object: CHAIN, at: ['stage'] }),
    stageClaim({ property: 'belongsToStage', object: stageOf('{parent}') }),
    stageClaim({ property: 'supplies', object: stageOf('{supplies}') }),
    stageClaim({ property: 'nationalShare', quantity: '{share}' }),
  ],
})

function stageOf(code: string) {
  return { kind: 'stage', scheme: LIST, code }
}

function stageClaim<Claim extends object>(claim: Claim) {
  return { subject: stageOf('{stage}'), validFrom: '{from}', validTo: '{to}', ...claim }
}

const FIRST = csvOf(TITLES, [
  ['S1', '材料', '', '上游', 'S2', '40%', '2020-01-01', ''],
  ['S2', '制造', '', '中游', '', '', '2020-01-01', ''],
  ['S3', '旧工艺', 'S2', '中游', '', '', '2020-01-01', '2024-01-01'],
])

const SECOND = csvOf(TITLES, [
  ['S2', '先进制造', '', '中游', 'S4', '', '2025-01-01', ''],
  ['S4', '封测', '', '下游', '', '78%', '2025-01-01', ''],
  ['S1', '材料', '', '上游', 'S2', '55%', '2025-01-01', ''],
])

const DAYS = { first: '2026-03-01T02:00:00.000Z', second: '2026-09-01T02:00:00.000Z' }

/** What a map shows, in words: stages, links and shares. */
function shown(map: DatedChainMap): string[] {
  const names = new Map(map.stages.map(({ id, name }) => [id, name]))
  const shares = map.stages.flatMap(({ name, facts }) =>
    facts
      .filter(({ property }) => property === 'nationalShare')
      .map(({ figure }) => `${name} ${figure.text}`),
  )
  const links = map.links.map(({ from, to }) => `${names.get(from)} → ${names.get(to)}`)
  return [...names.values(), ...links, ...shares].sort()
}

onEachEngine((engine) => {
  const bench = blockDesk(engine)

  async function mapOn(desk: Desk, known: string, valid: string): Promise<DatedChainMap> {
    const reading = await readingOf(desk, { known, valid })
    const { relate } = desk.installation
    return readMap({ ...reading, home: '310000', relate }, thingId(TENANT, CHAIN))
  }

  async function bringBoth(desk: Desk): Promise<void> {
    desk.setClock(DAYS.first)
    await desk.import(await desk.bring('first.csv', FIRST), STAGES)
    desk.setClock(DAYS.second)
    await desk.import(await desk.bring('second.csv', SECOND), STAGES)
  }

  describe('the map of a chain', () => {
    test('shows on each day what was known then of what held then', async () => {
      const { desk } = bench
      await bringBoth(desk)
      const on = async (known: string, valid: string): Promise<string[]> =>
        shown(await mapOn(desk, known, valid))
      const [april, october] = ['2026-04-01T00:00:00.000Z', '2026-10-01T00:00:00.000Z']
      const old = ['制造', '旧工艺', '材料', '材料 → 制造', '材料 40%'].sort()
      expect(await on(april, '2023-06-01')).toEqual(old)
      const later = old.filter((each) => each !== '旧工艺')
      expect(await on(april, '2026-04-01')).toEqual(later)
      expect(await on(october, '2023-06-01')).toEqual(old)
      expect(await on(october, '2026-10-01')).toEqual(
        [
          '先进制造',
          '封测',
          '材料',
          '材料 → 先进制造',
          '先进制造 → 封测',
          '材料 55%',
          '封测 78%',
        ].sort(),
      )
      await expect(mapOn(desk, '2026-02-01T00:00:00.000Z', '2026-02-01')).rejects.toMatchObject({
        code: 'not-found',
      })
    })

    test('says between which days one may move', async () => {
      const { desk } = bench
      const map = await mapOn(desk, '2026-10-01T00:00:00.000Z', '2026-10-01')
      expect(map.recordedDays).toEqual(['2026-03-01', '2026-09-01'])
      expect(map.validSpan).toEqual({ from: '2020-01-01', to: '2025-01-01' })
    })

    test('opens every figure as it was when it was shown', async () => {
      const { desk } = bench
      const then = { known: '2026-04-01T00:00:00.000Z', valid: '2023-06-01' }
      const map = await mapOn(desk, then.known, then.valid)
      const now = await readingOf(desk)
      for (const { firms, facts } of map.stages) {
        for (const { id } of [firms, ...facts.map(({ figure }) => figure)]) {
          const ground = await resolveFigure(now, desk.installation.algorithms, id)
          expect(['span', 'derivation']).toContain(ground.kind)
        }
      }
    })
  })
})
