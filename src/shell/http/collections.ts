// Collection rounds.
import { z } from '@hono/zod-openapi'
import { type Period, Problem, parsePeriod, sha256Hex } from '../../base/index.ts'
import {
  closeRound,
  composeRound,
  decideAnswers,
  noteWorkbooks,
  openRound,
  type PlanRequest,
  paperOf,
  planRound,
  type Recipient,
  type Round,
  readRound,
  readRoundCells,
  readRounds,
  recipientsSeen,
  sendRound,
  takeReturn,
} from '../../exchange/collection/index.ts'
import { divisionOf } from '../../graph/kinds/index.ts'
import { zipOf } from '../../graph/portable/index.ts'
import { authorise, type LabelLevel } from '../../trust/access/index.ts'
import { labelToBring } from '../../trust/consent/index.ts'
import { organisationsToAsk } from '../../trust/people/index.ts'
import { collectionWorkbook } from '../papers/collection-workbook.ts'
import { readGridOf } from '../worker/read-file.ts'
import { cellDto, headDtos, planDto, recipientDto, viewDto } from './collection-view.ts'
import { actorIn } from './frame/actor.ts'
import { noteRead } from './frame/audit.ts'
import type { Api, HttpContext } from './frame/context.ts'
import { fromCursor, toCursor } from './frame/cursor.ts'
import { rowsOfPage } from './frame/limits.ts'
import { chainReadingIn, dayAt, readingIn } from './frame/reading.ts'
import { uploadedFile } from './frame/uploaded.ts'
import { writeContext } from './frame/write-context.ts'
import * as routes from './schemas/collections.ts'

const CELLS_PER_PAGE = 200
const Offset = z.int().min(0)
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** What no file name may hold on some system. */
const NOT_IN_NAMES = /[/\\:*?"<>|\s]+/gu

export function addCollections(api: Api): void {
  api.openapi(routes.listCollections, async (c) => {
    const { rounds, meter } = await readRounds(asking(c), today(c))
    return c.json({ items: await headDtos(c, rounds), meter: { ...meter }, next: null }, 200)
  })

  api.openapi(routes.listDepartments, async (c) => {
    const all = await organisationsToAsk(c.var.installation.store, actorIn(c))
    const items = all
      .filter(({ kind }) => kind === 'government')
      .map(({ id, name }) => ({ id, name }))
    return c.json({ items, next: null }, 200)
  })

  api.openapi(routes.planCollection, async (c) => {
    authorise(actorIn(c), 'collect-data')
    const request = requestIn(c, c.req.valid('json'))
    const dated = { reading: chainReadingIn(c), today: today(c) }
    const plan = await planRound(asking(c), c.var.installation, dated, request)
    return c.json(planDto(c, plan, request.properties), 200)
  })

  api.openapi(routes.composeCollection, async (c) => {
    authorise(actorIn(c), 'collect-data')
    const input = c.req.valid('json')
    const { from, to } = periodOf(input.period)
    const { label, context } = await labelOfReturns(c, input.label)
    const request = {
      ...requestIn(c, input),
      ...{ title: input.title, due: input.due, validFrom: from, validTo: to },
      label,
    }
    const dated = { reading: chainReadingIn(c), today: today(c) }
    return c.json(await composeRound(context, c.var.installation, dated, request), 201)
  })

  addReturns(api)
  addReading(api)
  addSteps(api)
}

/** What comes back under a closer label is for the office that asked, as what it imports would be. */
function labelOfReturns(c: HttpContext, level: LabelLevel) {
  const isOpen = level === 'public' || level === 'internal'
  const organisations = isOpen ? [] : [actorIn(c).organisation]
  return labelToBring(writeContext(c), { level, organisations })
}

function addReturns(api: Api): void {
  api.openapi(routes.returnWorkbook, async (c) => {
    const { installation } = c.var
    mayTouch(c)
    const file = await uploadedFile(c)
    const { fileName, sha256 } = file
    const sheets = await readGridOf(installation.config.limits, {
      fileName,
      path: installation.store.blobs.path(sha256),
    })
    const page = c.req.valid('query').round ?? null
    const taken = await takeReturn(writeContext(c), installation, { file, sheets }, page)
    const view = await shownRound(c, taken.round)
    const recipient = view.recipients.find(({ ordinal }) => ordinal === taken.recipient)
    if (recipient === undefined) throw new Problem('not-found')
    return c.json({ round: taken.round, recipient: recipientDto(recipient) }, 201)
  })

  api.openapi(routes.exportWorkbooks, async (c) => {
    const round = await openRound(asking(c), c.req.valid('param'))
    const { recipient = null } = c.req.valid('json')
    const recipients = await recipientsSeen(asking(c), round.id, recipient)
    const [first] = recipients
    if (first === undefined) throw new Problem('not-found')
    const files = []
    for (const each of recipients) files.push(await workbookOf(c, round, each))
    const notes = files.map(({ ordinal, rows, bytes }) => ({
      ...{ ordinal, rows, sha256: sha256Hex(bytes) },
    }))
    await noteWorkbooks(writeContext(c), round.id, notes)
    const [only] = files
    const isOne = recipient !== null || files.length === 1
    if (isOne && only !== undefined) return c.body(only.bytes, 200, headersOf(only.name, XLSX))
    const zipped = zipOf(files.map(({ name, bytes }) => [name, bytes]))
    const name = fileNameOf(`${round.title} ${round.code}`, 'zip')
    return c.body(zipped, 200, headersOf(name, 'application/zip'))
  })
}

function addReading(api: Api): void {
  api.openapi(routes.readCollection, async (c) =>
    c.json(await viewDto(c, await shownRound(c, c.req.valid('param').id)), 200),
  )

  api.openapi(routes.listCollectionCells, async (c) => {
    const { id } = c.req.valid('param')
    const {
      recipient = null,
      state = null,
      cursor,
      limit: asked = CELLS_PER_PAGE,
    } = c.req.valid('query')
    const limit = rowsOfPage(c, asked)
    const offset = fromCursor(cursor, Offset) ?? 0
    const page = { recipient, state, offset, limit }
    const { cells, total } = await readRoundCells(asking(c), readingIn(c), id, page)
    await noteRead(
      c,
      'collection',
      id,
      cells.flatMap(({ labels }) => labels),
    )
    const end = offset + limit
    const items = cells.map((cell) => cellDto(c, cell))
    return c.json({ items, total, next: end < total ? toCursor(end) : null }, 200)
  })
}

function addSteps(api: Api): void {
  api.openapi(routes.sendCollection, async (c) => {
    const { id } = c.req.valid('param')
    await sendRound(writeContext(c), id)
    return c.json(await viewDto(c, await shownRound(c, id)), 200)
  })

  api.openapi(routes.closeCollection, async (c) => {
    const { id } = c.req.valid('param')
    await closeRound(writeContext(c), id)
    return c.json(await viewDto(c, await shownRound(c, id)), 200)
  })

  api.openapi(routes.decideCollection, async (c) => {
    const { kind, claims, reason = null } = c.req.valid('json')
    const { rules } = c.var.installation
    const { id } = c.req.valid('param')
    return c.json(await decideAnswers(writeContext(c), rules, id, { kind, claims, reason }), 200)
  })
}

const asking = (c: HttpContext) => ({ store: c.var.installation.store, actor: actorIn(c) })
const today = (c: HttpContext): string => dayAt(c.var.installation.now())

/** Nobody's file is read before it is known that they may bring one. Problem: `forbidden`. */
function mayTouch(c: HttpContext): void {
  const actor = actorIn(c)
  authorise(actor, actor.permissions.has('collect-data') ? 'collect-data' : 'answer-collection')
}

const shownRound = (c: HttpContext, id: string) => readRound(asking(c), id, today(c))

/** A request with its places as codes. Problem: `invalid-input` for a place that nobody knows. */
function requestIn(c: HttpContext, input: z.infer<typeof routes.CollectionPlanInput>): PlanRequest {
  const { chain, kind, region, list = null, properties, departments, again = null } = input
  return {
    ...{ chain, kind, list, properties, again, region: regionOf(c, region) },
    of:
      departments === undefined
        ? { by: 'firm' }
        : {
            by: 'department',
            departments: departments.map(({ organisation, properties: own, region: where }) => ({
              ...{ organisation, properties: own ?? null, region: regionOf(c, where) },
            })),
          },
  }
}

function regionOf(c: HttpContext, text: string | undefined): string | null {
  if (text === undefined) return null
  const place = divisionOf(c.var.installation.places, text)
  if (place !== null && place.scheme === 'division') return place.code
  throw new Problem('invalid-input', {
    ...{ field: '地区', fieldEn: 'Region' },
    ...{ reason: `没有“${text}”这个行政区划`, reasonEn: `there is no division ${text}` },
  })
}

/** The time asked about; one day is where something begins and has no end. */
function periodOf(text: string): { from: string; to: string | null } {
  const period = parsePeriod(text)
  if (period !== null && period.from !== null) {
    return { from: period.from, to: isOneDay(period) ? null : period.to }
  }
  throw new Problem('invalid-input', {
    ...{ field: '数据所属期', fieldEn: 'Time of the data' },
    ...{
      reason: '应为年、季、月或日，如 2025年',
      reasonEn: 'a year, quarter, month or day, as 2025',
    },
  })
}

const isOneDay = ({ from, to }: Period): boolean =>
  from !== null && to !== null && Date.parse(to) - Date.parse(from) === 86_400_000

async function workbookOf(c: HttpContext, round: Round, recipient: Recipient) {
  const { vocabulary } = c.var.installation
  const paper = paperOf(round, recipient, vocabulary, today(c))
  const bytes = await collectionWorkbook(paper)
  const { ordinal, sheet } = recipient
  return { ordinal, rows: sheet.rows.length, name: fileNameOf(paper.fileName, 'xlsx'), bytes }
}

const fileNameOf = (title: string, ending: string): string =>
  `${title.replaceAll(NOT_IN_NAMES, ' ').trim()}.${ending}`

const headersOf = (name: string, type: string) => ({
  'Content-Type': type,
  'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
})
