import { Problem, type Uuid } from '../../base/index.ts'
import type { WriteContext } from '../../trust/gate/index.ts'
import {
  type ClaimDraft,
  type EvidenceRules,
  stateClaims,
  type Thing,
  type TypedStatement,
} from '../evidence/index.ts'
import { OFFICE_SCHEME, schemeWithin } from '../kinds/index.ts'
import type { Position } from './model.ts'
import { readThings } from './store.ts'
import { emptyName, linkToItself } from './words.ts'

/** A chain that the office calls by this name, whether a person or a table says so. */
export const chainNamed = (name: string): Thing => ({
  ...{ kind: 'chain', scheme: OFFICE_SCHEME, code: name },
})

/** A stage by its name within a chain. */
export const stageNamed = (chain: Pick<Thing, 'scheme' | 'code'>, name: string): Thing => ({
  ...{ kind: 'stage', scheme: schemeWithin(chain), code: name },
})

/** Why a person says so, and how widely it may be seen. */
export interface Ground {
  readonly note: string
  readonly title: string
  readonly publisher: string
  readonly label: number
}

function statement(
  ground: Ground,
  now: Date,
  claims: TypedStatement['claims'],
  things: readonly Thing[] = [],
): TypedStatement {
  return {
    note: ground.note,
    facts: {
      title: ground.title,
      publisher: ground.publisher,
      publishedOn: now.toISOString().slice(0, 10),
      class: 'typed',
      label: ground.label,
      origin: null,
      synthetic: false,
    },
    claims,
    things,
  }
}

type TypedClaim = Omit<ClaimDraft, 'locator' | 'quote'>

function said(
  subject: Thing,
  property: string,
  value: { object: Thing } | { text: string },
): TypedClaim {
  return {
    subject,
    property,
    object: 'object' in value ? value.object : null,
    text: 'text' in value ? value.text : null,
    quantity: null,
    validFrom: null,
    validTo: null,
  }
}

/** Things by id. Problem: `not-found` where one of them was never spoken of. */
async function thingsOf(context: WriteContext, ids: readonly Uuid[]): Promise<Thing[]> {
  const things = await readThings(context.store.read, context.actor.tenant, ids)
  return ids.map((id) => {
    const thing = things.get(id)
    if (thing === undefined) throw new Problem('not-found', { what: id })
    return thing
  })
}

/**
 * Enters a new chain by hand.
 *
 * Problems: `forbidden`, `invalid-input` for an empty note or name, `key-reused`.
 */
export async function addChain(
  context: WriteContext,
  rules: EvidenceRules,
  input: {
    readonly name: string
    readonly englishName: string | null
    readonly scope: string | null
    readonly ground: Ground
  },
): Promise<{ source: Uuid; claims: Uuid[] }> {
  const name = input.name.trim()
  if (name === '') throw emptyName()
  const chain = chainNamed(name)
  const claims = [said(chain, 'name', { text: name })]
  if (input.englishName) claims.push(said(chain, 'englishName', { text: input.englishName }))
  if (input.scope) claims.push(said(chain, 'scope', { text: input.scope }))
  return stateClaims(context, rules, statement(input.ground, context.now, claims))
}

/** A stage as a person enters it. */
export interface NewStage {
  readonly chain: Uuid
  readonly name: string
  readonly englishName: string | null
  readonly parent: Uuid | null
  readonly position: Position
  readonly column: string | null
  readonly order: number | null
  readonly ground: Ground
}

/**
 * Enters a stage of a chain by hand, under a parent where one is named.
 *
 * Problems: `forbidden`, `not-found` for chain or parent, `invalid-input`, `key-reused`.
 */
export async function addStage(
  context: WriteContext,
  rules: EvidenceRules,
  input: NewStage,
): Promise<{ source: Uuid; claims: Uuid[] }> {
  const name = input.name.trim()
  if (name === '') throw emptyName()
  const ids = input.parent === null ? [input.chain] : [input.chain, input.parent]
  const [chain, parent] = await thingsOf(context, ids)
  if (chain === undefined) throw new Problem('not-found', { what: input.chain })
  const stage = stageNamed(chain, name)
  const claims = [
    said(stage, 'name', { text: name }),
    said(stage, 'belongsToChain', { object: chain }),
    said(stage, 'position', { text: input.position }),
  ]
  if (parent !== undefined) claims.push(said(stage, 'belongsToStage', { object: parent }))
  if (input.englishName) claims.push(said(stage, 'englishName', { text: input.englishName }))
  if (input.column) claims.push(said(stage, 'column', { text: input.column }))
  if (input.order !== null) claims.push(said(stage, 'order', { text: String(input.order) }))
  return stateClaims(context, rules, statement(input.ground, context.now, claims))
}

/**
 * Enters a supply link between two stages by hand.
 *
 * Problems: `forbidden`, `not-found`, `invalid-input` where both are the same stage, `key-reused`.
 */
export async function addLink(
  context: WriteContext,
  rules: EvidenceRules,
  input: { readonly from: Uuid; readonly to: Uuid; readonly ground: Ground },
): Promise<{ source: Uuid; claims: Uuid[] }> {
  if (input.from === input.to) throw linkToItself()
  const [from, to] = await thingsOf(context, [input.from, input.to])
  if (from === undefined || to === undefined) throw new Problem('not-found', { what: input.to })
  const claims = [said(from, 'supplies', { object: to })]
  return stateClaims(context, rules, statement(input.ground, context.now, claims))
}
