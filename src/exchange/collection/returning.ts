// A returned workbook: known again, judged, kept as a source, its answers as claims that wait.
import { inParts, Problem, type Uuid, uuidOf } from '../../base/index.ts'
import { readThings } from '../../graph/chain/index.ts'
import {
  type ClaimRow,
  claimPage,
  claimRow,
  decideWithin,
  type EvidenceRules,
  insertClaims,
  singlePolicyOf,
  type Thing,
} from '../../graph/evidence/index.ts'
import type { GridSheet } from '../../graph/reading/index.ts'
import {
  insertParts,
  insertSource,
  type SourcePart,
  type StoredFile,
  sourceId,
  sourceOfBytes,
} from '../../graph/sources/index.ts'
import type { Database } from '../../store/index.ts'
import { strictestLabel } from '../../trust/access/index.ts'
import { type WriteContext, write } from '../../trust/gate/index.ts'
import { readAnswer, saysSame } from './answer.ts'
import { openRound, recipientsSeen } from './commands.ts'
import { type CollectionKnowledge, whoseOf } from './compose.ts'
import { judgeReturn } from './judge.ts'
import type { Answer, Judged, Recipient, ReturnProblem, Round } from './model.ts'
import { titlesOf } from './paper.ts'
import { cellKey } from './plan.ts'
import { cellAt, workbookIn } from './recognise.ts'
import { workbookCode } from './sheet.ts'
import {
  type CellAnswer,
  type CellRow,
  insertReturn,
  lockRound,
  nextReturn,
  readCells,
  setAnswers,
} from './store.ts'
import { closedAlready, notSent, RETURN_WORDS } from './words.ts'

const CONFIDENCE_OF_A_RETURN = 100
/** Rows of a sheet that are kept in one part of its source. */
const PART_ROWS = 1_000

/** A file that came back, as it was read. */
export interface ReturnedFile {
  readonly file: StoredFile
  readonly sheets: readonly GridSheet[]
}

/** What decides how a return is read and kept. */
export interface ReturnKnowledge extends CollectionKnowledge {
  readonly rules: EvidenceRules
}

/**
 * Takes a returned workbook: whatever is sound in it waits to be accepted, with the cell that says
 * it; whatever is not is told cell by cell; the file itself is kept as it is. What the recipient
 * had answered before and says again changes nothing; another answer takes the place of one that
 * still waits.
 *
 * `round` is the page on which it was brought, null where the workbook alone decides.
 *
 * Problems: `forbidden`, `collection-unrecognised`, `collection-foreign`, `collection-head`,
 * `collection-step`, `not-found` for a workbook that was sent to somebody else, `key-reused`.
 */
export async function takeReturn(
  context: WriteContext,
  knowledge: ReturnKnowledge,
  { file, sheets }: ReturnedFile,
  page: Uuid | null,
): Promise<{ round: Uuid; recipient: number; number: number }> {
  const whose = whoseOf(context.actor)
  const { round, recipient } = await findRecipient(context, sheets)
  if (page !== null && page !== round.id) {
    throw new Problem('collection-foreign', { title: round.title, code: round.code })
  }
  const things = await readThings(
    context.store.read,
    round.tenant,
    recipient.sheet.rows.map(({ thing }) => thing),
  )
  const workbook = workbookCode(round.code, recipient.ordinal)
  const judged = judgeReturn(sheets, {
    ...{
      workbook,
      sheet: recipient.sheet,
      titles: titlesOf(knowledge.vocabulary, recipient.sheet),
    },
    read: ({ thing }, id, printed) => {
      const property = knowledge.vocabulary.properties.get(id)
      const subject = things.get(thing)
      if (property === undefined || subject === undefined) throw new Problem('not-found')
      return readAnswer(knowledge.vocabulary, subject, property, printed)
    },
  })
  const command = {
    name: 'collection.return',
    permission: whose.organisation === null ? 'collect-data' : 'answer-collection',
    input: { round: round.id, recipient: recipient.ordinal, ...file },
  } as const
  const { output } = await write(context, command, async (tx) => {
    const state = await lockRound(tx, round.tenant, round.id)
    if (state === 'draft') throw notSent()
    if (state !== 'sent') throw closedAlready()
    const { ordinal } = recipient
    const number = await nextReturn(tx, round.tenant, round.id, ordinal)
    const kept = new ReturnKeeper(tx, context, knowledge, { round, recipient, number, things })
    await kept.keep(file, sheets, judged)
    return { round: round.id, recipient: ordinal, number }
  })
  return output
}

/** The round and the recipient whose signs a workbook bears. */
async function findRecipient(
  context: WriteContext,
  sheets: readonly GridSheet[],
): Promise<{ round: Round; recipient: Recipient }> {
  const [code, ordinal] = workbookIn(sheets)?.split('-') ?? []
  if (code === undefined) throw new Problem('collection-unrecognised')
  const round = await openRound(context, { code })
  const [recipient] = await recipientsSeen(context, round.id, Number(ordinal))
  if (recipient === undefined) throw new Problem('not-found')
  return { round, recipient }
}

interface Returning {
  readonly round: Round
  readonly recipient: Recipient
  readonly number: number
  readonly things: ReadonlyMap<Uuid, Thing>
}

/** Keeps one return inside its write. */
class ReturnKeeper {
  readonly #tx: Database
  readonly #context: WriteContext
  readonly #knowledge: ReturnKnowledge
  readonly #its: Returning

  constructor(tx: Database, context: WriteContext, knowledge: ReturnKnowledge, its: Returning) {
    this.#tx = tx
    this.#context = context
    this.#knowledge = knowledge
    this.#its = its
  }

  async keep(file: StoredFile, sheets: readonly GridSheet[], judged: Judged): Promise<void> {
    const { round, recipient, number } = this.#its
    const { tenant } = round
    const at = this.#context.now.toISOString()
    const source = await this.#keepSource(file, sheets)
    const before = await this.#before()
    const sorted = sortAnswers(judged.answers, before, (answer) => this.#claimOf(answer, source))
    await insertClaims(
      this.#tx,
      sorted.fresh.map(({ claim }) => claim),
    )
    await this.#dropReplaced(sorted.replaced)
    const declined = judged.declined.filter(({ thing, property }) => {
      const state = before.get(cellKey(thing, property))?.state
      return state === 'open' || state === 'refused'
    })
    const answers: CellAnswer[] = [
      ...sorted.fresh.map(({ answer, claim }) => ({ ...cellOf(answer), claim: claim.id })),
      ...declined.map(({ thing, property }) => ({ thing, property, claim: null })),
    ]
    await setAnswers(this.#tx, tenant, round.id, { answers, at })
    await insertReturn(this.#tx, tenant, round.id, {
      ...{ recipient: recipient.ordinal, number, source: source.id, fileName: file.fileName },
      ...{ by: this.#context.actor.person, returnedAt: at },
      counts: {
        answers: sorted.fresh.length,
        repeated: sorted.repeated,
        declined: declined.length,
        unanswered: judged.unanswered,
      },
      problems: [...judged.problems, ...sorted.refusedBefore.map((each) => this.#again(each))],
    })
  }

  async #keepSource(
    { fileName, mediaType, sha256, sizeBytes }: StoredFile,
    sheets: readonly GridSheet[],
  ): Promise<{ id: Uuid; label: number }> {
    const { round, recipient } = this.#its
    const { actor, now } = this.#context
    const id = sourceId(round.tenant, sha256)
    await insertSource(this.#tx, {
      ...{ tenant: round.tenant, id, fileName, mediaType, sha256, sizeBytes },
      ...{ title: `${round.title} ${recipient.name}`, publisher: recipient.name },
      ...{ publishedOn: now.toISOString().slice(0, 10), class: 'returned', label: round.label },
      ...{ origin: null, synthetic: false, broughtBy: actor.person, broughtAt: now.toISOString() },
      ...{ supersedes: null, textVersion: null },
    })
    await insertParts(this.#tx, round.tenant, id, partsOf(sheets))
    // The very bytes may have been brought before, as a source of another label.
    const held = await sourceOfBytes(this.#tx, round.tenant, sha256)
    const labels = [round.label, held?.label ?? round.label]
    return { id, label: await strictestLabel(this.#tx, round.tenant, labels) }
  }

  /** Each cell of the recipient, with what was last said of it. */
  async #before(): Promise<Map<string, CellRow & { readonly said: ClaimRow | null }>> {
    const { round, recipient } = this.#its
    const choice = { recipients: [recipient.ordinal], state: null }
    const cells = await readCells(this.#tx, round.tenant, round.id, choice)
    const ids = cells.flatMap(({ claim }) => claim ?? [])
    const page = { after: null, limit: ids.length, ids }
    const found = ids.length === 0 ? [] : await claimPage(this.#tx, round.tenant, page)
    const said = new Map(found.map(({ claim }) => [claim.id, claim]))
    return new Map(
      cells.map((cell) => [
        cellKey(cell.thing, cell.property),
        { ...cell, said: said.get(cell.claim ?? '') ?? null },
      ]),
    )
  }

  #claimOf(answer: Answer, source: { readonly id: Uuid; readonly label: number }): ClaimRow {
    const { round, recipient, number, things } = this.#its
    const { tenant } = round
    const subject = things.get(answer.thing)
    if (subject === undefined) throw new Problem('not-found')
    const { text, quantity, property, printed } = answer
    const { sheet, row, cell } = answer
    const reader = `collection:${workbookCode(round.code, recipient.ordinal)}/${number}`
    const batch = uuidOf(String(tenant), 'returned', source.id, reader)
    const locator = { sheet, page: null, row, cells: cell, start: null, end: null }
    return claimRow(
      {
        ...{ subject, property, object: null, text, quantity, locator, quote: printed },
        ...this.#validity(property, quantity !== null),
      },
      { tenant, source: source.id, batch, label: source.label, method: 'imported', reader },
      { held: true, confidence: CONFIDENCE_OF_A_RETURN },
    )
  }

  /**
   * A figure speaks of the time that was asked about; what ages otherwise holds from its beginning
   * on; what never ages has no time of its own.
   */
  #validity(property: string, isFigure: boolean) {
    const { validFrom, validTo } = this.#its.round
    if (isFigure) return { validFrom, validTo }
    const { maximumAgeMonths } = this.#knowledge.vocabulary.properties.get(property) ?? {}
    return { validFrom: maximumAgeMonths === undefined ? null : validFrom, validTo: null }
  }

  #again({ sheet, row, cell, thing, printed }: Answer): ReturnProblem {
    const name = this.#its.recipient.sheet.rows.find((each) => each.thing === thing)?.name ?? ''
    return {
      ...{ code: 'refused-before', taken: false, sheet, row, cell, thing, name, given: printed },
      words: RETURN_WORDS['refused-before'],
    }
  }

  /** Answers that still waited give way to the newer ones of the same recipient. */
  async #dropReplaced(claims: readonly Uuid[]): Promise<void> {
    if (claims.length === 0) return
    const { rules } = this.#knowledge
    const policy = singlePolicyOf(rules)
    const gone = { kind: 'reject', claims, reason: 'corrected', policy } as const
    await decideWithin(this.#tx, this.#context, rules, gone)
  }
}

const cellOf = ({ thing, property }: Answer) => ({ thing, property })

interface SortedAnswers {
  readonly fresh: { readonly answer: Answer; readonly claim: ClaimRow }[]
  /** Claims that wait and are replaced by a newer answer. */
  readonly replaced: Uuid[]
  readonly repeated: number
  /** Those that repeat what was refused. */
  readonly refusedBefore: Answer[]
}

/** Tells answers that say something new from those that repeat what was said before. */
function sortAnswers(
  answers: readonly Answer[],
  before: ReadonlyMap<string, CellRow & { readonly said: ClaimRow | null }>,
  claimOf: (answer: Answer) => ClaimRow,
): SortedAnswers {
  const fresh: SortedAnswers['fresh'] = []
  const replaced: Uuid[] = []
  const refusedBefore: Answer[] = []
  let repeated = 0
  for (const answer of answers) {
    const cell = before.get(cellKey(answer.thing, answer.property))
    if (cell === undefined) continue
    const claim = claimOf(answer)
    if (cell.said !== null && saysSame(cell.said, claim)) {
      repeated += 1
      if (cell.state === 'refused') refusedBefore.push(answer)
      continue
    }
    if (cell.said !== null && cell.state === 'waiting') replaced.push(cell.said.id)
    fresh.push({ answer, claim })
  }
  return { fresh, replaced, repeated, refusedBefore }
}

/** The sheets as the reader of sources shows them, row by row. */
function partsOf(sheets: readonly GridSheet[]): SourcePart[] {
  const parts: SourcePart[] = []
  for (const { name, rows } of sheets) {
    const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
    const columns = Array.from({ length: width }, (_, index) => ({
      index,
      letters: cellAt(index, 0).slice(0, -1),
      title: '',
    }))
    for (const own of inParts(rows, PART_ROWS)) {
      parts.push({
        ...{ part: parts.length, sheet: name, page: null, columns },
        ...{ first: own[0]?.row ?? 0, last: own.at(-1)?.row ?? 0 },
        content: JSON.stringify(own.map(({ row, cells }) => [row, ...cells])),
      })
    }
  }
  return parts
}
