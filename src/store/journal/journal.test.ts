import { describe, expect, test } from 'vitest'
import { encodeHead, encodeRecord, scanSegment } from './frame.ts'
import { Journal, readJournal } from './journal.ts'
import { LossyDisk } from './lossy-disk.case.ts'
import { livePowerLosses, type PowerLosses } from './power-loss.case.ts'

const bytes = (text: string): Uint8Array => Buffer.from(text)

const safeDisk = (names?: ReadonlyMap<string, Uint8Array>): LossyDisk =>
  new LossyDisk(() => 0.9, Number.POSITIVE_INFINITY, names)

async function textsAfter(disk: LossyDisk, sequence: number): Promise<string[]> {
  const texts: string[] = []
  for await (const record of readJournal(disk, sequence)) {
    texts.push(`${record.sequence}@${record.schema} ${Buffer.from(record.payload)}`)
  }
  return texts
}

describe('a segment', () => {
  const head = encodeHead({ after: 4, schema: 9 })
  const start = scanSegment(head)?.check ?? new Uint8Array()
  const one = encodeRecord(start, { sequence: 5, payload: bytes('one') })
  const two = encodeRecord(one.check, { sequence: 6, payload: bytes('two') })
  const whole = Buffer.concat([head, one.bytes, two.bytes])

  test('gives back what was written', () => {
    const found = scanSegment(whole)
    expect(found?.head).toEqual({ after: 4, schema: 9 })
    expect(found?.records.map(({ payload }) => String(Buffer.from(payload)))).toEqual([
      'one',
      'two',
    ])
    expect(found?.end).toBe(whole.length)
  })

  test('with any bit changed never gives another record', () => {
    for (let bit = 0; bit < whole.length * 8; bit++) {
      const spoilt = Uint8Array.from(whole)
      spoilt[bit >> 3] = (spoilt[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      const records = scanSegment(spoilt)?.records ?? []
      const texts = records.map(({ payload }) => String(Buffer.from(payload)))
      expect(['', 'one', 'one,two']).toContain(texts.join(','))
      expect(texts).not.toEqual(['one', 'two'])
    }
  })

  test('cut anywhere gives the records before the cut', () => {
    for (let size = head.length; size < whole.length; size++) {
      const count = scanSegment(whole.subarray(0, size))?.records.length
      expect(count).toBe(size < head.length + one.bytes.length ? 0 : 1)
    }
  })

  test('takes a record only behind the one that it was written behind', () => {
    const swapped = Buffer.concat([head, two.bytes, one.bytes])
    const twice = Buffer.concat([head, one.bytes, one.bytes])
    const other = encodeRecord(start, { sequence: 5, payload: bytes('ONE') })
    const spliced = Buffer.concat([head, other.bytes, two.bytes])
    expect([swapped, twice, spliced].map((file) => scanSegment(file)?.records.length)).toEqual([
      0, 1, 1,
    ])
  })
})

describe('a journal', () => {
  test('goes on over segments and schemas, and forgets what a backup holds', async () => {
    const disk = safeDisk()
    const journal = await Journal.begin(disk, { after: 0, schema: 1 })
    await journal.append(bytes('a'))
    await journal.rotate(1)
    await journal.rotate(2)
    await journal.append(bytes('b'))
    await journal.settled(await journal.append(bytes('c')))
    expect(await textsAfter(disk, 0)).toEqual(['1@1 a', '2@2 b', '3@2 c'])
    await journal.rotate(2)
    await journal.forget(3)
    expect(await textsAfter(disk, 3)).toEqual([])
    await expect(textsAfter(disk, 1)).rejects.toThrow('journal-damaged')
    await journal.close()
    const again = await Journal.open(disk)
    expect([again?.last, again?.schema]).toEqual([3, 2])
  })

  test('takes back the record of a transaction that was not committed', async () => {
    const disk = safeDisk()
    const journal = await Journal.begin(disk, { after: 0, schema: 1 })
    await journal.append(bytes('kept'))
    await journal.append(bytes('never committed'))
    await journal.dropLast()
    await journal.append(bytes('next'))
    expect(await textsAfter(disk, 0)).toEqual(['1@1 kept', '2@1 next'])
  })

  test('refuses what is damaged before its end', async () => {
    const disk = safeDisk()
    const journal = await Journal.begin(disk, { after: 0, schema: 1 })
    await journal.append(bytes('a'))
    await journal.rotate(1)
    await journal.append(bytes('b'))
    await journal.close()
    const files = disk.crashed()
    const [first = ''] = [...files.keys()].sort()
    files.set(first, (files.get(first) ?? new Uint8Array()).slice(0, -1))
    await expect(Journal.open(safeDisk(files))).rejects.toThrow('journal-damaged')
  })

  test('takes nothing more after a fault', async () => {
    const disk = new LossyDisk(() => 0, 8)
    const journal = await Journal.begin(disk, { after: 0, schema: 1 })
    const write = async (): Promise<void> => {
      for (;;) await journal.settled(await journal.append(bytes('a')))
    }
    await expect(write()).rejects.toThrow('journal-stopped')
    expect(() => journal.refuseStopped()).toThrow('journal-stopped')
    await expect(journal.append(bytes('b'))).rejects.toThrow('journal-stopped')
  })
})

describe('when the power is cut', () => {
  test('nothing acknowledged is lost, nothing torn accepted, nothing out of order', async () => {
    const seen: PowerLosses = {
      ...{ crashes: 0, acknowledged: 0, recovered: 0 },
      ...{ unacknowledged: 0, torn: 0, rotations: 0 },
    }
    for (let seed = 1; seed <= 75; seed++) await livePowerLosses(seed, seen)
    expect(seen.crashes).toBe(300)
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(20)
  })
})
