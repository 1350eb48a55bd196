// The review desk: claims that wait for a person, and the decisions over them.
import { z } from '@hono/zod-openapi'
import { Problem, parsePeriod } from '../../base/index.ts'
import type { ClaimRecord } from '../../graph/figures/index.ts'
import {
  decidedSince,
  decideProposals,
  editProposal,
  lastDecisionOf,
  type ProposalEdit,
  readDraft,
  readQueue,
  undoDecision,
} from '../../graph/proposals/index.ts'
import { authorise } from '../../trust/access/index.ts'
import { actorIn } from './frame/actor.ts'
import { noteRead } from './frame/audit.ts'
import type { Api, HttpContext } from './frame/context.ts'
import { fromCursor, toCursor } from './frame/cursor.ts'
import { labelLevels } from './frame/labels.ts'
import { dayAt, readingIn } from './frame/reading.ts'
import { isMeasured, keyOfThing, quantityIn, refuseMisfit } from './frame/stated.ts'
import { writeContext } from './frame/write-context.ts'
import { briefly, caseOf, queueIn, recordsOf } from './review-case.ts'
import * as routes from './schemas/review.ts'

const LINES_PER_PAGE = 100
/** Claims that are shown of a line. */
const SHOWN = 3

export function addReview(api: Api): void {
  api.openapi(routes.readReview, async (c) => {
    authorise(actorIn(c), 'decide-claim')
    const { group = null, source, q = '', cursor } = c.req.valid('query')
    const offset = fromCursor(cursor, z.int().min(0)) ?? 0
    const queue = await queueIn(c, source ?? null)
    const { read } = c.var.installation.store
    const page = { group, words: q.trim(), offset, limit: LINES_PER_PAGE + 1 }
    const { items: lines, counts } = await readQueue(read, queue, page)
    const items = lines.slice(0, LINES_PER_PAGE)
    const ids = items.flatMap(({ claims }) => claims.slice(0, SHOWN))
    const records = await recordsOf(c, ids)
    const labels = [...records.values()].map(({ label }) => label)
    await noteRead(c, 'review', 'queue', labels)
    const brief = await briefly(readingIn(c), [...records.values()])
    const levels = await labelLevels(c, labels)
    return c.json(
      {
        counts,
        items: items.flatMap((item) => {
          const first = records.get(item.claims[0] ?? '')
          if (first === undefined) return []
          const shown = item.claims.slice(0, SHOWN).flatMap((id) => brief.get(id) ?? [])
          return [{ ...item, claims: [...item.claims], shown, source: sourceDto(first, levels) }]
        }),
        next: lines.length > LINES_PER_PAGE ? toCursor(offset + LINES_PER_PAGE) : null,
        ...(await ownWork(c)),
      },
      200,
    )
  })

  api.openapi(routes.readReviewCase, async (c) => {
    authorise(actorIn(c), 'decide-claim')
    const record = await recordIn(c, c.req.valid('param').id)
    await noteRead(c, 'claim', record.id, [record.label])
    return c.json(await caseOf(c, record), 200)
  })

  api.openapi(routes.decideReview, async (c) => {
    const { kind, claims, reason = null } = c.req.valid('json')
    const { rules } = c.var.installation
    return c.json(await decideProposals(writeContext(c), rules, { kind, claims, reason }), 200)
  })

  api.openapi(routes.editReview, async (c) => {
    authorise(actorIn(c), 'decide-claim')
    const record = await recordIn(c, c.req.valid('param').id)
    const edit = await editOfBody(c, record, c.req.valid('json'))
    const { rules } = c.var.installation
    return c.json(await editProposal(writeContext(c), rules, { claim: record.id, edit }), 200)
  })

  api.openapi(routes.undoReview, async (c) => {
    const { id } = c.req.valid('param')
    return c.json(await undoDecision(writeContext(c), c.var.installation.rules, id), 200)
  })
}

/** A claim that the actor may see. Problem: `not-found`. */
async function recordIn(c: HttpContext, id: string): Promise<ClaimRecord> {
  const record = (await recordsOf(c, [id])).get(id)
  if (record === undefined) throw new Problem('not-found')
  return record
}

const sourceDto = (record: ClaimRecord, levels: ReadonlyMap<number, string>) => ({
  id: record.source,
  title: record.title,
  publisher: record.publisher,
  publishedOn: record.published_on,
  label: levels.get(record.label) ?? '',
  synthetic: record.synthetic,
})

/** What the reader decided today, and the decision that `u` would take back. */
async function ownWork(c: HttpContext) {
  const reading = readingIn(c)
  const { db, visibility } = reading
  const { person } = actorIn(c)
  const midnight = `${dayAt(c.var.installation.now())}T00:00:00+08:00`
  const decidedToday = await decidedSince(db, visibility.tenant, person, midnight)
  const last = await lastDecisionOf(db, visibility.tenant, person)
  if (last === null) return { decidedToday, last: null }
  const { id, kind, claims, claim } = last
  const brief = await briefly(reading, [...(await recordsOf(c, [claim])).values()])
  return { decidedToday, last: { id, kind, claims, shown: brief.get(claim) ?? null } }
}

type EditBody = z.infer<
  (typeof routes.editReview.request.body.content)['application/json']['schema']
>

/** What a person wrote, as the vocabulary reads it. Problems: `not-found`, `invalid-input`. */
async function editOfBody(
  c: HttpContext,
  record: ClaimRecord,
  body: EditBody,
): Promise<ProposalEdit> {
  const { draft } = await readDraft(c.var.installation.store.read, actorIn(c).tenant, record.id)
  const property = body.property ?? draft.property
  const isNumber = isMeasured(c, property, draft.object !== null)
  const printed = body.value ?? record.printed
  const quantity = printed !== null && isNumber ? quantityIn(c, property, printed) : null
  const subject = body.subject === undefined ? draft.subject : await keyOfThing(c, body.subject)
  const object = body.object === undefined ? draft.object : await keyOfThing(c, body.object)
  const text = isNumber ? null : printed
  refuseMisfit(c, { subject, property, object, text, quantity }, ['key-foreign'])
  const isNewValue = body.value !== undefined || body.property !== undefined
  return {
    ...(body.subject !== undefined && { subject }),
    ...(body.property !== undefined && { property }),
    ...(body.object !== undefined && object !== null && { object }),
    ...(isNewValue && { text, quantity }),
    ...(body.period !== undefined && periodOf(body.period)),
  }
}

/** Problem: `invalid-input` for what is no period. */
function periodOf(printed: string): { validFrom: string | null; validTo: string | null } {
  if (printed.trim() === '') return { validFrom: null, validTo: null }
  const period = parsePeriod(printed)
  if (period === null) {
    throw new Problem('invalid-input', {
      field: '有效时间',
      fieldEn: 'Holds from',
      reason: '读不出时间，请写作 2020、2021-05 或 2021-2025',
      reasonEn: 'no period can be read here; write 2020, 2021-05 or 2021-2025',
    })
  }
  return { validFrom: period.from, validTo: period.to }
}
