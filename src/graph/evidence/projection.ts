import { searchTerms, type Uuid } from '../../base/index.ts'
import { ORIGINAL } from './identity.ts'
import type { ClaimRow, EdgeRow, EntityRow, Projection, TermRow, ValueRow } from './model.ts'

/** The property whose claims make entities: a thing is held once somebody named it. */
export const NAMING_PROPERTY = 'name'

/** Ids as the claim has them: no identity decision has touched the row. */
const UNTOUCHED = { joined: ORIGINAL, parted: null }

/** Which decisions stand over a claim. */
export interface Standing {
  readonly decision: Uuid
  readonly ended: Uuid | null
}

/**
 * Single characters and pairs of a folded name. Chinese words are mostly two characters long, and
 * a trigram index finds no trigram in two characters, so pairs are what makes 硅片 an index look-up
 * and not a scan.
 */
export function gramsOf(folded: string): string[] {
  const characters = [...folded]
  const grams = new Set<string>(characters)
  for (let at = 1; at < characters.length; at += 1) {
    grams.add(`${characters[at - 1]}${characters[at]}`)
  }
  return [...grams]
}

function termOf(claim: ClaimRow, kind: string, name: string, standing: Standing): TermRow {
  const { folded, pinyin, initials } = searchTerms(name)
  return {
    tenant: claim.tenant,
    claim: claim.id,
    thing: claim.subject,
    kind,
    name,
    folded,
    pinyin,
    initials,
    grams: gramsOf(folded),
    label: claim.label,
    ...standing,
    ...UNTOUCHED,
  }
}

function factOf(claim: ClaimRow, standing: Standing) {
  const { tenant, id, valid_from, valid_to, source, label } = claim
  return { tenant, claim: id, valid_from, valid_to, source, label, ...standing, ...UNTOUCHED }
}

function measureOf(claim: ClaimRow) {
  const { operator, number, low, high, unit } = claim
  return { operator, number, low, high, unit }
}

/**
 * The one rule by which a claim becomes a fact. Import, single decisions and the rebuild all call
 * it, so that a rebuild can only equal what was projected step by step.
 *
 * `kind` is the kind of the claim's subject; `searched` names the properties that search looks at.
 */
export function projectClaim(
  claim: ClaimRow,
  kind: string,
  standing: Standing,
  searched: ReadonlySet<string>,
): Projection {
  const fact = factOf(claim, standing)
  const printed = claim.printed ?? ''
  const term =
    claim.object === null && searched.has(claim.property) && printed !== ''
      ? termOf(claim, kind, printed, standing)
      : null
  if (claim.object !== null) {
    const edge: EdgeRow = {
      ...fact,
      ...measureOf(claim),
      subject: claim.subject,
      property: claim.property,
      object: claim.object,
      printed: claim.printed,
    }
    return { entity: null, edge, value: null, term }
  }
  if (claim.property === NAMING_PROPERTY) {
    const entity: EntityRow = { ...fact, id: claim.subject, kind, name: printed, own: true }
    return { entity, edge: null, value: null, term }
  }
  const value: ValueRow = {
    ...fact,
    ...measureOf(claim),
    subject: claim.subject,
    property: claim.property,
    printed,
  }
  return { entity: null, edge: null, value, term }
}
