import type { Uuid } from '../../base/index.ts'
import type { Database } from '../../store/index.ts'
import type { Visibility } from '../../trust/access/index.ts'
import { type AsOf, readIdentity } from '../evidence/index.ts'
import { type ListedDecision, namesOf, readDecisions } from './store.ts'

/** Who looks at identity, and as of when. */
export interface View {
  readonly db: Database
  readonly visibility: Visibility
  readonly asOf: AsOf
}

/** A decision with the names of both things; a split's second has one once it is in force. */
export interface NamedDecision extends ListedDecision {
  readonly fromName: string
  readonly intoName: string | null
}

const DECISIONS_MAX = 300

/**
 * The newest decisions, those that wait first; where `thing` is given, of it and all that ever
 * belonged to it. A decision over a thing that the reader may not see is left out.
 */
export async function listDecisions(
  { db, visibility, asOf }: View,
  thing: Uuid | null,
): Promise<NamedDecision[]> {
  const { tenant } = visibility
  const things = thing === null ? null : (await readIdentity(db, tenant)).groupOf(thing)
  const decisions = await readDecisions(db, tenant, things, DECISIONS_MAX)
  const ids = decisions.flatMap(({ from, into }) => [from, into]).filter((id) => id !== null)
  const names = await namesOf(db, visibility, asOf, ids)
  return decisions.flatMap((each) => {
    const fromName = names.get(each.from ?? '')
    const intoName = names.get(each.into ?? '') ?? null
    const isSeen = fromName !== undefined && (intoName !== null || each.kind === 'split')
    return isSeen ? [{ ...each, fromName, intoName }] : []
  })
}
