import type { Uuid, Words } from '../../base/index.ts'
import { readValues } from '../../graph/chain/index.ts'
import {
  claimsById,
  type Figure,
  figureOfRecord,
  type NamedThing,
  nameThings,
  type Reading,
} from '../../graph/figures/index.ts'
import type { Actor, Visibility } from '../../trust/access/index.ts'
import type { WriteContext } from '../../trust/gate/index.ts'
import { saysSame } from './answer.ts'
import { openRound, recipientsSeen } from './commands.ts'
import { whoseOf } from './compose.ts'
import { byUrgency, daysLeft, type Following, followingOf, type Meter, meterOf } from './follow.ts'
import type { CellState, ReturnRow, Round } from './model.ts'
import { cellKey } from './plan.ts'
import { workbookCode } from './sheet.ts'
import { type CellRow, countCells, listRounds, readCells, readReturns } from './store.ts'
import { reminderOf } from './words.ts'

/** A round in the overview, with its meter as far as the actor sees it. */
export interface RoundHead {
  readonly round: Round
  readonly meter: Meter
  readonly recipients: number
  /** Recipients of whom nothing is open any more, and those who are late. */
  readonly answered: number
  readonly late: number
  /** Days until the deadline; negative once it has passed. */
  readonly days: number
}

/** Every round that an actor sees, the newest first, and the meter of all that were sent. */
export async function readRounds(
  { store, actor }: Pick<WriteContext, 'store' | 'actor'>,
  today: string,
): Promise<{ rounds: RoundHead[]; meter: Meter }> {
  const { tenant } = actor
  const whose = whoseOf(actor)
  const rounds = await listRounds(store.read, tenant, whose)
  const counts = await countCells(
    store.read,
    tenant,
    rounds.map(({ id }) => id),
  )
  const own = await ownOrdinals({ store, actor }, rounds)
  const seen = counts.filter(({ round, recipient }) => own.get(round)?.has(recipient) ?? true)
  const heads = rounds.map((round): RoundHead => {
    const its = seen.filter((each) => each.round === round.id)
    const parties = [...new Set(its.map(({ recipient }) => recipient))].map((ordinal) =>
      meterOf(its.filter(({ recipient }) => recipient === ordinal)),
    )
    const states = parties.map((meter) => followingOf(meter, { returns: 0, due: round.due, today }))
    return {
      ...{
        round,
        meter: meterOf(its),
        recipients: parties.length,
        days: daysLeft(round.due, today),
      },
      answered: states.filter((state) => state === 'answered').length,
      late: round.state === 'sent' ? states.filter((state) => state === 'late').length : 0,
    }
  })
  const sent = new Set(rounds.filter(({ sentAt }) => sentAt !== null).map(({ id }) => id))
  return { rounds: heads, meter: meterOf(seen.filter(({ round }) => sent.has(round))) }
}

/** For an answering organisation the recipients that it is; empty where the actor sees all. */
async function ownOrdinals(
  context: Pick<WriteContext, 'store' | 'actor'>,
  rounds: readonly Round[],
): Promise<Map<Uuid, Set<number>>> {
  if (whoseOf(context.actor).organisation === null) return new Map()
  const own = new Map<Uuid, Set<number>>()
  for (const { id } of rounds) {
    const recipients = await recipientsSeen(context, id)
    own.set(id, new Set(recipients.map(({ ordinal }) => ordinal)))
  }
  return own
}

/** A recipient of a round, and how far it is. */
export interface RecipientView {
  readonly ordinal: number
  readonly name: string
  readonly code: string | null
  /** Code of its workbook. */
  readonly workbook: string
  /** Whether it has an account here by which it can answer. */
  readonly hasAccount: boolean
  readonly things: number
  readonly meter: Meter
  readonly following: Following
  /** A note to copy; null where nothing is open. */
  readonly reminder: Words | null
  /** Its returns, the newest first. */
  readonly returns: readonly ReturnRow[]
}

/** A round with everybody who is asked, as far as the actor sees. */
export interface RoundView extends Omit<RoundHead, 'recipients'> {
  readonly recipients: readonly RecipientView[]
}

/** One round. Problem: `not-found`. */
export async function readRound(
  context: Pick<WriteContext, 'store' | 'actor'>,
  id: Uuid,
  today: string,
): Promise<RoundView> {
  const { store, actor } = context
  const round = await openRound(context, { id })
  const recipients = await recipientsSeen(context, id)
  const isHouse = whoseOf(actor).organisation === null
  const seen = new Set(recipients.map(({ ordinal }) => ordinal))
  const all = await countCells(store.read, actor.tenant, [id])
  const counts = all.filter(({ recipient }) => seen.has(recipient))
  const returns = await readReturns(store.read, actor.tenant, id)
  const days = daysLeft(round.due, today)
  const views = recipients.map(({ ordinal, organisation, name, code, sheet }): RecipientView => {
    const own = returns.filter(({ recipient }) => recipient === ordinal)
    const meter = meterOf(counts.filter(({ recipient }) => recipient === ordinal))
    const following = followingOf(meter, { returns: own.length, due: round.due, today })
    const workbook = workbookCode(round.code, ordinal)
    const open = meter.asked - meter.answered - meter.declined
    const letter = {
      name,
      title: round.title,
      code: workbook,
      due: round.due,
      open,
      days,
      office: round.office,
    }
    const isOpen = isHouse && round.state === 'sent' && open > 0
    return {
      ...{ ordinal, name, code, workbook, hasAccount: organisation !== null },
      ...{ things: sheet.rows.length, meter, following, returns: own },
      reminder: isOpen ? reminderOf(letter) : null,
    }
  })
  return {
    ...{ round, meter: meterOf(counts), days, recipients: views.toSorted(byUrgency) },
    answered: views.filter(({ following }) => following === 'answered').length,
    late: round.state === 'sent' ? views.filter(({ following }) => following === 'late').length : 0,
  }
}

/** What an answer would change: nothing stands, the same stands, or something else does. */
export type CellChange = 'new' | 'same' | 'changed'

/** A cell with what stands and what is answered. */
export interface CellView extends Omit<CellRow, 'thing'> {
  readonly thing: NamedThing
  /** What stands now beside the answer; null where nothing does, or the actor may not see it. */
  readonly before: Figure | null
  readonly answer: Figure | null
  readonly change: CellChange | null
  /** Labels of what was read for it. */
  readonly labels: readonly number[]
}

/** Which cells of a round are wanted. */
export interface CellPage {
  readonly recipient: number | null
  readonly state: CellState | null
  readonly offset: number
  readonly limit: number
}

/**
 * Cells of a round that the actor may see, each beside what stands, and how many there are in all.
 * An answer is shown to whoever may see its label, and to the organisation that gave it.
 * Problem: `not-found`.
 */
export async function readRoundCells(
  context: Pick<WriteContext, 'store' | 'actor'>,
  reading: Reading,
  id: Uuid,
  page: CellPage,
): Promise<{ cells: CellView[]; total: number }> {
  const { store, actor } = context
  const round = await openRound(context, { id })
  const recipients = (await recipientsSeen(context, id, page.recipient)).map((each) => each.ordinal)
  const choice = { recipients, state: page.state }
  const rows = await readCells(store.read, actor.tenant, id, choice)
  const shown = rows.slice(page.offset, page.offset + page.limit)
  return {
    cells: await cellViews(answeringAs(actor, reading, round), reading, shown),
    total: rows.length,
  }
}

/** With whose eyes answers are read: to those who gave them, theirs are no secret. */
function answeringAs(actor: Actor, { visibility }: Reading, { label }: Round): Visibility {
  if (whoseOf(actor).organisation === null) return visibility
  return { ...visibility, labels: [...new Set([...visibility.labels, label])] }
}

async function cellViews(
  answering: Visibility,
  reading: Reading,
  cells: readonly CellRow[],
): Promise<CellView[]> {
  const things = [...new Set(cells.map(({ thing }) => thing))]
  const names = await nameThings(reading, things)
  const properties = [...new Set(cells.map(({ property }) => property))]
  const answers = cells.flatMap(({ claim }) => claim ?? [])
  const values = await readValues(reading.db, reading, things, properties)
  const mine = new Set(answers)
  const standing = new Map<string, Uuid>()
  for (const { subject, property, claim } of values) {
    const key = cellKey(subject, property)
    if (!mine.has(claim) && !standing.has(key)) standing.set(key, claim)
  }
  const before = await claimsById(reading.db, reading.visibility, [...standing.values()])
  const said = await claimsById(reading.db, answering, answers)
  const records = new Map([...before, ...said].map((record) => [record.id, record]))
  return cells.map((cell): CellView => {
    const { thing, property, claim } = cell
    const answer = claim === null ? undefined : records.get(claim)
    const stands = records.get(standing.get(cellKey(thing, property)) ?? '')
    return {
      ...cell,
      thing: names.get(thing) ?? { id: thing, kind: '', name: thing },
      before: stands === undefined ? null : figureOfRecord(reading, stands, null),
      answer: answer === undefined ? null : figureOfRecord(reading, answer, null),
      change: answer === undefined ? null : changeOf(stands, answer),
      labels: [stands, answer].flatMap((record) => record?.label ?? []),
    }
  })
}

const changeOf = (
  before: Parameters<typeof saysSame>[0] | undefined,
  answer: Parameters<typeof saysSame>[0],
): CellChange => {
  if (before === undefined) return 'new'
  return saysSame(before, answer) ? 'same' : 'changed'
}
