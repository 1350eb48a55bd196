// Composing a round: what would be asked of whom, and what need not be asked.
import { Problem, randomUuid, type Uuid } from '../../base/index.ts'
import type { ChainReading } from '../../graph/chain/index.ts'
import type { Property, Vocabulary } from '../../graph/kinds/index.ts'
import { isKeyTaken } from '../../store/index.ts'
import { type Actor, authorise } from '../../trust/access/index.ts'
import { type WriteContext, write } from '../../trust/gate/index.ts'
import { type OrganisationView, organisationsToAsk } from '../../trust/people/index.ts'
import type { AskedCell, Recipient, Round, Saved } from './model.ts'
import {
  cellKey,
  type Department,
  departmentOf,
  type Plan,
  planCells,
  type ScopedThing,
} from './plan.ts'
import { askedElsewhere, type Scope, shownTo, standingValues, thingsInScope } from './scope.ts'
import { roundCode, sheetOf, workbookCode } from './sheet.ts'
import { insertCells, insertRecipients, insertRound } from './store.ts'
import { duePast, firmsOnly, kindUnfit, nobodyAsked, propertiesUnfit, timeAhead } from './words.ts'

/** Cells of one round: a field of every firm of a large province, or ten of two thousand firms. */
const CELLS_MAX = 20_000

/** What decides how rounds are asked and read. */
export interface CollectionKnowledge {
  readonly vocabulary: Vocabulary
}

/** Who answers. */
export type AskedOf =
  | { readonly by: 'firm' }
  | { readonly by: 'department'; readonly departments: readonly Department[] }

/** What an office wants to ask. Days are ISO. */
export interface PlanRequest extends Scope {
  /** In the order of the columns. */
  readonly properties: readonly string[]
  readonly of: AskedOf
  /** Why cells are asked although another round has them; null: they are not. */
  readonly again: string | null
}

export interface RoundRequest extends PlanRequest {
  readonly title: string
  readonly due: string
  readonly validFrom: string
  readonly validTo: string | null
  /** Label of what comes back. */
  readonly label: number
}

/** A recipient before it is stored. */
interface PlannedRecipient {
  readonly ordinal: number
  readonly organisation: OrganisationView | null
  readonly name: string
  readonly code: string | null
  readonly cells: readonly AskedCell[]
}

/** A round as it would be. */
export interface RoundPlan {
  readonly things: readonly ScopedThing[]
  readonly plan: Plan
  readonly recipients: readonly PlannedRecipient[]
  readonly printed: ReadonlyMap<string, { readonly claim: Uuid; readonly printed: string }>
}

/** A reading on a day (ISO) of the calendar of China. */
export interface DatedReading {
  readonly reading: ChainReading
  readonly today: string
}

/**
 * What a round would ask, of whom, and what it need not ask; nothing is written.
 *
 * Problems: `forbidden`, `not-found` for chain, list or body, `invalid-input`, `too-large`.
 */
export async function planRound(
  context: Pick<WriteContext, 'store' | 'actor'>,
  { vocabulary }: CollectionKnowledge,
  { reading, today }: DatedReading,
  request: PlanRequest,
): Promise<RoundPlan> {
  const { actor, store } = context
  authorise(actor, 'collect-data')
  const properties = askedProperties(vocabulary, request)
  const ids = properties.map(({ id }) => id)
  const organisations = await organisationsToAsk(store, actor)
  const things = await thingsInScope(reading, actor, request)
  const printed = await standingValues(reading, things, ids)
  const parties = partiesOf(request, things, organisations)
  const plan = planCells({
    things,
    properties: properties.map(({ id, maximumAgeMonths = null }) => ({ id, maximumAgeMonths })),
    standing: printed,
    elsewhere: await askedElsewhere(reading, ids),
    today,
    again: request.again,
    recipientOf: parties.of,
  })
  const byRecipient = new Map<number, AskedCell[]>()
  for (const cell of plan.asked) {
    const own = byRecipient.get(cell.recipient)
    if (own === undefined) byRecipient.set(cell.recipient, [cell])
    else own.push(cell)
  }
  const recipients = parties.all.flatMap((party, at): PlannedRecipient[] => {
    const cells = byRecipient.get(at + 1) ?? []
    return cells.length === 0 ? [] : [{ ...party, ordinal: at + 1, cells }]
  })
  return { things, plan, recipients, printed }
}

/** The properties asked. Problem: `invalid-input` where the kind has none of that sort. */
function askedProperties(vocabulary: Vocabulary, { kind, properties }: PlanRequest): Property[] {
  const own = vocabulary.kinds.get(kind)
  if (own === undefined) throw kindUnfit(kind)
  const isFit = (id: string): boolean => id !== 'name' && own.properties.includes(id)
  const wanted = [...new Set(properties)]
  const unfit = wanted.filter((id) => !isFit(id) || !vocabulary.properties.has(id))
  if (unfit.length > 0 || wanted.length === 0) throw propertiesUnfit(unfit)
  return wanted.flatMap((id) => vocabulary.properties.get(id) ?? [])
}

type Party = Omit<PlannedRecipient, 'ordinal' | 'cells'>

/** Everybody who may be asked, and the ordinal of whoever answers a cell. */
function partiesOf(
  { kind, of: asked }: PlanRequest,
  things: readonly ScopedThing[],
  organisations: readonly OrganisationView[],
): { all: Party[]; of: (thing: ScopedThing, property: string) => number | null } {
  if (asked.by === 'department') {
    const all = asked.departments.map(({ organisation: id }): Party => {
      const organisation = organisations.find((each) => each.id === id)
      if (organisation === undefined) throw new Problem('not-found', { what: id })
      return { organisation, name: organisation.name, code: null }
    })
    if (all.length === 0) throw nobodyAsked()
    return { all, of: (thing, property) => departmentOf(asked.departments, thing, property) }
  }
  if (kind !== 'firm') throw firmsOnly()
  const byCode = new Map(
    organisations.flatMap((each) => (each.creditCode ? [[each.creditCode, each]] : [])),
  )
  const places = new Map(things.map(({ id }, at) => [id, at + 1]))
  return {
    all: things.map(({ name, code }) => ({ organisation: byCode.get(code) ?? null, name, code })),
    of: ({ id }) => places.get(id) ?? null,
  }
}

/**
 * Composes a round as a draft: its cells are held from now on, so that no other round asks them.
 *
 * Problems: those of `planRound`; `collection-empty`, `collection-large`, `collection-unassigned`,
 * `collection-asked` where another round was composed at the same moment, `key-reused`.
 */
export async function composeRound(
  context: WriteContext,
  knowledge: CollectionKnowledge,
  dated: DatedReading,
  request: RoundRequest,
): Promise<{ id: Uuid; code: string; cells: number }> {
  const { actor, now, random } = context
  if (request.due < dated.today) throw duePast()
  if (request.validFrom > dated.today) throw timeAhead()
  const planned = await planRound(context, knowledge, dated, request)
  refuseUnfit(planned, knowledge)
  const { plan } = planned
  const round: Round = {
    ...{ tenant: actor.tenant, id: randomUuid(random(16)), code: roundCode(random) },
    ...{ title: request.title, state: 'draft', kind: request.kind, chain: request.chain },
    ...{ region: request.region, list: request.list, answeredBy: request.of.by },
    ...{ properties: request.properties, validFrom: request.validFrom, validTo: request.validTo },
    ...{ due: request.due, label: request.label, saved: plan.saved },
    ...{ office: actor.organisationName },
    ...{ createdBy: actor.person, createdAt: now.toISOString(), sentAt: null, closedAt: null },
  }
  const recipients = await sheetsOf(dated.reading, round, planned)
  const command = {
    name: 'collection.compose',
    permission: 'collect-data',
    input: JSON.parse(JSON.stringify(request)),
    object: { label: request.label },
  } as const
  const { output } = await write(context, command, async (tx) => {
    await insertRound(tx, round)
    await insertRecipients(tx, round, recipients)
    await insertCells(tx, round, plan.asked).catch((error: unknown) => {
      throw isKeyTaken(error) ? new Problem('collection-asked') : error
    })
    return { id: round.id, code: round.code, cells: plan.asked.length }
  })
  return output
}

function refuseUnfit({ things, plan }: RoundPlan, { vocabulary }: CollectionKnowledge): void {
  const { asked, unassigned, saved } = plan
  if (unassigned.length > 0) {
    const ids = [...new Set(unassigned.map(({ property }) => property))]
    const words = ids.map((id) => vocabulary.properties.get(id)?.words ?? { zh: id, en: id })
    throw new Problem('collection-unassigned', {
      cells: unassigned.length,
      properties: words.map(({ zh }) => zh).join('、'),
      propertiesEn: words.map(({ en }) => en).join(', '),
    })
  }
  if (asked.length === 0) throw nothingAsked(things.length, saved)
  if (asked.length > CELLS_MAX) {
    throw new Problem('collection-large', { cells: asked.length, limit: CELLS_MAX })
  }
}

const nothingAsked = (things: number, { known, elsewhere, answered }: Saved): Problem =>
  new Problem('collection-empty', { things, known, elsewhere: elsewhere + answered })

/** The sheet of every recipient, with what it may be shown of what is known. */
async function sheetsOf(
  reading: ChainReading,
  round: Round,
  { things, plan, recipients, printed }: RoundPlan,
): Promise<Recipient[]> {
  const asked = new Set(plan.asked.map(({ thing }) => thing))
  const known = things
    .filter(({ id }) => asked.has(id))
    .flatMap(({ id }) => round.properties.flatMap((each) => printed.get(cellKey(id, each)) ?? []))
  const mayBeShown = await shownTo(
    reading,
    known.map(({ claim }) => claim),
  )
  const byId = new Map(things.map((thing) => [thing.id, thing]))
  return recipients.map(({ ordinal, organisation, name, code, cells }) => {
    const shown = (key: string): string | null => {
      const value = printed.get(key)
      return value !== undefined && mayBeShown(organisation, value.claim) ? value.printed : null
    }
    const of = { things: byId, properties: round.properties, shown }
    const sheet = sheetOf(workbookCode(round.code, ordinal), cells, plan, of)
    return { ordinal, organisation: organisation?.id ?? null, name, code, sheet }
  })
}

/** Whose rounds an actor sees: the office all of them, an answering organisation its own. */
export function whoseOf(actor: Actor): { organisation: Uuid | null } {
  if (actor.permissions.has('collect-data')) {
    authorise(actor, 'collect-data')
    return { organisation: null }
  }
  authorise(actor, 'answer-collection')
  return { organisation: actor.organisation }
}
