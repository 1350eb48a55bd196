// What people read, take out of the house, or are refused is written down before it is answered.
import type { MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import { type Actor, isAudited } from '../../../trust/access/index.ts'
import type { Access } from '../../../trust/audit/index.ts'
import { actorIn } from './actor.ts'
import { addressOfClient } from './address.ts'
import type { HttpContext, HttpEnv } from './context.ts'

/** Where a request comes from and what it asked for, without what somebody typed into it. */
export function placeOf(c: HttpContext): Pick<Access, 'at' | 'request' | 'address' | 'route'> {
  return {
    at: c.get('installation').now(),
    request: c.get('requestId'),
    address: addressOfClient(c),
    route: `${c.req.method} ${patternOf(c)}`,
  }
}

/** The pattern of the route, whose parameters stand in `object`; queries may hold what was typed. */
const patternOf = (c: HttpContext): string =>
  (matchedRoutes(c).findLast(({ method }) => method !== 'ALL')?.path ?? c.req.path).replace(
    /:(\w+)/g,
    '{$1}',
  )

const whoIs = ({ person, organisation, role }: Actor) => ({ person, organisation, role })

/** Notes a read of labelled material; it throws, and the answer is not given, when it cannot. */
export async function noteRead(
  c: HttpContext,
  what: string,
  object: string,
  labels: readonly number[],
): Promise<void> {
  const audited = [...new Set(labels)].filter(isAudited)
  if (audited.length === 0) return
  const actor = actorIn(c)
  await c.get('installation').recorder.record(actor.tenant, {
    ...{ ...placeOf(c), ...whoIs(actor), act: 'read', what, object },
    ...{ labels: audited, count: labels.length, code: null },
  })
}

/** Answers that stand for a refusal; 404 may be one, since it hides that a thing is there. */
const REFUSALS = new Set([401, 403, 404])

/**
 * Notes what leaves as a file, and what somebody who has signed in was refused. An answer that cannot
 * be noted is not given.
 */
export const accessRecords: MiddlewareHandler<HttpEnv> = async (c, next) => {
  await next()
  const actor = c.get('actor')
  if (actor === null) return
  const isRefused = REFUSALS.has(c.res.status)
  const isFile = c.res.headers.get('Content-Disposition')?.startsWith('attachment') === true
  if (!isRefused && !isFile) return
  try {
    await c.get('installation').recorder.record(actor.tenant, {
      ...{ ...placeOf(c), ...whoIs(actor), act: isRefused ? 'refusal' : 'export' },
      ...{ what: 'request', object: c.req.path.slice(0, OBJECT_LENGTH) },
      ...{ labels: [], count: 0, code: isRefused ? (c.get('problem') ?? 'refused') : null },
    })
  } catch (error) {
    await c.res.body?.cancel()
    c.res = undefined
    throw error
  }
}

const OBJECT_LENGTH = 300

/** Notes that somebody looked into the audit itself. */
export async function noteAuditRead(c: HttpContext): Promise<void> {
  const actor = actorIn(c)
  await c.get('installation').recorder.record(actor.tenant, {
    ...{ ...placeOf(c), ...whoIs(actor), act: 'audit', what: 'audit', object: '' },
    ...{ labels: [], count: 0, code: null },
  })
}
