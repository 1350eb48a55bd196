// Files that cannot be taken: each ends as one clear problem, and nothing of it is seen.
import { describe, expect, test } from 'vitest'
import { type ProblemCode, problemText } from '../../src/base/index.ts'
import { makeZip } from '../../src/graph/reading/container/zip-bytes.case.ts'
import {
  makeWorkbook,
  type WorkbookXml,
  workbookParts,
} from '../../src/graph/reading/workbook/workbook-bytes.case.ts'
import { find } from '../../src/graph/search/index.ts'
import { listSources } from '../../src/graph/sources/index.ts'
import { listJobs } from '../../src/store/index.ts'
import { onEachEngine } from '../contracts/engines.ts'
import { blockDesk } from './block-desk.ts'
import { type Desk, readingOf, TENANT } from './desk.ts'
import { rowCounts, standing } from './facts.ts'
import { type FirmRow, firmsCsv, firmsMapping } from './tables.ts'

const cell = (place: string, text: string): string =>
  `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`

/** A workbook of firms, with whatever is to be wrong with it. */
const firmsWorkbook = (more: Partial<WorkbookXml> = {}): WorkbookXml => ({
  sheets: [
    {
      name: '企业',
      xml: `<sheetData><row r="1">${cell('A1', '编号')}${cell('B1', '企业名称')}${cell('C1', '营业收入（万元）')}${cell('D1', '主要产品')}</row><row r="2">${cell('A2', 'A1')}${cell('B2', '甲公司')}${cell('C2', '10')}${cell('D2', '硅片')}</row></sheetData>`,
    },
  ],
  ...more,
})

const GOOD = makeWorkbook(firmsWorkbook())

function encrypted(): Uint8Array {
  const bytes = Buffer.alloc(4_096)
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(bytes)
  Buffer.from('EncryptedPackage', 'utf16le').copy(bytes, 1_024)
  return bytes
}

function bomb(): Uint8Array {
  const parts = workbookParts(firmsWorkbook())
  return makeZip([...parts, { name: 'xl/media/zeros.bin', data: Buffer.alloc(48 * 1024 * 1024) }])
}

function withDoctype(): Uint8Array {
  const parts = workbookParts(firmsWorkbook())
  const evil = '<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY a "b">]><sst/>'
  return makeZip(
    parts.map((part) => (part.name === 'xl/sharedStrings.xml' ? { ...part, data: evil } : part)),
  )
}

const firms = (count: number): FirmRow[] =>
  Array.from({ length: count }, (_, at) => [`A${at}`, `${at}号公司`, `${at}`, '硅片'])

const noRows = firmsWorkbook({ sheets: [{ name: '空', xml: '<sheetData></sheetData>' }] })

/** What is brought, under which name, and the problem that it ends in. */
const FILES: readonly (readonly [string, string, () => string | Uint8Array, ProblemCode])[] = [
  ['a workbook cut off', 'cut.xlsx', () => GOOD.subarray(0, GOOD.length - 40), 'workbook-damaged'],
  ['noise in a workbook', 'noise.xlsx', () => noise(), 'workbook-damaged'],
  ['an encrypted workbook', 'locked.xlsx', encrypted, 'workbook-encrypted'],
  ['no bytes at all', 'nothing.csv', () => '', 'workbook-empty'],
  ['blanks alone', 'blank.csv', () => '\n  \n\n', 'workbook-empty'],
  ['a header without rows', 'header.csv', () => firmsCsv([]), 'workbook-empty'],
  ['a workbook without rows', 'empty.xlsx', () => makeWorkbook(noRows), 'workbook-empty'],
  ['a text named as a workbook', 'text.xlsx', () => firmsCsv(firms(2)), 'file-misnamed'],
  [
    'a workbook named as a text',
    'book.csv',
    () => Buffer.concat([GOOD, Buffer.alloc(1)]),
    'file-misnamed',
  ],
  ['a PDF named as a workbook', 'paper.xlsx', () => '%PDF-1.7\n%âãÏÓ\n', 'file-misnamed'],
  ['a zip bomb', 'bomb.xlsx', bomb, 'archive-bomb'],
  ['a document type declaration', 'doctype.xlsx', withDoctype, 'doctype-refused'],
  [
    'a missing column',
    'lacking.csv',
    () => '编号,营业收入（万元）,主要产品\nA1,1,硅片\n',
    'column-missing',
  ],
  ['bytes of no encoding', 'bytes.csv', () => noEncoding(), 'encoding-unknown'],
  [
    'a quote without its end',
    'quote.csv',
    () => `${firmsCsv(firms(2))}A9,"壬公司,1,硅片\n`,
    'workbook-damaged',
  ],
]

/** Reading knows no engine: PGlite takes every file, PostgreSQL one of each way to fail. */
const filesOn = (engine: string): typeof FILES =>
  engine === 'pglite' ? FILES : FILES.filter((_, at) => at % 4 === 0)

function noise(): Uint8Array {
  const bytes = Buffer.from(GOOD)
  for (let at = 400; at < 1_200; at += 7) bytes[at] = (bytes[at] ?? 0) ^ 0x5a
  return bytes
}

function noEncoding(): Uint8Array {
  return Buffer.concat([
    Buffer.from(firmsCsv(firms(2))),
    Buffer.from([0x41, 0xff, 0xfe, 0xff, 0x0a]),
  ])
}

/** A problem as people read it: Chinese in Chinese, English in English, no place left open. */
function expectWords(problem: {
  code: ProblemCode
  details: Record<string, string | number>
}): void {
  const zh = Object.values(problemText(problem, 'zh')).join('\n')
  const en = Object.values(problemText(problem, 'en')).join('\n')
  expect(`${zh}\n${en}`).not.toMatch(/[{}]|undefined|null/)
  for (const line of zh.split('\n')) expect(line).toMatch(/[\u4e00-\u9fff]/)
  expect(en.replace(/"[^"]*"/g, '')).not.toMatch(/[\u4e00-\u9fff]/)
}

/** What somebody else does meanwhile. */
async function serveOthers(desk: Desk): Promise<void> {
  const reading = await readingOf(desk)
  await find(reading, { text: '公司', limitPerKind: 5 })
  await listSources(desk.store.read, reading.visibility, { before: null, limit: 5 })
  await listJobs(desk.store.read, TENANT, { limit: 5 })
}

onEachEngine((engine) => {
  const shared = blockDesk(engine)

  describe('a bad file', () => {
    test.each(filesOn(engine.name))('%s: %s', async (_, fileName, content, code) => {
      const { desk } = shared
      const list = `bad-${fileName.replace('.', '-')}`
      const source = await desk.bring(fileName, content())
      const { thing, claim, entity, edge, value, term, decision } = await rowCounts(desk.store)
      const { job, batch } = await desk.import(source, firmsMapping(list))
      expect(job).toMatchObject({ state: 'failed', problem: { code } })
      if (job.problem !== null) expectWords(job.problem)
      expect(batch.state).toBe('open')
      const after = await rowCounts(desk.store)
      expect(after).toMatchObject({ thing, claim, entity, edge, value, term, decision })
    })

    test('that lacks a column is told which one', async () => {
      const { desk } = shared
      const source = await desk.bring('lacks.csv', '编号,营业收入（万元）,主要产品\nB1,1,硅片\n')
      const { job } = await desk.import(source, firmsMapping('lacks'))
      expect(job.problem?.details.column).toBe('企业名称')
      const optional = await desk.bring('lacks-2.csv', '编号,企业名称,主要产品\nB1,乙公司,硅片\n')
      const second = await desk.import(optional, firmsMapping('lacks'))
      expect(second.job.problem).toEqual({
        code: 'column-missing',
        details: { column: '营业收入（万元）' },
      })
    })

    test('under another name than usual is read by the mapping that a person chose for it', async () => {
      const { desk } = shared
      const source = await desk.bring('名单（2026 定稿）.csv', firmsCsv(firms(3)))
      const match = { file: '^firms\\.csv$', columns: ['编号', '企业名称'] }
      const { job } = await desk.import(source, firmsMapping('renamed', { match }))
      expect(job).toMatchObject({ state: 'done', problem: null })
      expect(await standing(desk.store, 'renamed')).toHaveLength(9)
    })

    test('that goes wrong half-way publishes no half, and the mended file publishes all', async () => {
      const { desk } = shared
      const good = firms(2_500)
      const long: FirmRow = ['B1', '长'.repeat(1_100_000), '1', '硅片']
      const source = await desk.bring('long.csv', firmsCsv([...good, long]))
      const { job, batch } = await desk.import(source, firmsMapping('long'))
      expect(job.problem).toMatchObject({
        code: 'row-too-long',
        details: { row: 2_502, limit: 1_000_000 },
      })
      if (job.problem !== null) expectWords(job.problem)
      expect(batch.state).toBe('open')
      expect(await standing(desk.store, 'long')).toEqual([])
      const mended = await desk.bring(
        'long-mended.csv',
        firmsCsv([...good, ['B1', '长公司', '1', '硅片']]),
      )
      const second = await desk.import(mended, firmsMapping('long'))
      expect(second.batch.counts).toMatchObject({ rows: 2_501, same: 0, claims: 2_501 * 3 })
      expect(await standing(desk.store, 'long')).toHaveLength(2_501 * 3)
    })

    test('with more columns than a sheet can have is refused, and the limit is named', async () => {
      const { desk } = shared
      const wide = `编号,企业名称${','.repeat(20_000)}\nA1,甲公司\n`
      const source = await desk.bring('wide.csv', wide)
      const { job } = await desk.import(source, firmsMapping('wide'))
      expect(job.problem).toMatchObject({ code: 'row-too-long', details: { limit: 16_384 } })
    })
  })

  test('others are served while bad and good files come in together', async () => {
    const { desk } = shared
    const jobs: string[] = []
    for (const [, fileName, content] of FILES.slice(0, 4)) {
      const source = await desk.bring(fileName, content())
      jobs.push(await desk.begin(source, firmsMapping(`crowd-${jobs.length}`)))
    }
    const good = await desk.bring('crowd.csv', firmsCsv(firms(1_200)))
    jobs.push(await desk.begin(good, firmsMapping('crowd')))
    let isOver = false
    const ended = Promise.all(jobs.map(desk.ended)).finally(() => {
      isOver = true
    })
    let served = 0
    while (!isOver) {
      await serveOthers(desk)
      served += 1
    }
    expect(served).toBeGreaterThan(1)
    const states = (await ended).map(({ state }) => state)
    expect(states).toEqual(['failed', 'failed', 'failed', 'failed', 'done'])
    expect(await standing(desk.store, 'crowd')).toHaveLength(3_600)
  })
})
