// Reads of what a firm entrusted to the office are written down before they are answered.
import { auditRead } from '../../../trust/access/index.ts'
import { actorIn } from './actor.ts'
import type { HttpContext } from './context.ts'

/** Notes a read of labelled material; it throws, and the answer is not given, when it cannot. */
export async function noteRead(
  c: HttpContext,
  what: string,
  object: string,
  labels: readonly number[],
): Promise<void> {
  const { store, now } = c.var.installation
  await auditRead(store, actorIn(c), { labels, what, object, count: labels.length, now: now() })
}
