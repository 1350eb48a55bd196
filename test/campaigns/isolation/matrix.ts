/** The matrix: every route, role and target, and in each cell the status and what was let out. */
import { HOST } from '../../../src/shell/http/open-app.case.ts'
import { type Chance, chanceOf } from '../chance.ts'
import { judge, sees } from '../second-authoriser.ts'
import {
  type Place,
  pathKind,
  placesOf,
  type Request,
  ROUTES,
  type Route,
  requestOf,
} from './ask.ts'
import { PERMISSION_OF } from './permissions.ts'
import { textsOf } from './texts.ts'
import { ABSENT, type Ids, type Seer, type Target, type World } from './world.ts'

export interface Matrix {
  readonly seed: number
  readonly engine: string
  cells: number
  /** Words that came out where they may not be seen. */
  leaks: number
  /** Statuses that the specification does not allow. */
  misfits: number
  statuses: Record<string, number>
  /** The first of both, for whoever mends them. */
  findings: string[]
  /** Routes that no cell answered as allowed: of these the matrix proves the refusals alone. */
  neverAllowed: string[]
}

interface Cell {
  readonly route: Route
  readonly seer: Seer
  readonly place: Place
  readonly target: Target
}

/** Where a target stands to somebody: their own organisation's, another's, one below, or nobody's. */
const NOBODYS: Ids = Object.fromEntries(
  ['source', 'claim', 'thing', 'chain', 'stage', 'job', 'consent', 'person', 'organisation'].map(
    (kind) => [kind, ABSENT],
  ),
) as Ids

const NOBODY: Target = {
  ...{ name: 'nobody’s', tenant: 0, owner: '', word: 'KanarieNoneZwq', stem: 'KanarieNone' },
  ...{ mark: { level: 'none', internal: false, named: [] }, ids: NOBODYS },
}

/** All cells of a world. */
export function cellsOf(world: World): Cell[] {
  const targets = [...world.targets, NOBODY]
  return ROUTES.flatMap((route) =>
    placesOf(route).flatMap((place) =>
      world.seers.flatMap((seer) => targets.map((target) => ({ route, seer, place, target }))),
    ),
  )
}

export interface Choice {
  readonly seed: number
  /** So many cells, drawn by the seed; all of them where there are fewer. */
  readonly cells: number
  /** Ends earlier when this time is over. */
  readonly limitMs?: number
}

/** Asks cells of the matrix. */
export async function runMatrix(world: World, choice: Choice): Promise<Matrix> {
  const { seed, cells, limitMs = Number.POSITIVE_INFINITY } = choice
  const begun = performance.now()
  const { engine } = world.open.installation.store
  const matrix: Matrix = {
    ...{ seed, engine, cells: 0, leaks: 0, misfits: 0, statuses: {}, findings: [] },
    neverAllowed: [],
  }
  for (const route of ROUTES) {
    if (PERMISSION_OF.has(route.name)) continue
    matrix.misfits += 1
    matrix.findings.push(`${route.name}: no permission is written down for it`)
  }
  const allowed = new Set<string>()
  for (const cell of drawn(cellsOf(world), chanceOf(seed), cells)) {
    if (performance.now() - begun > limitMs) break
    const status = await askCell(world, cell, matrix)
    // It would go on in the role that it has just taken up.
    if (cell.route.name === 'post /api/session/role') await cell.seer.session(true)
    if (status < 400) allowed.add(cell.route.name)
  }
  matrix.neverAllowed = ROUTES.map(({ name }) => name).filter((name) => !allowed.has(name))
  return matrix
}

/** In the order of chance, so that what one cell changes is met by cells of every kind. */
function drawn<Item>(items: readonly Item[], chance: Chance, limit: number): Item[] {
  const left = [...items]
  for (let at = left.length - 1; at > 0; at -= 1) {
    const other = chance.below(at + 1)
    const [one, two] = [left[at], left[other]]
    left[at] = two as Item
    left[other] = one as Item
  }
  return left.slice(0, limit)
}

async function askCell(world: World, cell: Cell, matrix: Matrix): Promise<number> {
  const request = requestOf(cell.route, cell.place, cell.target, world.shared)
  const answer = await answerOf(world, cell.seer, request)
  const status = answer.status
  matrix.cells += 1
  matrix.statuses[status] = (matrix.statuses[status] ?? 0) + 1
  const tell = (what: string): void => {
    if (matrix.findings.length > 60) return
    const { seer, place, target } = cell
    const said = `${request.method} ${request.url} ${JSON.stringify(request.body ?? '')}`
    matrix.findings.push(`${what} | ${seer.name} | ${place} | ${target.name} | ${said}`)
  }
  const misfit = misfitOf(cell, status)
  if (misfit !== null) {
    matrix.misfits += 1
    tell(`${status} where ${misfit} | ${answer.text.slice(0, 160)}`)
  }
  for (const target of world.targets) {
    if (!answer.text.includes(target.word) || mayRead(cell.seer, target)) continue
    matrix.leaks += 1
    const at = answer.text.indexOf(target.word)
    tell(`LEAK of ${target.name}: …${answer.text.slice(Math.max(0, at - 60), at + 30)}…`)
  }
  return status
}

const mayRead = ({ person }: Seer, target: Target): boolean =>
  person !== null && person.tenant === target.tenant && sees(person, target.mark)

async function answerOf(world: World, seer: Seer, request: Request) {
  const first = await ask(world, seer, request, false)
  if (first.status !== 401 || seer.person === null) return first
  return ask(world, seer, request, true)
}

let keys = 0

/** Status, and all that an answer says: its headers, its body, and what its archives hold. */
async function ask({ open }: World, seer: Seer, request: Request, isFresh: boolean) {
  keys += 1
  const { method, url, body } = request
  const isFile = typeof body === 'string'
  const headers = {
    ...(await seer.session(isFresh)),
    Host: 'localhost:7310',
    'Idempotency-Key': `key-of-a-cell-${keys}`,
    ...(isFile
      ? { 'Content-Type': 'application/octet-stream', 'X-File-Name': 'a.csv' }
      : body !== undefined && { 'Content-Type': 'application/json' }),
  }
  const sent = isFile ? body : body === undefined ? undefined : JSON.stringify(body)
  const response = await open.app.request(`${HOST}${url}`, {
    ...{ method, headers, ...(sent !== undefined && { body: sent }) },
  })
  const bytes = new Uint8Array(await response.arrayBuffer())
  const head = [...response.headers].map(([name, value]) => `${name}: ${decode(value)}`).join('\n')
  return { status: response.status, text: `${head}\n${textsOf(bytes)}` }
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

/** What the specification says of a cell, where its status is another; null where it fits. */
function misfitOf({ route, seer, place, target }: Cell, status: number): string | null {
  if (status >= 500) return 'nothing of ours may break'
  const asked = PERMISSION_OF.get(route.name) ?? []
  if (asked.includes('anybody')) return null
  if (seer.person === null) return status === 401 ? null : 'a stranger asks'
  const { person } = seer
  const isHeld = asked.includes('account') || asked.some((one) => person.may.includes(one))
  if (!isHeld) return [400, 403, 404].includes(status) ? null : 'the role may not'
  const kind = pathKind(route)
  const isMarked = kind !== null && !['consent', 'person', 'organisation'].includes(kind)
  const thing = { tenant: target.tenant, ...(isMarked && { mark: target.mark }) }
  const isHidden = judge(person, person.may[0] ?? '', thing) === 'hidden'
  // No target has a round, a decision on names or a witness, so an id of theirs is nobody's; and
  // whoever may decide on answers may still have no part in the round.
  const isOfNone = kind !== null && /^\/api\/(collections|identity|log)/.test(route.path)
  // Here one person holds every role, and whoever drew a list up may not sign it.
  const isOwnWork = /\/(sign|return)$/.test(route.path)
  if ((isOfNone || isOwnWork) && status === 403) return null
  if (place === 'path' && (isHidden || isOfNone || target === NOBODY)) {
    return status === 400 || status === 404 ? null : 'it is hidden'
  }
  return status === 401 || status === 403 ? 'the role may' : null
}
