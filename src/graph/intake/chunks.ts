import type { Uuid } from '../../base/index.ts'
import {
  type ClaimContext,
  type ClaimDraft,
  type ClaimRow,
  claimRow,
  encodeClaims,
  type Projection,
  projectClaim,
  type Thing,
  type ThingRow,
  thingId,
} from '../evidence/index.ts'
import {
  findQuote,
  type ReadClaim,
  type RowReader,
  type SheetHead,
  type SheetRow,
  type TableEvent,
} from '../reading/index.ts'
import type { SourcePart } from '../sources/index.ts'
import type { Chunk, ClaimMark, MappedRow, RowReason } from './model.ts'
import { documentMissing, quoteAmbiguous, quoteMissing } from './words.ts'

/** Rows and claims that one transaction takes: it must leave PGlite's only session soon. */
const CHUNK_ROWS_MAX = 1_000
const CHUNK_WEIGHT_MAX = 4_500
/** Ids that are remembered at once; a table of millions of things must not fill the memory. */
const IDS_MAX = 200_000
const CONFIDENCE_OF_TABLE = 100

/** A text source that rows may quote. */
export interface QuotedDocument {
  readonly source: Uuid
  readonly text: string
  /** The stricter of its own label and that of the table: a quote shows what the document says. */
  readonly label: number
}

/** What the rows of one import share. */
export interface ChunkInput {
  readonly context: ClaimContext
  readonly searched: ReadonlySet<string>
  /** Every claim waits for a person, since no batch of such a source may be published as a whole. */
  readonly isHeld: boolean
  /** Text sources by file name. */
  readonly documents: ReadonlyMap<string, QuotedDocument>
  /** Makes the reader of rows for a sheet; null for sheets that the mapping does not speak of. */
  readonly readerOf: (head: SheetHead) => RowReader | null
}

/** Remembers ids of things, and which of them this import has told of already. */
class KnownThings {
  readonly #tenant: number
  #ids = new Map<string, Uuid>()

  constructor(tenant: number) {
    this.#tenant = tenant
  }

  /** The id of a thing; `onNew` hears of it when it is met for the first time. */
  idOf(thing: Thing, onNew: (row: ThingRow) => void): Uuid {
    const key = `${thing.kind}\n${thing.scheme}\n${thing.code}`
    const known = this.#ids.get(key)
    if (known !== undefined) return known
    if (this.#ids.size >= IDS_MAX) this.#ids = new Map()
    const id = thingId(this.#tenant, thing)
    this.#ids.set(key, id)
    const { kind, scheme, code } = thing
    onNew({ tenant: this.#tenant, id, kind, scheme, code })
    return id
  }
}

/**
 * Rows that one sheet of a workbook may have. A stretch goes by its sheet and its first row: numbered
 * as they come, the stretches of a second sheet would take the numbers of the first and be dropped.
 */
const SHEET_ROWS_MAX = 1_048_577

/** One chunk under way. */
class ChunkDraft {
  readonly rows: MappedRow[] = []
  readonly things: ThingRow[] = []
  readonly claims: ClaimRow[] = []
  readonly projections: Projection[] = []
  readonly kinds: string[] = []
  readonly cells: [number, ...string[]][] = []

  isFull(): boolean {
    const weight = this.rows.length + this.things.length + this.claims.length * 2.4
    return this.rows.length >= CHUNK_ROWS_MAX || weight >= CHUNK_WEIGHT_MAX
  }

  isEmpty(): boolean {
    return this.cells.length === 0
  }

  /** The chunk with its stretch of the source. `sheetAt`: 0-based place of the sheet in its file. */
  close(number: number, head: SheetHead, sheetAt: number): Chunk {
    const { rows, things, claims, projections, kinds, cells } = this
    const first = cells[0]?.[0] ?? 0
    const part: SourcePart = {
      part: sheetAt * SHEET_ROWS_MAX + first,
      sheet: head.sheet,
      page: null,
      first,
      last: cells.at(-1)?.[0] ?? 0,
      columns: head.columns.map(({ index, letters, title }) => ({ index, letters, title })),
      content: JSON.stringify(cells),
    }
    const parts = cells.length === 0 ? [] : [part]
    const encoded = encodeClaims(claims, projections)
    return { number, parts, rows, things, claims: claims.map(markOf), encoded, kinds }
  }
}

const markOf = (claim: ClaimRow): ClaimMark => {
  const { id, source, subject, property, object, printed, valid_from } = claim
  return { id, source, subject, property, object, printed, valid_from }
}

const TABLE_LETTERS = 12

/**
 * Two tables may quote one sentence. Each is a reading of its own, since the second may correct the
 * first: the claims that they share would go with the batch that is withdrawn.
 */
const readerOfQuotes = ({ reader, source }: ClaimContext): string =>
  `${reader}/${source.replaceAll('-', '').slice(0, TABLE_LETTERS)}`

/** Where a draft stands: in the table itself, or at its quote in the document it names. */
function placeDraft(
  draft: ReadClaim,
  input: ChunkInput,
): { draft: ReadClaim; context: ClaimContext } | RowReason {
  const { document } = draft
  if (document === null) return { draft, context: input.context }
  const quoted = input.documents.get(document)
  if (quoted === undefined) return documentMissing(document)
  const found = findQuote(quoted.text, draft.quote)
  if (found === 'missing') return quoteMissing(document, draft.quote)
  if (found === 'ambiguous') return quoteAmbiguous(document, draft.quote)
  const { start, end } = found
  const locator = { sheet: null, page: null, row: null, cells: null, start, end }
  const { source, label } = quoted
  const context = { ...input.context, source, label, reader: readerOfQuotes(input.context) }
  return { draft: { ...draft, locator }, context }
}

/** Turns rows of a table into chunks of claims, facts and search terms. */
class ChunkMaker {
  readonly #input: ChunkInput
  readonly #things: KnownThings
  #draft = new ChunkDraft()

  constructor(input: ChunkInput) {
    this.#input = input
    this.#things = new KnownThings(input.context.tenant)
  }

  get draft(): ChunkDraft {
    return this.#draft
  }

  take(number: number, head: SheetHead, sheetAt: number): Chunk {
    const chunk = this.#draft.close(number, head, sheetAt)
    this.#draft = new ChunkDraft()
    return chunk
  }

  /** Reads one row; a quote that is not in its document refuses the row. */
  add(sheet: string | null, row: SheetRow, read: RowReader): void {
    const draft = this.#draft
    const { outcome, reasons, claims } = read(row)
    draft.cells.push([row.row, ...row.cells])
    const placed =
      outcome === 'refused' ? [] : claims.map((claim) => placeDraft(claim, this.#input))
    const faults = placed.filter((each): each is RowReason => 'code' in each)
    const isRefused = outcome === 'refused' || faults.length > 0
    const at: number[] = []
    for (const each of placed) {
      if (isRefused || 'code' in each) continue
      at.push(draft.claims.length)
      this.#addClaim(each.draft, each.context, each.draft.held || this.#input.isHeld)
    }
    draft.rows.push({
      sheet,
      row: row.row,
      outcome: isRefused ? 'refused' : outcome,
      reasons: [...reasons, ...faults],
      cells: isRefused || outcome === 'held' ? row.cells : null,
      claims: at,
    })
  }

  #addClaim(draft: ClaimDraft, context: ClaimContext, held: boolean): void {
    const { things, claims, projections, kinds } = this.#draft
    const standing = { held, confidence: CONFIDENCE_OF_TABLE }
    const claim = claimRow(draft, context, standing, (thing) =>
      this.#things.idOf(thing, (row) => things.push(row)),
    )
    const decided = { decision: context.batch, ended: null }
    claims.push(claim)
    kinds.push(draft.subject.kind)
    if (held) return
    projections.push(projectClaim(claim, draft.subject.kind, decided, this.#input.searched))
  }
}

/**
 * Chunks of one source in the order of its rows. The same source through the same mapping gives
 * the same chunks, so that an import that broke off goes on by their number.
 */
export async function* makeChunks(
  events: AsyncIterable<TableEvent>,
  input: ChunkInput,
): AsyncGenerator<Chunk> {
  const maker = new ChunkMaker(input)
  let number = 0
  let sheetAt = -1
  let head: SheetHead | null = null
  let read: RowReader | null = null
  for await (const event of events) {
    if (event.kind === 'sheet') {
      head = event.head
      sheetAt += 1
      read = input.readerOf(head)
      if (read === null) continue
      for (const { row, cells } of event.preface) maker.draft.cells.push([row, ...cells])
    }
    if (head === null || read === null) continue
    if (event.kind === 'rows') {
      for (const row of event.rows) {
        maker.add(head.sheet, row, read)
        if (maker.draft.isFull()) yield maker.take(number++, head, sheetAt)
      }
    }
    if (event.kind === 'end' && !maker.draft.isEmpty()) yield maker.take(number++, head, sheetAt)
  }
}
