import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sha256Hex } from '../base/index.ts'
import { type OpenApp, openApp } from './http/open-app.case.ts'
import { keepPack } from './keep-pack.ts'
import { mappingsOfPack } from './mappings.ts'
import { packJson, packText, readPack } from './packs.ts'
import { loadKnowledge } from './vocabulary.ts'

let open: OpenApp
let directory: string

beforeAll(async () => {
  open = await openApp()
  directory = await mkdtemp(join(tmpdir(), 'lianshu-packs-'))
  await mkdir(join(directory, 'small', 'below'), { recursive: true })
  await writeFile(join(directory, 'small', 'pack.json'), '{"id":"small","version":3}')
  await writeFile(join(directory, 'small', 'below', 'words.txt'), '词')
  await writeFile(join(directory, 'small', 'below', 'gbk.txt'), Buffer.from([0xb4, 0xca]))
})

afterAll(async () => {
  await open.close()
  await rm(directory, { recursive: true, force: true })
})

test('a pack is known by the hash of its content, wherever it lies', async () => {
  const pack = await readPack('small', directory)
  expect([...pack.files.keys()]).toEqual(['below/gbk.txt', 'below/words.txt', 'pack.json'])
  expect(pack.sha256).toBe(sha256Hex(pack.manifest))
  expect((await readPack('small', directory)).sha256).toBe(pack.sha256)
  await writeFile(join(directory, 'small', 'below', 'words.txt'), '字')
  expect((await readPack('small', directory)).sha256).not.toBe(pack.sha256)
})

test('what is missing, no JSON or no UTF-8 is named', async () => {
  const pack = await readPack('small', directory)
  const invalid = (file: string) =>
    expect.objectContaining({ code: 'pack-invalid', details: expect.objectContaining({ file }) })
  expect(() => packText(pack, 'none.txt')).toThrow(invalid('none.txt'))
  expect(() => packText(pack, 'below/gbk.txt')).toThrow(invalid('below/gbk.txt'))
  expect(() => packJson(pack, 'below/words.txt')).toThrow(invalid('below/words.txt'))
  await expect(readPack('absent', directory)).rejects.toEqual(invalid(''))
})

test('a pack is kept once, and can be read again by its hash', async () => {
  const { store } = open.installation
  const pack = await readPack('small', directory)
  await keepPack(open.installation, pack)
  await keepPack(open.installation, pack)
  const manifest = JSON.parse(new TextDecoder().decode(await store.blobs.read(pack.sha256)))
  const words = await store.blobs.read(manifest['below/words.txt'])
  expect(new TextDecoder().decode(words)).toBe(packText(pack, 'below/words.txt'))
})

test('the packs that ship can be loaded', async () => {
  const { codes, pack, vocabulary } = loadKnowledge(await readPack('core'))
  expect(codes('division')?.find('320500')?.nameZh).toBe('苏州市')
  expect(codes('no-such-scheme')).toBeUndefined()
  const listed = [...vocabulary.schemes.values()].flatMap((scheme) => scheme.codes)
  for (const file of listed) expect(pack.files.has(`codes/${file}`), file).toBe(true)
  for (const { id, codes: files } of vocabulary.schemes.values()) {
    expect(codes(id) === undefined, id).toBe(files.length === 0)
  }
  expect(mappingsOfPack(await readPack('mappings')).length).toBeGreaterThan(10)
})
