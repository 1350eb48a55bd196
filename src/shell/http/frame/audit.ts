// What people read, take out of the house, or are refused is written down before it is answered.
import type { MiddlewareHandler } from 'hono'
import { type Actor, isAudited } from '../../../trust/access/index.ts'
import type { Access } from '../../../trust/audit/index.ts'
import { actorIn } from './actor.ts'
import { addressOfClient } from './address.ts'
import type { HttpContext, HttpEnv } from './context.ts'
import { patternOf } from './pattern.ts'

/**
 * Where a request comes from and which route it asked for; its parameters stand in the object, and
 * queries may hold what somebody typed.
 */
export function placeOf(c: HttpContext): Pick<Access, 'at' | 'request' | 'address' | 'route'> {
  return {
    at: c.get('installation').now(),
    request: c.get('requestId'),
    address: addressOfClient(c),
    route: `${c.req.method} ${patternOf(c) ?? c.req.path}`,
  }
}

/** Writes down what this actor did; it throws, and the answer must not be given, when it cannot. */
async function record(
  c: HttpContext,
  actor: Actor,
  done: Pick<Access, 'act' | 'what' | 'object'> & Partial<Access>,
): Promise<void> {
  const { tenant, person, organisation, role } = actor
  await c.get('installation').recorder.record(tenant, {
    ...{ ...placeOf(c), person, organisation, role, labels: [], count: 0, code: null, ...done },
  })
}

/** Notes a read of labelled material; it throws, and the answer is not given, when it cannot. */
export async function noteRead(
  c: HttpContext,
  what: string,
  object: string,
  labels: readonly number[],
): Promise<void> {
  const audited = [...new Set(labels)].filter(isAudited)
  if (audited.length === 0) return
  const read = { act: 'read', what, object, labels: audited, count: labels.length } as const
  await record(c, actorIn(c), read)
}

/** Notes that somebody looked into the audit itself. */
export const noteAuditRead = (c: HttpContext): Promise<void> =>
  record(c, actorIn(c), { act: 'audit', what: 'audit', object: '' })

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
    await record(c, actor, {
      ...{ act: isRefused ? 'refusal' : 'export', what: 'request' },
      object: c.req.path.slice(0, OBJECT_LENGTH),
      code: isRefused ? (c.get('problem') ?? 'refused') : null,
    })
  } catch (error) {
    await c.res.body?.cancel()
    c.res = undefined
    throw error
  }
}

const OBJECT_LENGTH = 300
