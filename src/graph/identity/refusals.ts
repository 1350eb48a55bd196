import { Problem, type Uuid } from '../../base/index.ts'
import type { Database } from '../../store/index.ts'
import { visible } from '../../trust/access/index.ts'
import type { WriteContext } from '../../trust/gate/index.ts'
import { type AsOf, readIdentity } from '../evidence/index.ts'
import { codesApart } from './codes.ts'
import { MERGEABLE_KINDS, type OwnCode } from './model.ts'
import { codesOf, namesOf, seenCodesOf, seenKind } from './store.ts'
import { codesConflict, kindStays, oneAlready, otherKinds, twoCodes } from './words.ts'

/** What is known, and holds, when the command is given. */
export const asOfNow = ({ now }: WriteContext): AsOf => ({
  known: now.toISOString(),
  valid: now.toISOString().slice(0, 10),
})

/** The kind of a thing that may be merged or split. Problems: `not-found`, `conflict`. */
export async function kindOf(tx: Database, context: WriteContext, thing: Uuid): Promise<string> {
  const kind = await seenKind(tx, visible(context.actor), asOfNow(context), thing)
  if (kind === null) throw new Problem('not-found', { what: thing })
  if (!MERGEABLE_KINDS.includes(kind)) throw kindStays()
  return kind
}

/** Problems: `not-found`, `conflict` for two kinds or one thing, `merge-two-codes`. */
export async function refuseMerge(
  tx: Database,
  context: WriteContext,
  pair: { readonly from: Uuid; readonly into: Uuid },
): Promise<void> {
  const { from, into } = pair
  if (from === into) throw oneAlready()
  const kind = await kindOf(tx, context, into)
  if ((await kindOf(tx, context, from)) !== kind) throw otherKinds()
  await refuseTwoCodes(tx, context, pair)
}

/**
 * Two things of which each has a code of its own are two, whoever may see the codes. They are told
 * where both rest on statements that the actor may see, and otherwise only that they conflict.
 */
async function refuseTwoCodes(
  tx: Database,
  context: WriteContext,
  { from, into }: { readonly from: Uuid; readonly into: Uuid },
): Promise<void> {
  const { tenant } = context.actor
  const visibility = visible(context.actor)
  const asOf = asOfNow(context)
  const history = await readIdentity(tx, tenant)
  const thingOf = (root: Uuid) => ({ root, members: history.membersOf(root) })
  const all = (root: Uuid): Promise<OwnCode[]> => codesOf(tx, tenant, asOf, thingOf(root))
  if (codesApart(await all(from), await all(into)) === null) return
  const seen = (root: Uuid): Promise<OwnCode[]> => seenCodesOf(tx, visibility, asOf, thingOf(root))
  const apart = codesApart(await seen(from), await seen(into))
  if (apart === null) throw codesConflict()
  const names = await namesOf(tx, visibility, asOf, [from, into])
  throw twoCodes(apart, { one: names.get(from) ?? '', other: names.get(into) ?? '' })
}
