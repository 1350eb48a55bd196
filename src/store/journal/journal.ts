import { Problem } from '../../base/index.ts'
import type { Disk, GrowingFile } from './disk.ts'
import {
  encodeHead,
  encodeRecord,
  HEAD_BYTES,
  type JournalRecord,
  type ScannedSegment,
  type SegmentHead,
  scanSegment,
} from './frame.ts'

const NAME = /^segment-\d{16}-\d{4}\.journal$/

/** Names in their order are segments in theirs; the schema tells two apart of which one is empty. */
const nameOf = ({ after, schema }: SegmentHead): string =>
  `segment-${String(after).padStart(16, '0')}-${String(schema).padStart(4, '0')}.journal`

/**
 * An append-only journal over segments. `append` puts a record into the file, `settled` returns when
 * it is on the disk: one sync serves all who wait. After a write or sync that failed nothing is taken
 * any more, since what the disk then holds is not known.
 */
export class Journal {
  readonly #disk: Disk
  #file: GrowingFile
  #schema: number
  #check: Uint8Array
  /** Where the last record begins in the newest segment, and the check before it. */
  #lastPlace: { start: number; before: Uint8Array } | null
  #sizeBytes: number
  #written: number
  #synced: number
  #syncing: Promise<void> | null = null
  /** While files are changed no sync may begin: it would sync one that is closed already. */
  #alone: Promise<unknown> | null = null
  #queue: Promise<void> = Promise.resolve()
  #fault: unknown = null

  private constructor(disk: Disk, file: GrowingFile, last: ScannedSegment) {
    this.#disk = disk
    this.#file = file
    this.#schema = last.head.schema
    this.#check = last.check
    this.#lastPlace = last.places.at(-1) ?? null
    this.#sizeBytes = last.end
    this.#written = last.head.after + last.records.length
    this.#synced = this.#written
  }

  /**
   * Opens the journal of a disk and cuts what a power cut left torn at its end; null where there is
   * none. Problem: `journal-damaged` where something is missing before the end.
   */
  static async open(disk: Disk): Promise<Journal | null> {
    const segments = await mend(disk)
    const last = segments.at(-1)
    if (last === undefined) return null
    return new Journal(disk, await disk.grow(last.name), last.scanned)
  }

  /** Begins a journal after record `after`, where there is none. */
  static async begin(disk: Disk, head: SegmentHead): Promise<Journal> {
    const { file, scanned } = await newSegment(disk, head)
    return new Journal(disk, file, scanned)
  }

  /** Version of the schema in which records are written now. */
  get schema(): number {
    return this.#schema
  }

  /** Number of the last record. */
  get last(): number {
    return this.#written
  }

  /** Bytes of the newest segment. */
  get sizeBytes(): number {
    return this.#sizeBytes
  }

  /** Whether nothing is taken any more. */
  get isStopped(): boolean {
    return this.#fault !== null
  }

  /** Problem `journal-stopped` after a fault. */
  refuseStopped(): void {
    if (this.#fault !== null) throw stopped(this.#fault)
  }

  /** Ends all writing: what happened outside leaves the journal and its database apart. */
  fail(error: unknown): void {
    this.#fault ??= error
  }

  /** Whether every record after `sequence` stands here. */
  async reaches(sequence: number): Promise<boolean> {
    const [first] = segmentNames(await this.#disk.list())
    return first !== undefined && afterOf(first) <= sequence && sequence <= this.#written
  }

  /** The last record of the newest segment; null where none stands there. */
  async newest(): Promise<JournalRecord | null> {
    const scanned = scanSegment(await this.#disk.read(nameOfSegment(await this.#disk.list())))
    return scanned?.records.at(-1) ?? null
  }

  /** Puts a record into the file, not yet onto the disk; answers its number. */
  append(payload: Uint8Array): Promise<number> {
    return this.#inTurn('beside a sync', async () => {
      const sequence = this.#written + 1
      const { bytes, check } = encodeRecord(this.#check, { sequence, payload })
      await this.#file.append(bytes)
      this.#lastPlace = { start: this.#sizeBytes, before: this.#check }
      this.#check = check
      this.#sizeBytes += bytes.length
      this.#written = sequence
      return sequence
    })
  }

  /** Returns when record `sequence` and all before it are on the disk. */
  async settled(sequence: number): Promise<void> {
    while (this.#synced < sequence) {
      this.refuseStopped()
      if (this.#alone !== null) {
        await this.#alone
        continue
      }
      this.#syncing ??= this.#sync().finally(() => {
        this.#syncing = null
      })
      await this.#syncing
    }
  }

  /** Begins a new segment; what comes after is in it. */
  rotate(schema: number): Promise<void> {
    return this.#inTurn('alone', async () => {
      await this.#file.sync()
      this.#synced = this.#written
      if (this.#sizeBytes === HEAD_BYTES && schema === this.#schema) return
      await this.#file.close()
      const { file, scanned } = await newSegment(this.#disk, { after: this.#written, schema })
      this.#file = file
      this.#schema = schema
      this.#check = scanned.check
      this.#sizeBytes = scanned.end
      this.#lastPlace = null
    })
  }

  /** Takes the last record back, whose transaction was never committed. */
  dropLast(): Promise<void> {
    return this.#inTurn('alone', async () => {
      const place = this.#lastPlace
      if (place === null) return
      await this.#file.close()
      await this.#disk.cut(nameOfSegment(await this.#disk.list()), place.start)
      this.#file = await this.#disk.grow(nameOfSegment(await this.#disk.list()))
      this.#check = place.before
      this.#sizeBytes = place.start
      this.#written -= 1
      this.#synced = this.#written
      this.#lastPlace = null
    })
  }

  /**
   * Removes segments in which nothing after record `sequence` stands, the oldest first and each for
   * good before the next: a power cut between must not bring one back behind a gap.
   */
  async forget(sequence: number): Promise<void> {
    const names = segmentNames(await this.#disk.list())
    for (const [at, name] of names.entries()) {
      const next = names[at + 1]
      if (next === undefined || afterOf(next) > sequence) break
      await this.#disk.remove(name)
      await this.#disk.syncFolder()
    }
  }

  async close(): Promise<void> {
    await this.#queue.catch(() => {})
    await this.#syncing?.catch(() => {})
    if (this.#fault === null) await this.#file.sync()
    await this.#file.close()
  }

  async #sync(): Promise<void> {
    const written = this.#written
    const file = this.#file
    try {
      await file.sync()
    } catch (error) {
      this.#fault ??= error
      throw stopped(error)
    }
    this.#synced = Math.max(this.#synced, written)
  }

  #inTurn<T>(how: 'alone' | 'beside a sync', work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(async () => {
      while (how === 'alone' && this.#syncing !== null) await this.#syncing.catch(() => {})
      this.refuseStopped()
      const working = work()
      if (how === 'alone') this.#alone = working.catch(() => {})
      try {
        return await working
      } catch (error) {
        this.#fault ??= error
        throw stopped(error)
      } finally {
        if (how === 'alone') this.#alone = null
      }
    })
    this.#queue = turn.then(
      () => {},
      () => {},
    )
    return turn
  }
}

/** Every record after `sequence` with the schema in which it is written, in order. */
export async function* readJournal(
  disk: Disk,
  sequence: number,
): AsyncGenerator<JournalRecord & { readonly schema: number }> {
  let expected: number | null = null
  for (const name of segmentNames(await disk.list())) {
    const scanned = scanSegment(await disk.read(name))
    if (scanned === null) throw damaged(name)
    const { after, schema } = scanned.head
    if (expected !== null && after !== expected) throw damaged(name)
    if (expected === null && after > sequence) throw damaged(name)
    expected = after + scanned.records.length
    for (const record of scanned.records)
      if (record.sequence > sequence) yield { ...record, schema }
  }
}

interface FoundSegment {
  readonly name: string
  readonly scanned: ScannedSegment
}

/**
 * Only the newest segment may be torn: another begins when the one before is on the disk. One whose
 * head is not whole was never used, since a record is acknowledged only after head and name are.
 */
async function mend(disk: Disk): Promise<FoundSegment[]> {
  const names = segmentNames(await disk.list())
  const found: FoundSegment[] = []
  for (const [at, name] of names.entries()) {
    const isLast = at === names.length - 1
    const bytes = await disk.read(name)
    const scanned = scanSegment(bytes)
    if (scanned === null && isLast) {
      await disk.remove(name)
      await disk.syncFolder()
      continue
    }
    const before = found.at(-1)?.scanned
    const expected = before === undefined ? null : before.head.after + before.records.length
    const isTorn = scanned !== null && scanned.end < bytes.length
    if (scanned === null || (isTorn && !isLast)) throw damaged(name)
    if (expected !== null && scanned.head.after !== expected) throw damaged(name)
    if (isTorn) await disk.cut(name, scanned.end)
    found.push({ name, scanned })
  }
  return found
}

async function newSegment(
  disk: Disk,
  head: SegmentHead,
): Promise<{ file: GrowingFile; scanned: ScannedSegment }> {
  const file = await disk.create(nameOf(head))
  const bytes = encodeHead(head)
  await file.append(bytes)
  await file.sync()
  await disk.syncFolder()
  const scanned = scanSegment(bytes)
  if (scanned === null) throw new Error('a head that cannot be read was written')
  return { file, scanned }
}

const segmentNames = (names: readonly string[]): string[] =>
  names.filter((name) => NAME.test(name)).sort()

const nameOfSegment = (names: readonly string[]): string => segmentNames(names).at(-1) ?? ''

const afterOf = (name: string): number => Number(/\d{16}/.exec(name)?.[0])

const damaged = (file: string): Problem => new Problem('journal-damaged', { file })

function stopped(error: unknown): Problem {
  if (error instanceof Problem) return error
  const reason = error instanceof Error ? error.message : String(error)
  return Object.assign(new Problem('journal-stopped', { reason }), { cause: error })
}
