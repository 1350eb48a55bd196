import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Problem, problemText } from '../../../base/index.ts'
import { openArchive } from './archive.ts'
import { READ_LIMITS, type ReadLimits } from './limits.ts'
import { makeZip, type ZipPart } from './zip-bytes.case.ts'

const small: ReadLimits = { ...READ_LIMITS, archiveBytes: 4 * 1024 * 1024, archiveEntries: 20 }

async function refusal(bytes: Uint8Array, limits: ReadLimits = small): Promise<Problem> {
  try {
    await openArchive(bytes, limits)
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error('the container was opened')
}

const part = (name: string, data: Uint8Array | string = 'x'): ZipPart => ({ name, data })
const zeros = (size: number): Buffer => Buffer.alloc(size)
const noise = (size: number): Buffer => {
  const bytes = Buffer.alloc(size)
  let state = 12_345
  for (let at = 0; at < size; at += 1) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    bytes[at] = state >>> 16
  }
  return bytes
}

test('an honest zip opens and gives its parts back', async () => {
  const zip = makeZip([
    { name: 'a.xml', data: '<a>链</a>' },
    { name: 'folder/b.bin', data: 'stored', stored: true },
  ])
  const archive = await openArchive(zip, READ_LIMITS)
  expect(archive.names).toEqual(['a.xml', 'folder/b.bin'])
  const chunks: Uint8Array[] = []
  for await (const chunk of archive.part('a.xml')) chunks.push(chunk)
  expect(Buffer.concat(chunks).toString()).toBe('<a>链</a>')
})

describe('a hostile container is refused, and the limit is named', () => {
  const cases: [what: string, parts: ZipPart[], code: string, says: RegExp][] = [
    ['a flat bomb', [part('xl/a.xml', zeros(3 * 1024 * 1024))], 'archive-bomb', /压缩比.*200/],
    [
      'many middling parts',
      Array.from({ length: 12 }, (_, at) => part(`p${at}`, noise(512 * 1024))),
      'archive-bomb',
      /总字节数.*4194304/,
    ],
    [
      'too many parts',
      Array.from({ length: 21 }, (_, at) => part(`p${at}`)),
      'archive-bomb',
      /文件个数.*20/,
    ],
    [
      'a directory that states a small size',
      [{ name: 'a.xml', data: noise(5_000), says: { size: 10 } }],
      'archive-bomb',
      /实际字节数.*10/,
    ],
    [
      'parts that share bytes',
      [part('a', noise(9_000)), { name: 'b', data: noise(9_000), sameBytesAs: 'a' }],
      'archive-unsafe',
      /共用字节/,
    ],
    [
      'a part with two names',
      [{ name: 'xl/a.xml', data: 'x', says: { name: 'xl/b.xml' } }],
      'archive-unsafe',
      /名称不同/,
    ],
    ['the same name twice', [part('a'), part('a')], 'archive-unsafe', /两次/],
    ['a way out of the folder', [part('../../etc/passwd')], 'archive-unsafe', /文件夹之外/],
    ['an absolute path', [part('/etc/passwd')], 'archive-unsafe', /文件夹之外/],
    ['a Windows path', [part('..\\a')], 'archive-unsafe', /文件夹之外/],
    [
      'a link',
      [{ name: 'a', data: '/etc/passwd', says: { mode: 0xa1ff } }],
      'archive-unsafe',
      /链接/,
    ],
    ['a zip inside', [part('xl/embeddings/a.zip', makeZip([part('b')]))], 'archive-unsafe', /又有/],
    [
      'an encrypted part',
      [{ name: 'a', data: 'x', says: { flags: 1 } }],
      'workbook-encrypted',
      /密码/,
    ],
    [
      'a wrong checksum',
      [{ name: 'a', data: 'x', says: { checksum: 1 } }],
      'workbook-damaged',
      /校验和/,
    ],
  ]
  test.each(cases)('%s', async (_, parts, code, says) => {
    const problem = await refusal(makeZip(parts))
    expect(problem.code).toBe(code)
    expect(problemText(problem, 'zh').why).toMatch(says)
    expect(problemText(problem, 'en').why).not.toMatch(/\p{Script=Han}/u)
  })
})

describe('a document type declaration is refused wherever a part hides it', () => {
  const attack = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
  const forms: [string, Buffer][] = [
    ['at the beginning', Buffer.from(`<?xml version="1.0"?>${attack}<a>&x;</a>`)],
    ['behind 100,000 blanks', Buffer.from(`${' '.repeat(100_000)}${attack}<a/>`)],
    ['in UTF-16', Buffer.from(`\ufeff${attack}<a/>`, 'utf16le')],
    ['in UTF-16, the other order', Buffer.from(`\ufeff${attack}<a/>`, 'utf16le').swap16()],
    ['across the seam of two chunks', Buffer.from(`${' '.repeat(16_380)}${attack}<a/>`)],
  ]
  test.each(forms)('%s', async (_, data) => {
    const problem = await refusal(makeZip([{ name: 'xl/styles.xml', data, stored: false }]))
    expect(problem.code).toBe('doctype-refused')
    expect(problem.details.part).toBe('xl/styles.xml')
  })
})

test('a bomb is refused long before it is inflated', async () => {
  const bomb = makeZip([part('a.xml', zeros(150 * 1024 * 1024))])
  expect((await refusal(bomb, READ_LIMITS)).code).toBe('archive-bomb')
})

test('a truncated or altered container is a Problem or the same content, never a crash', async () => {
  const content = noise(3_000)
  const whole = makeZip([part('xl/workbook.xml', content), part('b', 'second')])
  const change = fc.record({ at: fc.nat(whole.length - 1), to: fc.nat(255), cut: fc.boolean() })
  await fc.assert(
    fc.asyncProperty(change, async ({ at, to, cut }) => {
      const bytes = Buffer.from(cut ? whole.subarray(0, at) : whole)
      if (!cut) bytes[at] = to
      try {
        const archive = await openArchive(bytes, small)
        for (const name of archive.names) {
          const chunks: Uint8Array[] = []
          for await (const chunk of archive.part(name)) chunks.push(chunk)
          const read = Buffer.concat(chunks)
          expect(read.equals(content) || read.equals(Buffer.from('second'))).toBe(true)
        }
      } catch (error) {
        if (!(error instanceof Problem)) throw error
      }
    }),
    { numRuns: 400 },
  )
})
