// A slice of the matrix of isolation, on the embedded engine, where nothing but the application's own
// checks stands between a question and the rows; the whole is `npm run campaign:isolation`.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenApp, openApp } from '../../../src/shell/http/open-app.case.ts'
import { ROUTES } from './ask.ts'
import { cellsOf, runMatrix } from './matrix.ts'
import { PERMISSION_OF } from './permissions.ts'
import { makeWorld, type World } from './world.ts'

const SLICE_CELLS = 1_000
/** A slow machine asks fewer; the seed says which. */
const SLICE_MS = 4_000
const MATRIX_CELLS = 20_000

let open: OpenApp
let world: World

beforeAll(async () => {
  open = await openApp()
  world = await makeWorld(open)
})
afterAll(() => open.close())

test('every route of the document has its permission written down, and no other', () => {
  expect([...PERMISSION_OF.keys()].sort()).toEqual(ROUTES.map(({ name }) => name).sort())
  expect(cellsOf(world).length).toBeGreaterThan(MATRIX_CELLS)
})

test('what may not be done is refused, and what may not be seen comes out nowhere', async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)
  const matrix = await runMatrix(world, { seed, cells: SLICE_CELLS, limitMs: SLICE_MS })
  expect(matrix).toMatchObject({ seed, leaks: 0, misfits: 0, findings: [] })
  expect(matrix.cells).toBeGreaterThan(50)
})
