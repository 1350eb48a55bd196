// One life of a journal with power cuts in it, and what must hold whenever the power comes back.
import { strict as assert } from 'node:assert'
import type { JournalRecord } from './frame.ts'
import { Journal, readJournal } from './journal.ts'
import { type Chance, chanceOf, LossyDisk } from './lossy-disk.case.ts'

/** What was seen in so many lives. */
export interface PowerLosses {
  crashes: number
  acknowledged: number
  recovered: number
  /** Records that were in the file but not acknowledged, and were recovered all the same. */
  unacknowledged: number
  torn: number
  rotations: number
}

const CUTS_PER_LIFE = 4
const CALLS_MAX = 60
const PAYLOAD_BYTES_MAX = 1_800

interface Told {
  /** Every payload ever handed in under a number; a number may be used again after a cut. */
  readonly written: Map<number, Set<string>>
  /** What was acknowledged: it must be there for ever. */
  readonly acknowledged: Map<number, string>
  /** Up to which record a backup holds everything. */
  kept: number
}

/** Lives through some power cuts and throws where an invariant breaks. */
export async function livePowerLosses(seed: number, seen: PowerLosses): Promise<void> {
  const chance = chanceOf(seed)
  const told: Told = { written: new Map(), acknowledged: new Map(), kept: 0 }
  let names = new Map<string, Uint8Array>()
  for (let cut = 0; cut < CUTS_PER_LIFE; cut++) {
    const disk = new LossyDisk(chance, 1 + Math.floor(chance() * CALLS_MAX), names)
    await work(disk, chance, told, seen).catch((error: unknown) => {
      if (disk.hasPower) throw error
    })
    names = disk.crashed()
    seen.crashes += 1
    names = await recover(names, told, seen)
  }
}

const powerful = (names: ReadonlyMap<string, Uint8Array>): LossyDisk =>
  new LossyDisk(() => 0, Number.POSITIVE_INFINITY, names)

async function work(disk: LossyDisk, chance: Chance, told: Told, seen: PowerLosses): Promise<void> {
  const journal =
    (await Journal.open(disk)) ?? (await Journal.begin(disk, { after: told.kept, schema: 1 }))
  for (;;) {
    const many = 1 + Math.floor(chance() * 4)
    const turns = chance() < 0.15 ? [journal.rotate(1)] : []
    seen.rotations += turns.length
    await Promise.all([
      ...turns,
      ...Array.from({ length: many }, async () => {
        const payload = payloadOf(chance)
        const next = journal.last + 1
        const sequence = await noted(journal, payload, told, next)
        await journal.settled(sequence)
        told.acknowledged.set(sequence, Buffer.from(payload).toString('hex'))
        seen.acknowledged += 1
      }),
    ])
    if (chance() < 0.05) {
      const kept = journal.last
      await journal.rotate(1)
      told.kept = kept
      await journal.forget(kept)
    }
  }
}

/** Hands a payload in; whatever number it may get is noted before anything can fail. */
async function noted(
  journal: Journal,
  payload: Uint8Array,
  told: Told,
  least: number,
): Promise<number> {
  const text = Buffer.from(payload).toString('hex')
  for (let number = least; number < least + 8; number++) {
    const known = told.written.get(number) ?? new Set()
    told.written.set(number, known.add(text))
  }
  return journal.append(payload)
}

function payloadOf(chance: Chance): Uint8Array {
  const length = Math.floor(chance() ** 3 * PAYLOAD_BYTES_MAX)
  return Uint8Array.from({ length }, () => Math.floor(chance() * 256))
}

/** With the power back: everything acknowledged, nothing torn, nothing out of order. */
async function recover(
  names: Map<string, Uint8Array>,
  told: Told,
  seen: PowerLosses,
): Promise<Map<string, Uint8Array>> {
  const disk = powerful(names)
  const before = sizeOf(names)
  const journal = await Journal.open(disk)
  const records: JournalRecord[] = []
  if (journal !== null) {
    for await (const record of readJournal(disk, told.kept)) records.push(record)
    await journal.close()
  }
  const after = disk.crashed()
  if (sizeOf(after) < before) seen.torn += 1
  let expected = told.kept
  for (const { sequence, payload } of records) {
    expected += 1
    assert.equal(sequence, expected, 'a record is missing or out of order')
    const text = Buffer.from(payload).toString('hex')
    assert(told.written.get(sequence)?.has(text), 'a record that was never written was accepted')
    const acknowledged = told.acknowledged.get(sequence)
    assert(acknowledged === undefined || acknowledged === text, 'an acknowledged record changed')
    if (acknowledged === undefined) seen.unacknowledged += 1
    seen.recovered += 1
    // From now on it is there for whoever reads: it must not vanish at the next cut.
    told.acknowledged.set(sequence, text)
  }
  const newest = Math.max(told.kept, ...told.acknowledged.keys())
  assert(expected >= newest, `record ${newest} was acknowledged and is lost, after ${expected}`)
  return after
}

function sizeOf(names: ReadonlyMap<string, Uint8Array>): number {
  return [...names.values()].reduce((sum, bytes) => sum + bytes.length, 0)
}
