import { expect, test } from 'vitest'
import type { Figure } from '../figures/index.ts'
import type { ListRow } from '../lists/index.ts'
import type { PublicationReview } from '../publication/index.ts'
import { reviewRows } from './list-review.ts'
import type { FigureGround } from './model.ts'

const words = (text: string) => ({ zh: text, en: text })

const figure = (id: string, text: string): Figure => ({
  ...{ id: `c.${id}`, text, kind: 'read', synthetic: false, stale: false, operator: '=' },
  ...{ number: null, low: null, high: null, unit: '', period: null },
})

const ground = (level: FigureGround['level'], quote: string): FigureGround => ({
  ...{ level, claim: null, title: words('年报'), publisher: '市局', datedOn: '2024-01-01' },
  ...{ place: words(''), quote },
})

const review: PublicationReview = {
  againstLevel: (level) => (level === 'public' ? null : 'label'),
  againstThing: ({ id }) => (id === 'partner' ? 'partner' : null),
  againstGround: () => null,
  againstText: (text) => (text.includes('CANARY') ? 'partner' : null),
}

const COLUMNS = ['one', 'other'].map((id) => ({
  ...({ id, words: words(id), align: 'start', shown: true } as const),
  from: [id],
}))

function row(thing: string, decisive: readonly Figure[], cells: readonly Figure[][]): ListRow {
  return {
    ...{ thing, place: 1, curation: null, change: null, changes: [], sources: 1, basis: null },
    ...{ stale: false, synthetic: false, fallen: 0 },
    content: {
      ...{ kind: 'firm', name: figure('name', `企业 ${thing}`), entered: 'rule', office: null },
      cells: cells.map((figures, at) => ({
        ...{ column: COLUMNS[at]?.id ?? '', figures, codes: figures.map(() => null), words: null },
      })),
      conditions: [
        {
          ...{ words: words('在本省'), rule: 'x', needed: true, outcome: 'holds', reason: null },
          actual: decisive,
        },
      ],
    },
  }
}

const grounds = new Map([
  ['c.name', ground('public', '企业')],
  ['c.open', ground('public', '公开')],
  ['c.inner', ground('internal', '内部')],
  ['c.told', ground('public', '向 CANARY 采购')],
])
const OPEN = figure('open', '3家')
const reviewed = (...rows: ListRow[]) =>
  reviewRows({ file: { columns: COLUMNS }, rows, grounds, review })

test('a row goes when what let it in has a closer label, though nothing of that is shown', () => {
  const { rows, hidden } = reviewed(
    row('a', [OPEN], [[OPEN]]),
    row('b', [figure('inner', '5家')], [[OPEN]]),
    row('partner', [OPEN], [[OPEN]]),
  )
  expect(rows.map(({ thing }) => thing)).toEqual(['a'])
  expect(hidden.map(({ reason, rows: count, where }) => [reason, count, where])).toEqual([
    ['label', 1, [{ name: '企业 b', column: null }]],
    ['partner', 1, [{ name: '企业 partner', column: null }]],
  ])
})

test('a cell keeps what may be told, says that it lost something, and a ground that nobody saw is none', () => {
  const { rows, hidden } = reviewed(
    row('a', [OPEN], [[OPEN, figure('inner', '9家')], [figure('unseen', '7家')]]),
  )
  const [first, second] = rows[0]?.cells ?? []
  expect(first).toMatchObject({ figures: [OPEN], hidden: 'label' })
  expect(second).toMatchObject({ figures: [], hidden: 'label' })
  expect(hidden).toMatchObject([{ reason: 'label', rows: 0, cells: 2, quotes: 0 }])
  expect(rows[0]?.grounds.map(({ figure: { id } }) => id)).toEqual(['c.name', 'c.open'])
})

test('words of a source that tell what is guarded are replaced, and the figure stays', () => {
  const { rows, hidden } = reviewed(row('a', [OPEN], [[figure('told', '3亿元')]]))
  const told = rows[0]?.grounds.find(({ figure: { id } }) => id === 'c.told')
  expect(told).toMatchObject({ title: words('年报'), quote: { zh: '按规定不公开' } })
  expect(JSON.stringify(rows)).not.toContain('CANARY')
  expect(hidden).toMatchObject([{ reason: 'partner', rows: 0, cells: 0, quotes: 1 }])
})
