import { randomUuid } from '../../base/index.ts'
import type { Store } from '../../store/index.ts'
import { type Actor, authorise } from '../access/index.ts'
import { type WriteContext, write } from '../gate/index.ts'
import type { DeskMode } from './rules.ts'
import { type DeskView, insertMode, readMode } from './store.ts'
import { modeAlready, reasonMissing } from './words.ts'

/** How the desk works now. Problem: `forbidden`. */
export async function readDesk(store: Store, actor: Actor): Promise<DeskView> {
  authorise(actor, 'own-account')
  return readMode(store.read, actor.tenant)
}

/**
 * Sets how the desk works from now on.
 * Problems: `forbidden`, `invalid-input` without a reason, `conflict` where it works so already.
 */
export async function setDeskMode(
  context: WriteContext,
  change: { readonly mode: DeskMode; readonly reason: string },
): Promise<DeskView> {
  const { actor, now, random } = context
  const { mode } = change
  const reason = change.reason.trim()
  authorise(actor, 'set-desk')
  if (reason === '') throw reasonMissing()
  const id = randomUuid(random(16))
  const command = { name: 'desk.mode', permission: 'set-desk', input: { mode, reason } } as const
  const { output } = await write(context, command, async (tx) => {
    if ((await readMode(tx, actor.tenant)).mode === mode) throw modeAlready()
    const setAt = now.toISOString()
    await insertMode(tx, actor.tenant, { id, mode, reason, setBy: actor.person, setAt })
    return { ...(await readMode(tx, actor.tenant)) }
  })
  return output
}
