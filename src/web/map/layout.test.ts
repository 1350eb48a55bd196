import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnsOf } from './columns.ts'
import { type LayoutStage, layoutMap, type Room } from './layout.ts'
import { crossings, orderColumns } from './order.ts'
import type { PlacedTile } from './pack.ts'
import type { RibbonLink } from './ribbons.ts'
import { forestOf } from './tree.ts'

const ROOM: Room = { width: 1000, height: 460, scale: 1, tileMin: 136 }
const TINY = { isTiny: true, hasBar: false, captions: 0 }
const FULL = { isTiny: false, hasBar: true, captions: 2 }

function stage(id: string, more: Partial<LayoutStage> = {}): LayoutStage {
  return { id, parent: null, order: 0, position: 'midstream', column: null, lines: TINY, ...more }
}
const link = (from: string, to: string, thickness = 4): RibbonLink => ({
  id: `${from}>${to}`,
  from,
  to,
  thickness,
})
const up = { position: 'upstream' } as const
const down = { position: 'downstream' } as const

/*  tools: ip eda · gear: eq(euv etch clean) → design → fab → osat → app  */
const STAGES = [
  stage('ip', { ...up, column: '工具', order: 1 }),
  stage('eda', { ...up, column: '工具', order: 2, lines: FULL }),
  stage('eq', { ...up, column: '装备', order: 3 }),
  stage('etch', { ...up, parent: 'eq', order: 4 }),
  stage('euv', { ...up, parent: 'eq', order: 5, lines: FULL }),
  stage('clean', { ...up, parent: 'eq', order: 6 }),
  stage('design', { column: '设计', order: 7, lines: FULL }),
  stage('fab', { column: '制造', order: 8, lines: FULL }),
  stage('osat', { column: '封测', order: 9, lines: FULL }),
  stage('app', { ...down, column: '应用', order: 10 }),
]
const LINKS = [
  link('eda', 'design'),
  link('euv', 'fab'),
  link('design', 'fab'),
  link('fab', 'osat'),
  link('eq', 'osat'),
  link('osat', 'app'),
]

const overlap = (a: PlacedTile, b: PlacedTile): boolean =>
  a.x < b.x + b.width - 0.01 &&
  b.x < a.x + a.width - 0.01 &&
  a.y < b.y + b.height - 0.01 &&
  b.y < a.y + a.height - 0.01
const holds = (a: PlacedTile, b: PlacedTile): boolean =>
  a.x <= b.x && a.y <= b.y && a.x + a.width >= b.x + b.width && a.y + a.height >= b.y + b.height

describe('columns', () => {
  const labels = (stages: LayoutStage[], links: RibbonLink[]) =>
    columnsOf(forestOf(stages), links).map((column) => column.labels.join('·'))
  const roots = (stages: LayoutStage[], links: RibbonLink[]) =>
    columnsOf(forestOf(stages), links).map((column) => column.roots.join(' '))

  test('named groups without a link between them share a column', () => {
    expect(labels(STAGES, LINKS)).toEqual(['工具·装备', '设计', '制造', '封测', '应用'])
  })

  test('a link between two groups sets them apart', () => {
    expect(labels(STAGES, [...LINKS, link('eda', 'euv')])[0]).toBe('工具')
  })

  test('groups stand in the order of their links, whatever number they were given', () => {
    const stages = [
      stage('recycling', { ...down, column: '回收', order: 1 }),
      stage('car', { ...down, column: '整车', order: 2 }),
      stage('charger', { ...down, column: '充换电', order: 3 }),
    ]
    const flow = [link('car', 'recycling'), link('charger', 'car')]
    expect(labels(stages, flow)).toEqual(['充换电', '整车', '回收'])
    expect(labels(stages, [])).toEqual(['回收·整车·充换电'])
  })

  test('without names, what is upstream stands as near as it can to what it feeds', () => {
    const stages = ['ore', 'salt', 'foil'].map((id) => stage(id, up))
    expect(roots(stages, [link('ore', 'salt')])).toEqual(['ore', 'foil salt'])
  })

  test('a circle of links still gives columns', () => {
    const stages = ['a', 'b', 'c'].map((id) => stage(id))
    const round = [link('a', 'b'), link('b', 'c'), link('c', 'a')]
    expect(roots(stages, round).join(' ').split(' ').sort()).toEqual(['a', 'b', 'c'])
  })

  test('a parent that is missing or leads back to its child counts as none', () => {
    const stages = [stage('a', { parent: 'b' }), stage('b', { parent: 'a' })]
    const forest = forestOf([...stages, stage('c', { parent: 'gone' })])
    expect(forest.roots.map(({ id }) => id)).toContain('c')
    expect(forest.roots.length).toBeGreaterThan(1)
  })
})

describe('order', () => {
  test('two crossed links are uncrossed', () => {
    const edges = [
      { from: 'a', to: 'd' },
      { from: 'b', to: 'c' },
    ]
    const ordered = orderColumns(
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      edges,
    )
    expect(crossings(ordered, edges)).toBe(0)
  })

  test('an order without crossings is left as the office gave it', () => {
    const columns = [
      ['b', 'a'],
      ['d', 'c'],
    ]
    expect(orderColumns(columns, [{ from: 'b', to: 'd' }])).toBe(columns)
  })

  test('never more crossings than before, and nobody is lost', () => {
    const node = fc.integer({ min: 0, max: 17 })
    fc.assert(
      fc.property(fc.array(fc.tuple(node, node), { maxLength: 40 }), (pairs) => {
        const columns = [0, 1, 2].map((column) =>
          Array.from({ length: 6 }, (_, row) => `n${column * 6 + row}`),
        )
        const edges = pairs.map(([a, b]) => ({ from: `n${a}`, to: `n${b}` }))
        const ordered = orderColumns(columns, edges)
        expect(crossings(ordered, edges)).toBeLessThanOrEqual(crossings(columns, edges))
        expect(ordered.map((ids) => [...ids].sort())).toEqual(columns.map((ids) => [...ids].sort()))
      }),
    )
  })
})

describe('layout', () => {
  const layout = layoutMap(STAGES, LINKS, ROOM)
  const at = (id: string) => layout.tiles.find((tile) => tile.id === id) as PlacedTile

  test('every stage stands once, children inside their parent, nobody on another', () => {
    expect(layout.tiles.map(({ id }) => id).sort()).toEqual(STAGES.map(({ id }) => id).sort())
    for (const id of ['etch', 'euv', 'clean']) expect(holds(at('eq'), at(id))).toBe(true)
    for (const a of layout.tiles) {
      for (const b of layout.tiles) {
        if (a.id < b.id && !holds(a, b) && !holds(b, a)) expect(overlap(a, b)).toBe(false)
      }
    }
  })

  test('columns run from left to right and fit the room', () => {
    expect(layout.columns.map(({ x }) => x)).toEqual(
      layout.columns.map(({ x }) => x).sort((a, b) => a - b),
    )
    expect(layout.width).toBe(ROOM.width)
    expect(layout.height).toBe(ROOM.height)
  })

  test('a stage comes before what it holds, so that the eye and the Tab key read alike', () => {
    const order = layout.tiles.map(({ id }) => id)
    expect(order.indexOf('eq')).toBeLessThan(order.indexOf('etch'))
  })

  test('evidence earns height, and a high room gives more of it', () => {
    expect(at('euv').height).toBeGreaterThan(at('etch').height * 2)
    const high = layoutMap(STAGES, LINKS, { ...ROOM, height: 1000 })
    expect(high.tall).toBe(1)
    expect(high.tall).toBeGreaterThanOrEqual(layout.tall)
  })

  test('the same input gives the same picture', () => {
    expect(layoutMap(STAGES, LINKS, ROOM)).toEqual(layout)
  })

  test('nothing to draw is no error', () => {
    expect(layoutMap([], [], ROOM)).toMatchObject({ tiles: [], ribbons: [], columns: [] })
  })
})

describe('ribbons', () => {
  const layout = layoutMap(STAGES, LINKS, ROOM)
  const at = (id: string) => layout.tiles.find((tile) => tile.id === id) as PlacedTile
  const ribbon = (id: string) => layout.ribbons.find((each) => each.id === id)
  const numbers = (path = '') => (path.match(/-?[\d.]+/g) ?? []).map(Number)

  test('a ribbon leaves the right edge of its column and enters the left edge of its goal', () => {
    const [x] = numbers(ribbon('fab>osat')?.path)
    expect(x).toBeCloseTo(at('fab').x + at('fab').width, 0)
    expect(numbers(ribbon('fab>osat')?.path).at(-2)).toBeCloseTo(at('osat').x, 0)
  })

  test('a link over a column between runs through free ground', () => {
    const path = ribbon('eq>osat')?.path ?? ''
    for (const [, y] of path.matchAll(/L-?[\d.]+ (-?[\d.]+)/g)) {
      for (const id of ['design', 'fab']) {
        const tile = at(id)
        expect(Number(y) < tile.y || Number(y) > tile.y + tile.height).toBe(true)
      }
    }
    expect(path).not.toBe('')
  })

  test('ends on one edge keep apart', () => {
    const ends = ['euv>fab', 'design>fab'].map((id) => numbers(ribbon(id)?.path).at(-1) ?? 0)
    expect(Math.abs((ends[0] ?? 0) - (ends[1] ?? 0))).toBeGreaterThanOrEqual(4)
  })

  test('against the stream it is marked as turned; a parent and its child are not joined', () => {
    const back = layoutMap(STAGES, [...LINKS, link('app', 'fab'), link('eq', 'euv')], ROOM)
    expect(back.ribbons.find(({ id }) => id === 'app>fab')?.isTurned).toBe(true)
    expect(back.ribbons.some(({ id }) => id === 'eq>euv')).toBe(false)
  })

  test('a tile behind another in its column is left through the gap between the rows', () => {
    const stages = [
      ...['a', 'b', 'c', 'd', 'e', 'f'].map((id, order) =>
        stage(id, { ...up, order, lines: FULL }),
      ),
      stage('goal'),
    ]
    const wide = layoutMap(stages, [link('a', 'goal')], { ...ROOM, height: 200, width: 900 })
    const from = wide.tiles.find(({ id }) => id === 'a') as PlacedTile
    const beyond = wide.tiles.filter(({ column, x }) => column === 0 && x > from.x)
    const path = wide.ribbons[0]?.path ?? ''
    const [, gate = ''] = path.match(/L-?[\d.]+ (-?[\d.]+)/) ?? []
    expect(beyond.length).toBeGreaterThan(0)
    for (const { y, height } of beyond) {
      expect(Number(gate) < y || Number(gate) > y + height).toBe(true)
    }
  })
})

test('two hundred stages in any shape are placed, apart, and reproducible', () => {
  const positions = ['upstream', 'midstream', 'downstream', null] as const
  const shape = fc.array(
    fc.record({
      parent: fc.integer({ min: -60, max: 199 }),
      position: fc.constantFrom(...positions),
      column: fc.constantFrom(null, '甲', '乙'),
      lines: fc.constantFrom(TINY, FULL),
    }),
    { minLength: 1, maxLength: 200 },
  )
  const pair = fc.tuple(fc.nat(199), fc.nat(199))
  fc.assert(
    fc.property(shape, fc.array(pair, { maxLength: 60 }), (shapes, pairs) => {
      const stages = shapes.map(({ parent, ...rest }, order) =>
        stage(`s${order}`, { ...rest, order, parent: parent < 0 ? null : `s${parent}` }),
      )
      const links = pairs.map(([a, b]) => link(`s${a}`, `s${b}`))
      const layout = layoutMap(stages, links, ROOM)
      expect(layout.tiles).toHaveLength(stages.length)
      expect(layoutMap(stages, links, ROOM)).toEqual(layout)
      const roots = layout.tiles.filter(({ depth }) => depth === 0)
      roots.forEach((a, index) => {
        for (const b of roots.slice(index + 1)) expect(overlap(a, b)).toBe(false)
      })
      for (const { path } of layout.ribbons) expect(path).not.toContain('NaN')
    }),
    { numRuns: 30 },
  )
})
