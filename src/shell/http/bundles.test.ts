import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { filesIn, mutationOf } from '../../../test/campaigns/mutate-bundle.ts'
import { freshDatabase, postgresUrl } from '../../../test/database.ts'
import { merkleQuestions } from '../../../test/vectors/merkle.ts'
import { bundleBytes } from '../../graph/bundle/archive.ts'
import { gmKeyFrom, keyFrom } from '../../trust/checkpoint/entries.case.ts'
import { verifierKey } from '../../trust/log/index.ts'
import { beginsWith, isIncluded, NoKey, verifyBundle } from '../../verifier/index.ts'
import { sha256 } from '../../verifier/suite.ts'
import { signingKeyFrom } from '../signing-key.ts'
import { openWitness, publicWordOf, witness } from '../witness-file.ts'
import { readKey } from '../witnessing.ts'
import { SECRETS, type SignedList, settledCheckpoint, signedList } from './bundles.case.ts'
import type { LogCheckpoint, LogKeys } from './schemas/log.ts'

/** A slice in the tests; `npm run campaign:bundle` makes ten thousand. */
const SAMPLES = Number(process.env.BUNDLE_SAMPLES ?? 160)
const SEED = process.env.BUNDLE_SEED ?? 'in the tests'
const PATIENCE_MS = 900_000

let list: SignedList
let bytes: Uint8Array

beforeAll(async () => {
  list = await signedList({ LIANSHU_LOG_SUITE: process.env.BUNDLE_SUITE ?? 'intl' })
  bytes = await list.bundle()
})

afterAll(() => list.close())

test('a bundle of a signed list verifies with its own key, and with the key of the log', async () => {
  const verdict = verifyBundle({ bytes })
  expect(verdict).toMatchObject({ isBundle: true, isTrue: true, faults: [], isKeyTrusted: false })
  expect(verdict.counts.rows).toBeGreaterThan(12)
  // The export, the two steps, and the one batch of which nothing is hidden.
  expect(verdict.counts.entries).toBe(4)
  const batches = filesIn(bytes).find(({ name }) => name === 'batches.json')
  const told = JSON.parse(batches?.text ?? '') as { entry: string | null }[]
  expect(told.map(({ entry }) => entry === null).sort()).toEqual([false, true])
  const { items } = (await list.office.get('/api/log/keys')).body as z.infer<typeof LogKeys>
  expect(verifyBundle({ bytes, key: items[0]?.key })).toMatchObject({
    ...{ isTrue: true, isKeyTrusted: true, key: items[0]?.key },
  })
})

test('holds nothing that its readers may not have, and says what was hidden', async () => {
  const text = Buffer.from(bytes).toString('utf8')
  expect(SECRETS.filter((secret) => text.includes(secret))).toEqual([])
  expect(text).toContain('"reason":"partner"')
  const inside = await list.bundle('internal')
  expect(verifyBundle({ bytes: inside })).toMatchObject({ isTrue: true, faults: [] })
  const insideText = Buffer.from(inside).toString('utf8')
  expect(SECRETS.filter((secret) => insideText.includes(secret))).toEqual(['金丝雀某'])
})

test('a checkpoint that was kept is found in the tree of a later bundle, or the fork is', async () => {
  const kept = (await list.office.get('/api/log/checkpoint')).body as z.infer<typeof LogCheckpoint>
  const later = await list.bundle()
  const size = Number(verifyBundle({ bytes: later }).size)
  const path = `/api/log/consistency?from=${kept.size}&size=${size}`
  const consistency = JSON.stringify((await list.office.get(path)).body)
  const checkpoint = kept.note
  expect(verifyBundle({ bytes: later, checkpoint, consistency })).toMatchObject({ isTrue: true })
  expect(verifyBundle({ bytes: later, checkpoint }).faults).toMatchObject([{ state: 'missing' }])
})

test('the same request again is the same bundle, and an unsigned version is none', async () => {
  const asked = { chain: list.chain, audience: 'public', format: 'bundle' }
  const key = { 'Idempotency-Key': 'the-same-bundle' }
  const [one, other] = [1, 2].map(() => list.office.send('POST', `${list.path}/export`, asked, key))
  expect((await one)?.headers.get('X-Content-SHA256')).toBe(
    (await other)?.headers.get('X-Content-SHA256'),
  )
  await list.office.send('POST', '/api/lists/firms/versions', { chain: list.chain })
  const draft = '/api/lists/firms/versions/2'
  expect((await list.office.send('POST', `${draft}/export`, asked)).status).toBe(409)
  const review = await list.office.get(`${draft}/review?chain=${list.chain}`)
  expect(review.body).toMatchObject({ formats: ['xlsx', 'docx', 'csv'] })
})

test(
  'whatever is done to it, a bundle that was changed does not match',
  async () => {
    const { config } = list.open.installation
    const key = signingKeyFrom(await readFile(join(config.directory, 'log-key.pem'), 'utf8'))
    const seen: Record<string, number> = {}
    for (let at = 0; at < SAMPLES; at += 1) {
      const { kind, what, bytes: changed } = mutationOf(bytes, at, SEED, key)
      const { isTrue, isBundle, faults } = verifyBundle({ bytes: changed })
      expect({ kind, what, isTrue }).toEqual({ kind, what, isTrue: false })
      // The house proves its other history well; only the older checkpoint speaks against it.
      if (kind === 'fork') expect(faults.map(({ state }) => state)).toEqual(['forked'])
      for (const state of isBundle ? new Set(faults.map((each) => each.state)) : ['no bundle']) {
        seen[`${kind}: ${state}`] = (seen[`${kind}: ${state}`] ?? 0) + 1
      }
    }
    if (SAMPLES >= 1_000)
      console.log(`BUNDLE_SEED=${SEED}, ${SAMPLES} samples of ${bytes.length} bytes`, seen)
  },
  PATIENCE_MS,
)

test('the size of a batch is that which the log tells, whatever else a proof would fit', () => {
  const files = filesIn(bytes)
  const grown = files.map(({ name, text }) => {
    if (name !== 'proof/batches.jsonl') return { name, text }
    const size = Number(/"size":(\d+)/.exec(text)?.[1])
    // Of 36 and of 38 leaves, the path of the first one leads to the same root.
    return { name, text: text.replace(/"size":\d+/, `"size":${size + 2}`) }
  })
  const { isTrue, faults } = verifyBundle({ bytes: bundleBytes(grown) })
  expect(isTrue).toBe(false)
  expect(faults).toMatchObject([{ state: 'changed', what: { zh: '一条陈述在其批次中的位置' } }])
})

test('another key is not known, and what is no bundle is none', () => {
  const word = verifyBundle({ bytes }).key ?? ''
  const [name = ''] = word.split('+')
  const other = keyFrom(9)
  const key = verifierKey(name, other)
  expect(verifyBundle({ bytes, key }).faults).toMatchObject([{ state: 'unknown-key' }])
  expect(() => verifyBundle({ bytes, key: 'no key' })).toThrow(NoKey)
  for (const none of ['', 'PK', 'a text', '{"format":"lianshu-bundle"}']) {
    expect(verifyBundle({ bytes: Buffer.from(none) })).toMatchObject({ isBundle: false })
  }
})

/** Runs a program on files of the installation, and tells how it ended and what it said. */
async function run(
  program: string,
  words: readonly string[],
  of = list,
  more: readonly string[] = [],
) {
  const cwd = of.open.config.directory
  const ran = promisify(execFile)(process.execPath, [...more, resolve(program), ...words], { cwd })
  return ran.then(
    ({ stdout }) => ({ code: 0, stdout }),
    ({ code, stdout }: { code: number; stdout: string }) => ({ code, stdout }),
  )
}

test('the programs say in words what they found, and end as they found it', async () => {
  const { directory } = list.open.config
  const { key = '' } = verifyBundle({ bytes }) as { key?: string }
  const changed = Buffer.from(bytes)
  changed.writeUInt8(changed.readUInt8(5_000) ^ 4, 5_000)
  await writeFile(join(directory, 'whole.zip'), bytes)
  await writeFile(join(directory, 'changed.zip'), changed)
  const verify = 'dist/verify/lianshu-verify.js'
  const whole = await run(verify, ['whole.zip', '--key', key])
  expect(whole).toMatchObject({ code: 0, stdout: expect.stringContaining('相符') })
  expect(whole.stdout).toContain('公钥是所信任的')
  const other = await run(verify, ['changed.zip', '--english'])
  expect(other).toMatchObject({ code: 4, stdout: expect.stringContaining('changed: the file') })
  expect((await run(verify, ['log-key.pem'])).code).toBe(3)
  expect((await run(verify, ['absent.zip'])).code).toBe(2)
  expect((await run(verify, [])).code).toBe(2)
  const verb = await run('dist/program/lianshu.js', ['verify', 'changed.zip'])
  expect(verb).toMatchObject({ code: 4, stdout: expect.stringContaining('不符') })
})

test('witnesses that are trusted must have cosigned a checkpoint that contains the bundle', async () => {
  const [path, other] = ['one.json', 'other.json'].map((name) =>
    join(list.open.config.directory, name),
  )
  const [one, two] = [await openWitness(path ?? '', '甲'), await openWitness(other ?? '', '乙')]
  if (one === null || two === null) throw new Error('no witness was made')
  const { items } = (await list.office.get('/api/log/keys')).body as z.infer<typeof LogKeys>
  const key = readKey(items[0]?.key ?? '')
  if (key === null) throw new Error('no key')
  const { note: checkpoint, size } = await settledCheckpoint(list.office)
  const look = { checkpoint, key, consistency: null, now: new Date('2026-11-20T09:00:00Z') }
  const seen = await witness(path ?? '', one, look)
  if (seen.state !== 'cosigned') throw new Error(seen.state)
  const from = Number(verifyBundle({ bytes }).size)
  const proof = (await list.office.get(`/api/log/consistency?from=${from}&size=${size}`)).body
  const [first, second] = [publicWordOf(one), publicWordOf(two)]
  const asked = { bytes, checkpoint: seen.note, consistency: JSON.stringify(proof) }
  const faultsOf = (more: object): string[] =>
    verifyBundle({ ...asked, ...more }).faults.map(({ state }) => state)
  expect(verifyBundle({ ...asked, witnesses: [first] })).toMatchObject({
    ...{ isTrue: true, witnesses: ['甲'] },
  })
  expect(faultsOf({ witnesses: [first, second] })).toEqual(['missing'])
  expect(faultsOf({ witnesses: [first, second], needed: 1 })).toEqual([])
  // As the log alone signed it, and with a time that the witness did not sign.
  expect(faultsOf({ witnesses: [first], checkpoint })).toEqual(['missing'])
  const line = seen.note.trimEnd().split('\n').at(-1) ?? ''
  const [dash, name, signed = ''] = line.split(' ')
  const altered = Buffer.from(signed, 'base64')
  altered[11] = (altered[11] ?? 0) ^ 1
  const changed = seen.note.replace(line, [dash, name, altered.toString('base64')].join(' '))
  expect(faultsOf({ witnesses: [first], checkpoint: changed })).toEqual(['missing'])
  expect(() => verifyBundle({ ...asked, witnesses: ['nobody'] })).toThrow(NoKey)
})

test('the verifier judges the vectors as the log does, by code of its own', () => {
  const questions = merkleQuestions().filter(({ isWhole }) => isWhole)
  const wrong = questions.filter(({ leaf, tree, range, proof, isTrue }) => {
    const { end: size, root } = range
    if (leaf !== null)
      return isIncluded(sha256, leaf.hash, { index: leaf.index, size }, root, proof) !== isTrue
    return tree === null || beginsWith(sha256, { size, root }, tree, proof) !== isTrue
  })
  expect(questions).toHaveLength(196)
  expect(wrong.map(({ file }) => file)).toEqual([])
})

describe.each(['pglite', 'postgres'])('a log of the suite gm on %s', (engine) => {
  test.skipIf(engine === 'postgres' && postgresUrl === null)(
    'is exported, verified, found changed and forked, and witnessed, without another suite',
    async () => {
      const database = engine === 'postgres' ? await freshDatabase() : null
      const address = database === null ? {} : { DATABASE_URL: database.url }
      const own = await signedList({ LIANSHU_LOG_SUITE: 'gm', ...address })
      try {
        await journey(own)
      } finally {
        await own.close()
        await database?.drop()
      }
    },
    PATIENCE_MS,
  )
})

/** Some builds of Node have no SM3. */
const WITHOUT_SM3 = `const crypto = require('node:crypto')
const { createHash } = crypto
crypto.createHash = (name, ...more) => {
  if (name === 'sm3') throw new Error('Digest method not supported')
  return createHash(name, ...more)
}
require('node:module').syncBuiltinESMExports()`

async function journey(own: SignedList): Promise<void> {
  const { directory } = own.open.config
  const whole = await own.bundle()
  const { items } = (await own.office.get('/api/log/keys')).body as z.infer<typeof LogKeys>
  expect(items).toMatchObject([{ suite: 'gm' }])
  const key = items[0]?.key ?? ''
  expect(filesIn(whole)[0]?.text).toContain('"suite":"gm"')
  const verdict = verifyBundle({ bytes: whole, key })
  expect(verdict).toMatchObject({ isTrue: true, faults: [], isKeyTrusted: true })
  expect(verdict.counts.entries).toBe(4)
  const changed = Buffer.from(whole)
  changed.writeUInt8(changed.readUInt8(5_000) ^ 4, 5_000)
  await writeFile(join(directory, 'whole.zip'), whole)
  await writeFile(join(directory, 'changed.zip'), changed)
  const verify = 'dist/verify/lianshu-verify.js'
  const said = await run(verify, ['whole.zip', '--key', key], own)
  expect(said).toMatchObject({ code: 0, stdout: expect.stringContaining('相符') })
  expect(said.stdout).toContain('国密')
  const other = await run(verify, ['changed.zip', '--key', key], own)
  expect(other).toMatchObject({ code: 4, stdout: expect.stringContaining('有改动') })

  await writeFile(join(directory, 'without-sm3.cjs'), WITHOUT_SM3)
  const unable = await run(verify, ['whole.zip'], own, ['--require', './without-sm3.cjs'])
  expect(unable).toMatchObject({ code: 2, stdout: expect.stringContaining('没有 sm3') })

  // The house signs another history; a key of another suite, and of the same, did not sign this one.
  const house = signingKeyFrom(await readFile(join(directory, 'log-key.pem'), 'utf8'))
  const FORK = 7
  const forged = mutationOf(whole, FORK, SEED, house)
  expect(forged.kind).toBe('fork')
  const { faults } = verifyBundle({ bytes: forged.bytes, key })
  expect(faults.map(({ state }) => state)).toEqual(['forked'])
  const [name = ''] = key.split('+')
  for (const stranger of [keyFrom(9), gmKeyFrom(9)]) {
    const asked = { bytes: whole, key: verifierKey(name, stranger) }
    expect(verifyBundle(asked).faults).toMatchObject([{ state: 'unknown-key' }])
  }

  const kept = await openWitness(join(directory, 'witness.json'), '见', 'gm')
  const log = readKey(key)
  const { note } = (await own.office.get('/api/log/checkpoint')).body as { note: string }
  if (kept === null || log === null) throw new Error('no witness, or no key')
  const look = { checkpoint: note, key: log, consistency: null, now: new Date('2026-11-20') }
  const seen = await witness(join(directory, 'witness.json'), kept, look)
  if (seen.state !== 'cosigned') throw new Error(seen.state)
  const from = verdict.size
  const proof = (await own.office.get(`/api/log/consistency?from=${from}`)).body
  const witnessed = { bytes: whole, key, checkpoint: seen.note, witnesses: [publicWordOf(kept)] }
  expect(verifyBundle({ ...witnessed, consistency: JSON.stringify(proof) })).toMatchObject({
    ...{ isTrue: true, witnesses: ['见'] },
  })
}
