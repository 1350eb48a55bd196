// The review desk: claims that wait for a person, and the decisions over them.
import { z } from '@hono/zod-openapi'
import { Problem, parseQuantity } from '../../base/index.ts'
import {
  type ClaimRecord,
  claimsById,
  figureOfRecord,
  nameThings,
  type Reading,
  viewClaims,
} from '../../graph/figures/index.ts'
import { checkStatement, reasonWords } from '../../graph/kinds/index.ts'
import {
  alikeTo,
  cautionsOf,
  decideProposals,
  editOf,
  editProposal,
  effectOf,
  heldBeside,
  passageOf,
  type ProposalEdit,
  pendingNames,
  type QueueFilter,
  queueCounts,
  queuePage,
  rivalsOf,
  undoDecision,
} from '../../graph/proposals/index.ts'
import { readText, readWindow } from '../../graph/sources/index.ts'
import { readThing } from '../../graph/things/index.ts'
import { authorise } from '../../trust/access/index.ts'
import { claimDtos, figureDto } from './claim-view.ts'
import { actorIn } from './frame/actor.ts'
import { noteRead } from './frame/audit.ts'
import type { Api, HttpContext } from './frame/context.ts'
import { fromCursor, toCursor } from './frame/cursor.ts'
import { labelLevels } from './frame/labels.ts'
import { readingIn } from './frame/reading.ts'
import { writeContext } from './frame/write-context.ts'
import * as routes from './schemas/review.ts'

const LINES_PER_PAGE = 100
const SHOWN = 3

export function addReview(api: Api): void {
  api.openapi(routes.readReview, async (c) => {
    authorise(actorIn(c), 'decide-claim')
    const { group = null, source, q = '', cursor } = c.req.valid('query')
    const offset = fromCursor(cursor, z.int().min(0)) ?? 0
    const filter = filterIn(c, source ?? null)
    const { read } = c.var.installation.store
    const page = { group, words: q.trim(), offset, limit: LINES_PER_PAGE + 1 }
    const lines = await queuePage(read, filter, page)
    const items = lines.slice(0, LINES_PER_PAGE)
    const records = await recordsOf(
      c,
      items.flatMap(({ claims }) => claims.slice(0, SHOWN)),
    )
    await noteRead(c, 'review', 'queue', [...records.values()].map(({ label }) => label))
    const brief = await briefly(readingIn(c), [...records.values()])
    const levels = await labelLevels(c, [...records.values()].map(({ label }) => label))
    return c.json(
      {
        counts: await queueCounts(read, filter),
        items: items.flatMap((item) => {
          const first = records.get(item.claims[0] ?? '')
          if (first === undefined) return []
          const shown = item.claims.slice(0, SHOWN).flatMap((id) => brief.get(id) ?? [])
          return [{ ...item, claims: [...item.claims], shown, source: sourceDto(first, levels) }]
        }),
        next: lines.length > LINES_PER_PAGE ? toCursor(offset + LINES_PER_PAGE) : null,
      },
      200,
    )
  })

  api.openapi(routes.readReviewCase, async (c) => {
    authorise(actorIn(c), 'decide-claim')
    const { id } = c.req.valid('param')
    const record = (await recordsOf(c, [id])).get(id)
    if (record === undefined) throw new Problem('not-found')
    await noteRead(c, 'claim', id, [record.label])
    return c.json(await caseOf(c, record), 200)
  })

  api.openapi(routes.decideReview, async (c) => {
    const { kind, claims, reason = null } = c.req.valid('json')
    const { rules } = c.var.installation
    return c.json(await decideProposals(writeContext(c), rules, { kind, claims, reason }), 200)
  })

  api.openapi(routes.editReview, async (c) => {
    authorise(actorIn(c), 'decide-claim')
    const { id } = c.req.valid('param')
    const record = (await recordsOf(c, [id])).get(id)
    if (record === undefined) throw new Problem('not-found')
    const edit = await editOfBody(c, record, c.req.valid('json'))
    const { rules } = c.var.installation
    return c.json(await editProposal(writeContext(c), rules, { claim: id, edit }), 200)
  })

  api.openapi(routes.undoReview, async (c) => {
    const { id } = c.req.valid('param')
    return c.json(await undoDecision(writeContext(c), c.var.installation.rules, id), 200)
  })
}

function filterIn(c: HttpContext, source: string | null): QueueFilter {
  const { visibility, asOf } = readingIn(c)
  const properties = [...c.var.installation.vocabulary.properties.values()]
  const singular = properties.filter(({ value }) => value !== 'text').map(({ id }) => id)
  return { visibility, asOf, singular, source }
}

async function recordsOf(c: HttpContext, ids: readonly string[]): Promise<Map<string, ClaimRecord>> {
  const { db, visibility } = readingIn(c)
  return new Map((await claimsById(db, visibility, ids)).map((record) => [record.id, record]))
}

/** Claims in few words; a thing that no standing claim names is called as the waiting one says. */
async function briefly(reading: Reading, records: readonly ClaimRecord[]) {
  const things = records.flatMap(({ subject, object }) => [subject, ...(object ? [object] : [])])
  const names = await nameThings(reading, things)
  const waiting = await pendingNames(reading.db, reading.visibility, things)
  return new Map(
    records.map((record) => {
      const { id, subject, property, stage } = record
      const named = names.get(subject) ?? { id: subject, kind: '', name: '' }
      const object = record.object === null ? null : (names.get(record.object) ?? null)
      const figure = figureDto(figureOfRecord(reading, record, object))
      const propertyLabel = reading.lexicon.label(property)
      const name = waiting.get(subject) ?? named.name
      return [id, { id, subject: { ...named, name }, property, propertyLabel, figure, stage }]
    }),
  )
}

const sourceDto = (record: ClaimRecord, levels: ReadonlyMap<number, string>) => ({
  id: record.source,
  title: record.title,
  publisher: record.publisher,
  publishedOn: record.published_on,
  label: levels.get(record.label) ?? '',
  synthetic: record.synthetic,
})

async function caseOf(c: HttpContext, record: ClaimRecord) {
  const reading = readingIn(c)
  const { db, visibility } = reading
  const { id } = record
  const filter = filterIn(c, record.source)
  const line = await alikeTo(db, filter, id)
  const rivals = await recordsOf(c, await rivalsOf(db, filter, id))
  const held = await recordsOf(c, await heldBeside(db, filter, id))
  const alike = await recordsOf(c, (line?.claims ?? []).filter((one) => one !== id).slice(0, 20))
  const brief = await briefly(reading, [record, ...held.values(), ...alike.values()])
  const [view] = await claimDtos(c, await viewClaims(reading, [record]))
  if (view === undefined) throw new Problem('not-found')
  const subject = brief.get(id)?.subject ?? view.subject
  const edited = await editOf(db, visibility.tenant, id)
  const standing = [...held.values(), ...rivals.values()].filter(
    (one) =>
      one.stage === 'published' &&
      one.subject === record.subject &&
      one.object === record.object &&
      one.valid_from === record.valid_from,
  )
  const pick = (records: ReadonlyMap<string, ClaimRecord>) =>
    [...records.keys()].flatMap((one) => brief.get(one) ?? [])
  return {
    claim: { ...view, subject },
    group: line?.group ?? null,
    ...(await placeOf(c, record)),
    recognised: view.quote.includes(subject.name) ? ('quoted' as const) : ('context' as const),
    cautions: await cautionsOf(db, visibility.tenant, id),
    held: pick(held),
    rivals: await claimDtos(c, await viewClaims(reading, [...rivals.values()])),
    alike: { claims: [...(line?.claims ?? [])], count: line?.count ?? 0, shown: pick(alike) },
    effect: effectOf(record, standing),
    edited:
      edited === null
        ? null
        : {
            by: edited.by,
            mine: edited.person === actorIn(c).person,
            replaces: edited.replaces,
          },
  }
}

/** The sentence of a span, or the row of a cell. */
async function placeOf(c: HttpContext, record: ClaimRecord) {
  const { db, visibility } = readingIn(c)
  const { source, sheet, row_number: row, span_start: start, span_end: end } = record
  if (row !== null) {
    const place = { sheet, first: row, last: row }
    const { columns, rows } = await readWindow(db, visibility.tenant, source, place)
    const cells = rows[0]?.cells ?? []
    const titled = cells.map((text, at) => ({
      title: columns.find(({ index }) => index === at)?.title ?? '',
      text,
    }))
    return { passage: null, row: titled }
  }
  const text = start === null || end === null ? null : await readText(db, visibility.tenant, source)
  if (text === null || start === null || end === null) return { passage: null, row: null }
  return { passage: passageOf([...text], start, end), row: null }
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
  const { vocabulary } = c.var.installation
  const { properties, edges } = vocabulary
  const property = body.property ?? record.property
  const known = properties.get(property)
  const measured = known?.value === 'quantity' || record.object !== null
  const unit = known?.unit ?? edges.get(property)?.quantity?.unit
  const printed = body.value ?? record.printed
  const quantity =
    printed !== null && measured ? parseQuantity(printed, unit === undefined ? {} : { unit }) : null
  const subject = await thingOf(c, body.subject ?? record.subject)
  const object = record.object === null ? null : await thingOf(c, record.object)
  const text = measured ? null : printed
  const statement = { subject, property, object, text, quantity }
  const fault = checkStatement(vocabulary, statement).find(({ reason }) => reason !== 'key-foreign')
  if (fault !== undefined) {
    const { zh, en } = reasonWords(fault)
    throw new Problem('invalid-input', { field: property, reason: zh, reasonEn: en })
  }
  const isNewValue = body.value !== undefined || body.property !== undefined
  return {
    ...(body.subject !== undefined && { subject }),
    ...(body.property !== undefined && { property }),
    ...(isNewValue && { text, quantity }),
    ...(body.validFrom !== undefined && { validFrom: body.validFrom }),
    ...(body.validTo !== undefined && { validTo: body.validTo }),
  }
}

/** The key of a known thing. Problem: `not-found`. */
async function thingOf(c: HttpContext, id: string) {
  const { kind, keys } = await readThing(readingIn(c), id)
  const [key] = keys
  if (key === undefined) throw new Problem('not-found')
  return { kind, scheme: key.scheme, code: key.code }
}
