// Looking at a fact again: what a person found is stated on their word.
import { Problem } from '../../base/index.ts'
import type { Thing } from '../../graph/evidence/index.ts'
import { type ClaimRecord, claimsById } from '../../graph/figures/index.ts'
import { type Found, recheckFact } from '../../graph/freshness/index.ts'
import { authorise, visible } from '../../trust/access/index.ts'
import { actorIn } from './frame/actor.ts'
import type { Api, HttpContext } from './frame/context.ts'
import { dayAt } from './frame/reading.ts'
import { isMeasured, keyOfThing, quantityIn, refuseMisfit } from './frame/stated.ts'
import { writeContext } from './frame/write-context.ts'
import * as routes from './schemas/freshness.ts'

export function addRecheck(api: Api): void {
  api.openapi(routes.recheckFact, async (c) => {
    const actor = actorIn(c)
    authorise(actor, 'state-claim')
    const { claim, outcome, value, year, note } = c.req.valid('json')
    const { store, rules } = c.var.installation
    const [record] = await claimsById(store.read, visible(actor), [claim])
    if (record === undefined || record.object !== null) throw new Problem('not-found')
    const subject = await keyOfThing(c, record.subject)
    const found =
      outcome === 'same' ? ({ outcome } as const) : changedOf(c, record, subject, { value, year })
    const context = writeContext(c)
    const { claims } = await recheckFact(context, rules, {
      ...{ record, subject, found, note, publisher: actor.organisationName },
      day: dayAt(context.now),
    })
    return c.json({ id: claims[0] ?? '' }, 201)
  })
}

/** A new value, if the vocabulary has a place for it. Problem: `invalid-input`. */
function changedOf(
  c: HttpContext,
  { property }: ClaimRecord,
  subject: Thing,
  { value = '', year }: { value: string | undefined; year: number | undefined },
): Found {
  const quantity = isMeasured(c, property, false) ? quantityIn(c, property, value) : null
  const text = quantity === null ? value : null
  refuseMisfit(c, { subject, property, object: null, text, quantity })
  const days = year === undefined ? [null, null] : [`${year}-01-01`, `${year}-12-31`]
  const [validFrom = null, validTo = null] = days
  return { outcome: 'changed', text, quantity, validFrom, validTo }
}
