import type { Store } from '../../store/index.ts'
import { type Actor, authorise, type Roles } from '../access/index.ts'
import { factorsOf } from '../factor/index.ts'
import { type WriteContext, write } from '../gate/index.ts'
import { changeFault, type SafeguardSwitches } from './rules.ts'
import {
  countDoubled,
  insertSafeguards,
  lockSafeguards,
  markSeats,
  readSafeguardView,
  type SafeguardView,
  safeguardsNow,
} from './store.ts'
import { unfitChange } from './words.ts'

/** The measures in force; everybody may know how well the doors are shut. Problem: `forbidden`. */
export async function readSafeguards(store: Store, actor: Actor): Promise<SafeguardView> {
  authorise(actor, 'own-account')
  return readSafeguardView(store.read, actor.tenant)
}

/**
 * Sets the measures from now on; wants a fresh proof.
 * Problems: `forbidden`, `step-up-needed`, `invalid-input` without a reason, `conflict` (nothing
 * would change, the actor has no second factor, or somebody holds two seats).
 */
export async function setSafeguards(
  context: WriteContext & { readonly roles: Roles },
  change: SafeguardSwitches & { readonly reason: string },
): Promise<SafeguardView> {
  const { actor, now, roles } = context
  const { secondFactor, stepUp, separated } = change
  const next = { secondFactor, stepUp, separated, reason: change.reason.trim() }
  const seats = [...roles.values()].filter(({ apart }) => apart).map(({ id }) => id)
  const named = { name: 'safeguard.set', permission: 'guard-sign-in' } as const
  const command = { ...named, input: next, weighty: true }
  await write(context, command, async (tx) => {
    await lockSafeguards(tx, actor.tenant)
    const fault = changeFault(next, {
      before: await safeguardsNow(tx, actor.tenant),
      hasFactor: (await factorsOf(tx, actor.tenant, actor.person)).length > 0,
      doubled: await countDoubled(tx, actor.tenant, seats),
    })
    if (fault !== null) throw unfitChange(fault)
    await insertSafeguards(tx, actor.tenant, { ...next, setBy: actor.person, now })
    await markSeats(tx, actor.tenant, seats, separated)
    return {}
  })
  return readSafeguardView(context.store.read, actor.tenant)
}
