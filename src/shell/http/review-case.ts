// One claim as the review desk looks at it: its place, what is held beside it, what contradicts it.
import { Problem } from '../../base/index.ts'
import {
  type ClaimRecord,
  claimsById,
  figureOfRecord,
  nameThings,
  type Reading,
  viewClaims,
} from '../../graph/figures/index.ts'
import {
  alikeTo,
  besideIn,
  cautionsOf,
  editOf,
  effectOf,
  heldReasons,
  isNamedIn,
  isOwnWork,
  passageOf,
  pendingNames,
  type QueueView,
  queueView,
  readProposals,
  returnedOf,
  rivalsOf,
  sentenceOf,
  windowAround,
} from '../../graph/proposals/index.ts'
import type { DOUBT_CODES } from '../../graph/reading/index.ts'
import { readStretch, readWindow } from '../../graph/sources/index.ts'
import { deskModeNow } from '../../trust/desk/index.ts'
import { claimDtos, figureDto } from './claim-view.ts'
import { actorIn } from './frame/actor.ts'
import type { HttpContext } from './frame/context.ts'
import { readingIn } from './frame/reading.ts'

/** Claims that are shown of each of the lists beside a claim. */
const HELD_SHOWN = 8
const ALIKE_SHOWN = 20

/** The queue as the reader may see it, of all sources or of one. */
export function queueIn(c: HttpContext, source: string | null): Promise<QueueView> {
  const { db, visibility, asOf } = readingIn(c)
  return queueView(db, { visibility, asOf, singular: singularOf(c), source })
}

function singularOf(c: HttpContext): string[] {
  const properties = [...c.var.installation.vocabulary.properties.values()]
  return properties.filter(({ value }) => value !== 'text').map(({ id }) => id)
}

/** Claims that the actor may see, in the order of the ids. */
export async function recordsOf(
  c: HttpContext,
  ids: readonly string[],
): Promise<Map<string, ClaimRecord>> {
  const { db, visibility } = readingIn(c)
  const found = new Map((await claimsById(db, visibility, ids)).map((each) => [each.id, each]))
  return new Map(
    ids.flatMap((id) => {
      const record = found.get(id)
      return record === undefined ? [] : [[id, record] as const]
    }),
  )
}

/** Claims in few words; a thing that no standing claim names is called as the waiting one says. */
export async function briefly(reading: Reading, records: readonly ClaimRecord[]) {
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

/** Everything that the desk shows of one claim. */
export async function caseOf(c: HttpContext, record: ClaimRecord) {
  const reading = readingIn(c)
  const { db, visibility } = reading
  const { tenant } = visibility
  const { id } = record
  const queue = await queueIn(c, record.source)
  const line = await alikeTo(db, queue, id)
  const rivals = await recordsOf(c, await rivalsOf(db, queue, id))
  const others = (line?.claims ?? []).filter((one) => one !== id)
  const alike = await recordsOf(c, others.slice(0, ALIKE_SHOWN))
  const beside = [...(await recordsOf(c, await besideIn(db, queue, id))).values()].filter(
    ({ id: one, stage }) => (stage === 'published' || stage === 'draft') && !rivals.has(one),
  )
  const held = beside.slice(0, HELD_SHOWN)
  const hands = await handsOn(c, id)
  const corrections = await recordsOf(c, [hands.edit?.replaces ?? id, hands.back?.claim ?? id])
  const brief = await briefly(reading, [
    record,
    ...held,
    ...alike.values(),
    ...corrections.values(),
  ])
  const [view] = await claimDtos(c, await viewClaims(reading, [record]))
  if (view === undefined) throw new Problem('not-found')
  const subject = brief.get(id)?.subject ?? view.subject
  const standing = [...beside, ...rivals.values()].filter((one) => isSameMatter(one, record))
  const isSingular = record.object !== null || queue.singular.includes(record.property)
  const cautions = await cautionsOf(db, tenant, id)
  return {
    claim: { ...view, subject },
    group: line?.group ?? null,
    ...(await placeOf(c, record)),
    recognised: isNamedIn(view.quote, subject.name) ? ('quoted' as const) : ('context' as const),
    cautions: cautions as { code: (typeof DOUBT_CODES)[number]; detail: string }[],
    reasons: await heldReasons(db, tenant, id),
    held: held.flatMap((one) => brief.get(one.id) ?? []),
    rivals: await claimDtos(c, await viewClaims(reading, [...rivals.values()])),
    alike: {
      claims: [...(line?.claims ?? [])],
      count: line?.count ?? 0,
      shown: [...alike.keys()].flatMap((one) => brief.get(one) ?? []),
    },
    effect: effectOf(record, standing, isSingular),
    ...handsDto(hands, brief),
  }
}

const isSameMatter = (one: ClaimRecord, record: ClaimRecord): boolean =>
  one.stage === 'published' &&
  one.subject === record.subject &&
  one.object === record.object &&
  one.valid_from === record.valid_from

/** Who put a claim as it is, whose correction of it was rejected, and who may let it stand. */
async function handsOn(c: HttpContext, id: string) {
  const { db, visibility } = readingIn(c)
  const { tenant } = visibility
  const { person } = actorIn(c)
  const edit = await editOf(db, tenant, id)
  const back = await returnedOf(db, tenant, id)
  const mode = await deskModeNow(db, tenant)
  const rows = await readProposals(db, tenant, [id])
  const own = isOwnWork(mode, c.var.installation.rules.policy, rows, person)
  return { edit, back, isMine: edit?.person === person, isOwnWork: own }
}

type Brief = Awaited<ReturnType<typeof briefly>>

function handsDto(
  { edit, back, isMine, isOwnWork: own }: Awaited<ReturnType<typeof handsOn>>,
  brief: Brief,
) {
  const before = edit === null ? null : (brief.get(edit.replaces) ?? null)
  const after = back === null ? undefined : brief.get(back.claim)
  return {
    edited: edit && { by: edit.by, mine: isMine, replaces: edit.replaces, before },
    returned:
      back === null || after === undefined
        ? null
        : { by: back.by, after, rejectedBy: back.rejectedBy, reason: back.reason },
    isOwnWork: own,
  }
}

/** The sentence of a span, or the row of a cell. */
async function placeOf(c: HttpContext, record: ClaimRecord) {
  const { db, visibility } = readingIn(c)
  const { tenant } = visibility
  const { source, sheet, row_number: row, span_start: start, span_end: end } = record
  if (row !== null) {
    const place = { sheet, first: row, last: row }
    const { columns, rows } = await readWindow(db, tenant, source, place)
    const cells = rows[0]?.cells ?? []
    const titled = cells.map((text, at) => ({
      title: columns.find(({ index }) => index === at)?.title ?? '',
      text,
    }))
    return { passage: null, row: titled }
  }
  if (start === null || end === null) return { passage: null, row: null }
  const sentence = await sentenceOf(db, tenant, record.id)
  const window = windowAround({ start, end }, sentence)
  const text = await readStretch(db, tenant, source, window)
  return { passage: passageOf(text, window.start, { start, end }, sentence), row: null }
}
