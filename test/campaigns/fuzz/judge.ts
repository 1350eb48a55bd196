/** Whether an answer is one that the document and the permissions allow. */
import { PROBLEMS } from '../../../src/base/index.ts'
import { PERMISSION_OF } from '../isolation/permissions.ts'
import { textsOf } from '../isolation/texts.ts'
import type { Seer } from '../isolation/world.ts'
import type { Answer, Asked } from './ask.ts'
import type { Case } from './cases.ts'
import { wrongIn } from './check-schema.ts'
import type { Interface, Route, Schema } from './document.ts'
import type { FuzzWorld } from './world.ts'

/** Longer than anything takes on a busy machine, but for what makes files or reads whole tables. */
const PATIENCE_MS = 5_000
const SLOW_MS = 30_000
const SLOW = /export|workbooks|returns|backups|refused|preview|rebuild/

/** What nobody outside may read: stacks, statements, and where things lie on the machine. */
const INSIDE =
  /\n\s+at \S+ ?\(|node_modules|\.(ts|js):\d+:\d+|syntax error at or near|violates [\w-]+ constraint|insert into "|select "\w+"\."|relation "\w+" does not|at position \d+ \(/i

/** Whether the permissions let somebody ask a route at all. */
export function isHeld(route: Route, { person }: Seer): boolean {
  const asked = PERMISSION_OF.get(route.name) ?? []
  if (asked.includes('anybody')) return true
  if (person === null) return false
  return asked.includes('account') || asked.some((one) => person.may.includes(one))
}

/** Everything that is wrong with an answer, in words. */
export function faultsOf(
  world: FuzzWorld,
  { route, made, seer, asked }: { route: Route; made: Case; seer: Seer; asked: Asked },
  answer: Answer,
): string[] {
  const { status, ms } = answer
  const text = textsOf(answer.bytes)
  const faults = [wrongStatus(route, status), wrongBody(world.interface, route, answer, text)]
  if (!isHeld(route, seer) && status < 400) faults.push(`${status} without the permission`)
  if (!isHeld(route, seer) && made.sort === 'valid' && ![400, 401, 403, 404].includes(status)) {
    faults.push(`${status} where the permission is lacking`)
  }
  const heads = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join('\n')
  const told = `${heads}\n${text}`
  const sent = `${asked.url} ${typeof asked.body === 'string' ? asked.body : ''}`
  const inside = INSIDE.exec(told)?.[0] ?? world.places.find((place) => told.includes(place))
  const isOwnWord = inside !== undefined && sent.includes(inside)
  const mayTell = /^\w+ \/api\/backups/.test(route.name)
  if (inside !== undefined && !isOwnWord && !mayTell) faults.push(`tells ${JSON.stringify(inside)}`)
  const foreign = world.foreignWords(seer).find((word) => told.includes(word))
  if (foreign !== undefined && !sent.includes(foreign))
    faults.push(`tells of another tenant: ${foreign}`)
  const patience = SLOW.test(route.path) ? SLOW_MS : PATIENCE_MS
  if (ms > patience) faults.push(`took ${Math.round(ms)} ms`)
  return faults.filter((fault) => fault !== null)
}

function wrongStatus(route: Route, status: number): string | null {
  if (status >= 500) return `status ${status}`
  if (status < 400 && !Object.hasOwn(route.responses, String(status))) {
    return `status ${status} is not in the document`
  }
  return null
}

function wrongBody(
  way: Interface,
  { responses }: Route,
  { status, type, bytes }: Answer,
  text: string,
): string | null {
  const content = (responses[status] ?? responses.default)?.content
  if (content === undefined || status === 204 || status === 304) {
    return bytes.length === 0 ? null : `${status} with a body`
  }
  const [media = ''] = type.split(';')
  const allowed = Object.keys(content)
  const isBytes = !/json/.test(media)
  if (isBytes && allowed.some((one) => !/json/.test(one))) return null
  const described = content[media]
  if (described === undefined) return `${media || 'no media type'} is not in the document`
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return `no JSON: ${text.slice(0, 80)}`
  }
  const schema: Schema = described.schema ?? {}
  const wrong = wrongIn(way, schema, value)
  return wrong ?? (status >= 400 ? wrongProblem(status, value as ProblemBody) : null)
}

interface ProblemBody {
  readonly code: keyof typeof PROBLEMS
  readonly status: number
  readonly title: string
  readonly detail: string
  readonly next: string
}

function wrongProblem(status: number, body: ProblemBody): string | null {
  if (PROBLEMS[body.code]?.status !== status || body.status !== status) {
    return `problem ${body.code} with status ${status}`
  }
  const said = [body.title, body.detail, body.next]
  const bad = said.find((line) => line.trim() === '' || /\bundefined\b|\[object/.test(line))
  return bad === undefined ? null : `says ${JSON.stringify(bad)}`
}
