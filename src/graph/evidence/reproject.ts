import type { Uuid } from '../../base/index.ts'
import type { Database } from '../../store/index.ts'
import type { EvidenceRules } from './decision.ts'
import { projectDecided } from './standing.ts'
import { claimPage, insertProjections, removeFacts } from './store.ts'

/** Projects these claims anew, as decisions over them and over identity now have it. */
export async function projectAnew(
  tx: Database,
  tenant: number,
  { searched }: Pick<EvidenceRules, 'searched'>,
  ids: readonly Uuid[],
): Promise<void> {
  if (ids.length === 0) return
  const decided = await claimPage(tx, tenant, { after: null, limit: ids.length, ids })
  await removeFacts(tx, tenant, ids)
  const projections = decided.flatMap((each) => projectDecided(each, searched))
  await insertProjections(tx, tenant, projections)
}
