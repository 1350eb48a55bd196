// What the commands of the domain need from a request that writes.
import type { WriteContext } from '../../../trust/gate/index.ts'
import { actorIn } from './actor.ts'
import type { HttpContext } from './context.ts'

/**
 * The actor, the moment and the chance of one write, and the key under which it may be repeated.
 * A request that needs two writes names the first one's `part`: one key stands for one write.
 */
export function writeContext(
  c: HttpContext,
  options: { part?: string; dryRun?: boolean } = {},
): WriteContext {
  const { store, now, random } = c.var.installation
  const key = c.req.header('Idempotency-Key') ?? null
  return {
    store,
    actor: actorIn(c),
    now: now(),
    random,
    key: key === null || options.part === undefined ? key : `${key}.${options.part}`,
    dryRun: options.dryRun ?? false,
  }
}
