// Looking at a fact again: what a person found is stated on their word.
import { Problem, parseQuantity } from '../../base/index.ts'
import { type ClaimRecord, claimsById } from '../../graph/figures/index.ts'
import { type Found, recheckFact } from '../../graph/freshness/index.ts'
import { checkStatement, reasonWords } from '../../graph/kinds/index.ts'
import { readThing } from '../../graph/things/index.ts'
import { authorise, visible } from '../../trust/access/index.ts'
import { actorIn } from './frame/actor.ts'
import type { Api, HttpContext } from './frame/context.ts'
import { dayAt, readingIn } from './frame/reading.ts'
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
    const { kind, keys } = await readThing(readingIn(c), record.subject)
    const [key] = keys
    if (key === undefined) throw new Problem('not-found')
    const subject = { kind, scheme: key.scheme, code: key.code }
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
  subject: { kind: string; scheme: string; code: string },
  { value = '', year }: { value: string | undefined; year: number | undefined },
): Found {
  const { vocabulary } = c.var.installation
  const kept = vocabulary.properties.get(property)
  const unit = kept?.unit === undefined ? {} : { unit: kept.unit }
  const quantity = kept?.value === 'quantity' ? parseQuantity(value, unit) : null
  const text = quantity === null ? value : null
  const [misfit] = checkStatement(vocabulary, { subject, property, object: null, text, quantity })
  if (misfit !== undefined) {
    const { zh, en } = reasonWords(misfit)
    throw new Problem('invalid-input', { field: property, reason: zh, reasonEn: en })
  }
  const days = year === undefined ? [null, null] : [`${year}-01-01`, `${year}-12-31`]
  const [validFrom = null, validTo = null] = days
  return { outcome: 'changed', text, quantity, validFrom, validTo }
}
