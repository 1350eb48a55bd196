// Claims: stating one on a person's word, withdrawing one, reading its span again.
import type { z } from '@hono/zod-openapi'
import { Problem } from '../../base/index.ts'
import { decideClaims, stateClaims, type Thing } from '../../graph/evidence/index.ts'
import { type ClaimRecord, checkClaim, claimsById, locatorOf } from '../../graph/figures/index.ts'
import type { KindReason, Statement } from '../../graph/kinds/index.ts'
import { decideProposals } from '../../graph/proposals/index.ts'
import { authorise, visible } from '../../trust/access/index.ts'
import { readPlace } from '../worker/read-file.ts'
import { actorIn } from './frame/actor.ts'
import { noteRead } from './frame/audit.ts'
import type { Api, HttpContext } from './frame/context.ts'
import { dayAt } from './frame/reading.ts'
import { isMeasured, keyOfThing, quantityIn, refuseMisfit } from './frame/stated.ts'
import { typedGround } from './frame/typed-ground.ts'
import { writeContext } from './frame/write-context.ts'
import * as routes from './schemas/claims.ts'

type ClaimBody = z.infer<typeof routes.ClaimInput>
type ThingBody = ClaimBody['subject']

export function addClaims(api: Api): void {
  api.openapi(routes.readClaim, async (c) => {
    const claim = await shownClaim(c, c.req.valid('param').id)
    const { id, subject, property, object, printed, number, low, high, unit } = claim
    const { method, reader, confidence, stage, title, publisher } = claim
    return c.json(
      {
        ...{ id, subject, property, object, printed, number, low, high, unit },
        ...{ validFrom: claim.valid_from, validTo: claim.valid_to },
        locator: { ...locatorOf(claim) },
        source: { id: claim.source, title, publisher },
        ...{ method, reader, confidence, stage, recordedAt: claim.recorded_at },
      },
      200,
    )
  })

  api.openapi(routes.stateClaim, async (c) => {
    authorise(actorIn(c), 'state-claim')
    const body = c.req.valid('json')
    const statement = await statementOf(c, body)
    const context = writeContext(c)
    const { claims } = await stateClaims(context, c.var.installation.rules, {
      note: body.sourceNote,
      facts: {
        ...factsOf(c, body),
        publishedOn: dayAt(context.now),
        class: 'typed',
        origin: null,
        synthetic: false,
      },
      claims: [{ ...statement, validFrom: body.validFrom ?? null, validTo: body.validTo ?? null }],
      things: [],
    })
    return c.json({ id: claims[0] ?? '' }, 201)
  })

  api.openapi(routes.withdrawClaim, async (c) => {
    const { id } = c.req.valid('param')
    const { reason } = c.req.valid('json')
    await shownClaim(c, id)
    const change = { kind: 'withdraw', claims: [id], reason } as const
    await decideClaims(writeContext(c), c.var.installation.rules, change)
    return c.json({ id }, 200)
  })

  api.openapi(routes.decideClaim, async (c) => {
    const { id } = c.req.valid('param')
    const { kind, reason } = c.req.valid('json')
    await shownClaim(c, id)
    const change = { kind: DECISIONS[kind], claims: [id], reason: reason ?? null }
    const { decision } = await decideProposals(writeContext(c), c.var.installation.rules, change)
    return c.json({ id, decision }, 200)
  })

  api.openapi(routes.checkClaim, async (c) => {
    const { installation } = c.var
    const { id } = c.req.valid('param')
    await shownClaim(c, id)
    const context = { store: installation.store, actor: actorIn(c) }
    const checked = await checkClaim(context, id, (source, locator) =>
      readPlace(installation, actorIn(c), source, locator),
    )
    return c.json({ ...checked }, 200)
  })
}

const DECISIONS = { publish: 'accept', reject: 'reject' } as const

/** Title, publisher and label of the note on which a person states something. */
function factsOf(c: HttpContext, body: ClaimBody) {
  const { title, publisher, label } = typedGround(c, body, body.sourceNote.slice(0, TITLE_LENGTH))
  return { title, publisher, label }
}

const TITLE_LENGTH = 40

/** A claim that the actor may see. Problem: `not-found`. */
async function shownClaim(c: HttpContext, id: string): Promise<ClaimRecord> {
  authorise(actorIn(c), 'read-source')
  const { read } = c.var.installation.store
  const [claim] = await claimsById(read, visible(actorIn(c)), [id])
  if (claim === undefined) throw new Problem('not-found')
  await noteRead(c, 'claim', id, [claim.label])
  return claim
}

/** What the body says, if the vocabulary has a place for it. Problems: `invalid-input`, `not-found`. */
async function statementOf(c: HttpContext, body: ClaimBody): Promise<Statement> {
  const subject = await thingOf(c, body.subject)
  const object = body.object === undefined ? null : await thingOf(c, body.object)
  const { property, value } = body
  const isNumber = value !== undefined && isMeasured(c, property, object !== null)
  const quantity = isNumber ? quantityIn(c, property, value) : null
  const text = quantity === null ? (value ?? null) : null
  const statement = { subject, property, object, text, quantity }
  refuseMisfit(c, statement, isKnown(body) ? KEY_REASONS : [])
  return statement
}

/** What is known already was accepted with its key; only what is new is judged by it. */
const KEY_REASONS: readonly KindReason[] = ['scheme-unknown', 'key-foreign']

const isKnown = ({ subject, object }: ClaimBody): boolean =>
  'id' in subject && (object === undefined || 'id' in object)

/** A thing by its key, or by its id when the actor may see it. Problem: `not-found`. */
const thingOf = async (c: HttpContext, body: ThingBody): Promise<Thing> =>
  'id' in body ? keyOfThing(c, body.id) : body
