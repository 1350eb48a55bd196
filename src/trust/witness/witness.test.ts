import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { onEachEngine, sharedStore } from '../../../test/contracts/engines.ts'
import { openWitness, publicWordOf, witness } from '../../shell/witness-file.ts'
import { readKey } from '../../verifier/index.ts'
import { gmKeyFrom, keyFrom } from '../checkpoint/entries.case.ts'
import { integrate, newestHead, proveConsistency, registerKey } from '../checkpoint/index.ts'
import type { WriteContext } from '../gate/index.ts'
import { GM, type SigningKey, signedCheckpoint, verifierKey } from '../log/index.ts'
import { beginOffice, later, NOW, type Office, problemOf } from '../people/office.case.ts'
import {
  cosignedNote,
  endWitness,
  readWitnessing,
  registerWitness,
  setWitnessesNeeded,
  takeCosignatures,
} from './index.ts'
import { LATE_DAYS, viewOf, witnessedSize } from './rules.ts'

const KEY = keyFrom(7)
const KEYS = [
  ['intl', KEY],
  ['gm', gmKeyFrom(7)],
] as const
const DAY_MS = 86_400_000

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lianshu-witness-'))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

/** A log that an office keeps, and what witnesses of it see. */
class WatchedLog {
  readonly office: Office
  readonly context: WriteContext
  readonly key: SigningKey

  constructor(office: Office, context: WriteContext, key: SigningKey) {
    this.office = office
    this.context = context
    this.key = key
  }

  get tenant(): number {
    return this.context.actor.tenant
  }

  /** Takes up all that waits and answers the newest state, with the log's key as one word. */
  async state() {
    const { store } = this.office
    for (;;) {
      const taken = await integrate({ store, key: this.key, now: NOW }, this.tenant)
      if (taken.state === 'done' && taken.entries === 0) break
    }
    const head = await newestHead(store.read, this.tenant)
    const note = await cosignedNote(store.read, this.tenant, head)
    const origin = note.split('\n')[0] ?? ''
    return { head, note, origin, word: verifierKey(origin, this.key) }
  }

  /** A look of a witness whose file that is. */
  async look(path: string, checkpoint: string, since: number | null = null, now = NOW) {
    const kept = await openWitness(path, null)
    const { head, word } = await this.state()
    const key = readKey(word)
    if (kept === null || key === null) throw new Error('no witness, or no key')
    const { store } = this.office
    const consistency =
      since === null ? null : await proveConsistency(store.read, this.tenant, since, head.size)
    return witness(path, kept, { checkpoint, key, consistency, now })
  }
}

onEachEngine((engine) => {
  const shared = sharedStore(engine)
  let tenant = 5200

  const begin = async (key = KEY): Promise<WatchedLog> => {
    const office = await beginOffice(shared.store, ++tenant)
    const { actor } = await office.enter('administrator')
    const context = office.context(actor)
    await registerKey(context, key)
    return new WatchedLog(office, context, key)
  }
  const hire = async (
    log: WatchedLog,
    name: string,
    suite = log.key.suite.name,
  ): Promise<string> => {
    const path = join(folder, `${engine.name}-${tenant}-${name}.json`)
    const kept = await openWitness(path, name, suite)
    if (kept === null) throw new Error('no witness was made')
    await registerWitness(log.context, { key: publicWordOf(kept), organisation: log.office.firm })
    return path
  }
  const noteOf = (looked: Awaited<ReturnType<WatchedLog['look']>>): string => {
    if (looked.state !== 'cosigned') throw new Error(looked.state)
    return looked.note
  }

  describe('witnesses', () => {
    test.each(KEYS)(
      'vouch for a state once enough of them cosigned it, and stay behind as it grows: %s',
      async (_, signing) => {
        const log = await begin(signing)
        // One in the suite of the log, and one in the other: a witness has a suite of its own.
        const another = signing.suite === GM ? 'intl' : 'gm'
        const [one, other] = [await hire(log, '甲'), await hire(log, '乙', another)]
        await setWitnessesNeeded(log.context, 2)
        const first = await log.state()
        const byOne = noteOf(await log.look(one, first.note))
        const told = await takeCosignatures(log.context, byOne)
        expect(told).toMatchObject({ needed: 2, witnessedSize: null, forks: [] })
        expect(new Set(told.witnesses.map(({ name, state, size }) => [name, state, size]))).toEqual(
          new Set([
            ['甲', 'current', first.head.size],
            ['乙', 'never', null],
          ]),
        )
        // The second signs under the first, and both lines come back in one note.
        const byBoth = noteOf(await log.look(other, byOne))
        expect(await takeCosignatures(log.context, byBoth)).toMatchObject({
          witnessedSize: first.head.size,
        })
        const linesOf = (note: string): string[] => note.split('\n').sort()
        expect(linesOf((await log.state()).note)).toEqual(linesOf(byBoth))

        await setWitnessesNeeded(log.context, 1)
        const second = await log.state()
        expect(await log.look(one, second.note)).toMatchObject({ state: 'unproved' })
        const again = noteOf(await log.look(one, second.note, first.head.size))
        const grown = await takeCosignatures(log.context, again)
        expect(grown.witnessedSize).toBe(second.head.size)
        expect(await log.look(one, first.note)).toMatchObject({ state: 'older' })
      },
    )

    test.each(KEYS)(
      'find a fork, which is kept as its proof whoever hands it in: %s',
      async (_, signing) => {
        const log = await begin(signing)
        const path = await hire(log, '见')
        const { head, note, origin } = await log.state()
        await takeCosignatures(log.context, noteOf(await log.look(path, note)))
        const root = new Uint8Array(32).fill(7)
        const forked = signedCheckpoint({ origin, size: head.size, root }, log.key)
        expect(await log.look(path, forked)).toMatchObject({ state: 'forked' })
        const elsewhere = await openWitness(join(folder, `${engine.name}-${tenant}-new.json`), '远')
        const fresh = join(folder, `${engine.name}-${tenant}-new.json`)
        expect(elsewhere).not.toBeNull()
        const cosigned = noteOf(await log.look(fresh, forked))
        const { forks } = await takeCosignatures(log.context, cosigned)
        expect(forks).toEqual([{ size: head.size, note: forked, reportedAt: NOW.toISOString() }])
        const told = await takeCosignatures(log.context, cosigned)
        expect(told.forks).toHaveLength(1)
        const proved = await proveConsistency(shared.store.read, log.tenant, 1, head.size)
        expect(proved.length).toBeGreaterThan(0)
        const larger = signedCheckpoint({ origin, size: head.size + 1, root }, log.key)
        const kept = await openWitness(path, null)
        const key = readKey(verifierKey(origin, log.key))
        if (kept === null || key === null) throw new Error('no witness, or no key')
        expect(
          await witness(path, kept, { checkpoint: larger, key, consistency: proved, now: NOW }),
        ).toMatchObject({ state: 'forked' })
      },
    )

    test('are believed for what they signed themselves alone', async () => {
      const log = await begin()
      const path = await hire(log, '实')
      const { note } = await log.state()
      const good = noteOf(await log.look(path, note))
      const stranger = join(folder, `${engine.name}-${tenant}-stranger.json`)
      await openWitness(stranger, '外')
      const line = good.trimEnd().split('\n').at(-1) ?? ''
      const [dash, name, signed = ''] = line.split(' ')
      const bytes = Buffer.from(signed, 'base64')
      const changed = (at: number): string => {
        const copy = Buffer.from(bytes)
        copy[at] = (copy[at] ?? 0) ^ 1
        return good.replace(line, [dash, name, copy.toString('base64')].join(' '))
      }
      const refused = [
        note,
        noteOf(await log.look(stranger, note)),
        good.replace(`— ${name}`, '— 别'),
        // The time that it says, and the signature itself.
        changed(11),
        changed(40),
        good.replace(/\n(\d+)\n/, '\n999\n'),
        signedCheckpoint({ origin: 'other/log', size: 1, root: new Uint8Array(32) }, KEY),
        'nothing of the kind',
        '',
      ]
      for (const each of refused) {
        expect([each, await problemOf(takeCosignatures(log.context, each))]).toEqual([
          each,
          'invalid-input',
        ])
      }
      const { store, actor } = log.context
      expect((await readWitnessing({ store, actor }, NOW)).witnesses[0]?.size).toBeNull()
      await takeCosignatures(log.context, good)
      const late = await readWitnessing({ store, actor }, later((LATE_DAYS + 1) * DAY_MS))
      expect(late.witnesses[0]).toMatchObject({ state: 'current' })
      await setWitnessesNeeded(log.context, 1)
      await log.state()
      const grown = await readWitnessing({ store, actor }, later((LATE_DAYS + 1) * DAY_MS))
      expect(grown.witnesses[0]).toMatchObject({ state: 'late' })
    })

    test('are registered once, end when no longer needed, and only by who may', async () => {
      const log = await begin()
      const path = await hire(log, '一')
      const word = publicWordOf((await openWitness(path, null)) ?? { ...NOBODY })
      const organisation = log.office.institute
      const register = (key: string) =>
        problemOf(registerWitness(log.context, { key, organisation }))
      expect(await register(word)).toBe('conflict')
      expect(await register(word.replace('+', '一+'))).toBe('invalid-input')
      expect(await register(randomBytes(32).toString('base64'))).toBe('invalid-input')
      expect(await problemOf(setWitnessesNeeded(log.context, 2))).toBe('invalid-input')
      await setWitnessesNeeded(log.context, 1)
      const [, id = ''] = word.split('+')
      expect(await problemOf(endWitness(log.context, id))).toBe('conflict')
      await setWitnessesNeeded(log.context, 0)
      const ended = await endWitness(log.context, id)
      expect(ended.witnesses[0]?.retiredAt).toBe(NOW.toISOString())
      expect(await problemOf(endWitness(log.context, id))).toBe('not-found')
      const { note } = await log.state()
      const cosigned = noteOf(await log.look(path, note))
      expect(await problemOf(takeCosignatures(log.context, cosigned))).toBe('invalid-input')
      const { actor } = await log.office.enter('office')
      const office = log.office.context(actor)
      expect(await problemOf(setWitnessesNeeded(office, 0))).toBe('forbidden')
      expect(await problemOf(registerWitness(office, { key: word, organisation }))).toBe(
        'forbidden',
      )
    })
  })
})

const NOBODY = { name: '', privateKey: '', logs: {} }

describe('the file of a witness', () => {
  test('is for its owner alone, and keeps its key', async () => {
    const path = join(folder, 'own.json')
    expect(await openWitness(path, null)).toBeNull()
    const made = await openWitness(path, '自')
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect(await openWitness(path, '别名')).toEqual(made)
    expect(await readFile(path, 'utf8')).toContain('PRIVATE KEY')
  })
})

describe('how far witnesses vouch', () => {
  test.each([
    [[9, 7, 5], 1, 9],
    [[5, 9, 7], 2, 7],
    [[9, null, 5], 3, null],
    [[9], 0, null],
    [[], 1, null],
  ])('%j, of which %i are needed: %j', (sizes, needed, expected) => {
    const witnesses = sizes.map((size) => ({ size, retiredAt: null }))
    expect(witnessedSize(witnesses, needed)).toBe(expected)
    const ended = [...witnesses, { size: 100, retiredAt: NOW.toISOString() }]
    expect(witnessedSize(ended, needed)).toBe(expected)
  })

  test('a witness that has seen all is never late, however long ago', () => {
    const kept = {
      ...{ id: '', name: '甲', organisation: '', retiredAt: null, publicKey: new Uint8Array(32) },
      suite: 'intl' as const,
      ...{ registeredAt: NOW.toISOString(), size: 5, signedAt: NOW.toISOString() },
    }
    const after = later(400 * DAY_MS)
    expect(viewOf(kept, 5, after).state).toBe('current')
    expect(viewOf(kept, 6, after).state).toBe('late')
    expect(viewOf({ ...kept, size: null, signedAt: null }, 6, after).state).toBe('late')
    expect(viewOf({ ...kept, size: null, signedAt: null }, 6, NOW).state).toBe('never')
  })
})
