import { Problem, type Uuid, type Words } from '../../base/index.ts'
import type { Actor } from '../../trust/access/index.ts'
import type { ChainReading } from '../chain/index.ts'
import {
  type ClaimView,
  claimsById,
  type Figure,
  parseFigureId,
  type Reading,
  viewClaims,
} from '../figures/index.ts'
import { type DefinitionFile, type ListDefinition, parseDefinition } from './definition.ts'
import { judge } from './entry.ts'
import { candidateOf, openGround } from './ground.ts'
import { knownTo, type ListKnowledge } from './knowledge.ts'
import type { ListCondition, ListRow, StoredVersion, VersionKey } from './model.ts'
import { readRowsCompared } from './page.ts'
import { chooseVersion } from './read.ts'

/** A condition with the claims that it looked at. */
export interface WhyCondition extends ListCondition {
  readonly claims: readonly ClaimView[]
}

/** Why a thing is in a version, or why it is not. */
export interface Why {
  readonly thing: Uuid
  readonly name: Figure
  readonly row: ListRow | null
  readonly conditions: readonly WhyCondition[]
  /** In words, what would take it out. */
  readonly leaves: Words
  /** The claim that a person gave when the row was added or taken out. */
  readonly curatedBy: ClaimView | null
}

/**
 * Why a thing is in a version or is not: each condition of the rule with the claims behind it. Of a
 * thing outside the version the rule is decided again as of the days of the version.
 * Problem: `not-found`.
 */
export async function readWhy(
  reading: ChainReading,
  actor: Actor,
  knowledge: ListKnowledge,
  input: VersionKey & { readonly thing: Uuid; readonly compare?: number | undefined },
): Promise<Why> {
  const chosen = await chooseVersion(reading, actor, input)
  if (chosen === null) throw new Problem('not-found')
  const { thing } = input
  const [taken] = (await readRowsCompared(reading, actor, chosen, [thing])).rows
  const file = chosen.version.definition as unknown as DefinitionFile
  const kept = taken?.content ?? (await judgedAgain(reading, knowledge, chosen.version, thing))
  const conditions: WhyCondition[] = []
  for (const condition of kept.conditions) {
    conditions.push({ ...condition, claims: await claimsBehind(reading, condition.actual) })
  }
  const claim = taken?.curation?.claim
  const [curatedBy = null] = claim === undefined ? [] : await viewOf(reading, [claim])
  const { leaves } = file
  return { thing, name: kept.name, row: taken ?? null, conditions, leaves, curatedBy }
}

async function judgedAgain(
  reading: ChainReading,
  knowledge: ListKnowledge,
  { chain, known, valid, home, definition: kept }: StoredVersion,
  thing: Uuid,
) {
  const then: ChainReading = { ...reading, asOf: { known, valid }, home }
  const definition = definitionIn(knowledge, kept as unknown as DefinitionFile)
  const ground = await openGround(then, knowledge.vocabulary, chain)
  const candidate = ground === null ? null : await candidateOf(ground, definition, thing)
  if (candidate === null) throw new Problem('not-found', { what: thing })
  return { name: candidate.name, conditions: judge(definition, candidate).conditions }
}

/** A definition that was kept with a version, its rules read again. */
function definitionIn({ vocabulary }: ListKnowledge, file: DefinitionFile): ListDefinition {
  return parseDefinition(file, knownTo(vocabulary))
}

async function claimsBehind(reading: Reading, figures: readonly Figure[]): Promise<ClaimView[]> {
  const claims = figures.flatMap(({ id }) => {
    const parsed = parseFigureId(id)
    return parsed?.kind === 'claim' ? [parsed.claim] : []
  })
  return viewOf(reading, [...new Set(claims)].slice(0, CLAIMS_MAX))
}

/** More sentences than these nobody reads to understand one row. */
const CLAIMS_MAX = 24

async function viewOf(reading: Reading, claims: readonly Uuid[]): Promise<ClaimView[]> {
  const { db, visibility } = reading
  return viewClaims(reading, await claimsById(db, visibility, claims))
}
