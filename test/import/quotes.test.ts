// Quoted documents: spans right to the code point, and places that are read again from the bytes.
import { writeFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { codePoints, sliceCodePoints, type Uuid } from '../../src/base/index.ts'
import { type CheckResult, checkClaim, viewClaim } from '../../src/graph/figures/index.ts'
import { type Mapping, parseMapping } from '../../src/graph/reading/index.ts'
import { readSource, readText } from '../../src/graph/sources/index.ts'
import { readPlace } from '../../src/shell/worker/read-file.ts'
import { INTERNAL_LABEL, visible } from '../../src/trust/access/index.ts'
import { onEachEngine } from '../contracts/engines.ts'
import { blockDesk } from './block-desk.ts'
import { correct, type Desk, readingOf, TENANT } from './desk.ts'
import { standing } from './facts.ts'
import { csvOf, firmsCsv, firmsMapping } from './tables.ts'

/** 𬭎, 𠮷 and 😀 are one code point each and two units of UTF-16; the line ends are of all kinds. */
const TEXT = [
  '𬭎业链说明😀（𠮷林样例）\r\n',
  '甲公司的硅片年产能约 120 万片。\r',
  '乙公司的𬭎靶材占全国 35%，丙公司占 20%。\n',
  '重复的一句。重复的一句。\n',
].join('')

function statements(list: string): Mapping {
  return parseMapping({
    id: `${list}-statements`,
    version: 1,
    title: { zh: '摘录', en: 'Statements' },
    source: { class: 'typed-list', publisher: '示例市链长制办公室', synthetic: true },
    header: { rows: 1, skip: 0 },
    fields: {
      document: { column: 'document', required: true },
      firm: { column: 'firm', required: true },
      text: { column: 'text', required: true },
      quote: { column: 'quote', required: true },
    },
    claims: [
      {
        subject: { kind: 'firm', scheme: `list:${list}`, code: '{firm}' },
        property: 'note',
        text: '{text}',
      },
    ],
    evidence: { document: '{document}', quote: '{quote}' },
  })
}

const table = (rows: readonly (readonly string[])[]): string =>
  csvOf('document,firm,text,quote', rows)

interface Span {
  id: Uuid
  code: string
  source: Uuid
  label: number
  span_start: number
  span_end: number
}

async function spans(desk: Desk, list: string): Promise<Span[]> {
  const { rows } = await sql<Span>`
    select c.id, t.code, c.source, c.label, c.span_start, c.span_end from claim c
    join thing t on t.tenant = c.tenant and t.id = c.subject
    where t.scheme = ${`list:${list}`} order by t.code`.execute(desk.store.read)
  return rows
}

async function check(desk: Desk, claim: Uuid): Promise<CheckResult> {
  const { actor } = await desk.context()
  return checkClaim({ store: desk.store, actor }, claim, (source, locator) =>
    readPlace(desk.installation, actor, source, locator),
  )
}

async function blobOf(desk: Desk, source: Uuid): Promise<string> {
  const { actor } = await desk.context()
  const row = await readSource(desk.store.read, visible(actor), source)
  return desk.store.blobs.path(row?.sha256 ?? '')
}

onEachEngine((engine) => {
  const shared = blockDesk(engine)

  describe('statements that quote a text', () => {
    test('stand on spans that are right to the code point', async () => {
      const { desk } = shared
      const document = await desk.bringText('说明.txt', TEXT)
      const quotes = [
        '甲公司的硅片年产能约 120 万片',
        '乙公司的𬭎靶材占全国 35%',
        '丙公司占 20%',
        '😀（𠮷',
      ]
      const rows = quotes.map((quote, at) => ['说明.txt', `F${at}`, `陈述 ${at}`, quote])
      const source = await desk.bring('statements.csv', table(rows))
      const { batch } = await desk.import(source, statements('spans'))
      expect(batch.counts).toMatchObject({ rows: 4, new: 4, refused: 0 })
      const text = (await readText(desk.store.read, TENANT, document)) ?? ''
      const found = await spans(desk, 'spans')
      expect(found.map((span) => span.source)).toEqual(quotes.map(() => document))
      expect(
        found.map(({ span_start, span_end }) => sliceCodePoints(text, span_start, span_end)),
      ).toEqual(quotes)
      const plain = TEXT.replace(/\r\n?/g, '\n')
      const [first] = found
      expect(first?.span_start).toBe(codePoints(plain.slice(0, plain.indexOf('甲公司'))))
      expect(first?.span_start).toBe(13)
    })

    test('are shown with their words, and the bytes still say so', async () => {
      const { desk } = shared
      const [, second] = await spans(desk, 'spans')
      const view = await viewClaim(await readingOf(desk), second?.id ?? '')
      expect(view).toMatchObject({
        quote: '乙公司的𬭎靶材占全国 35%',
        source: { title: '说明.txt' },
      })
      expect(await check(desk, second?.id ?? '')).toEqual({
        result: 'matches',
        found: '乙公司的𬭎靶材占全国 35%',
        characters: codePoints('乙公司的𬭎靶材占全国 35%'),
        place: { page: null, line: 3, letter: 1 },
      })
    })

    test('are refused where the words are missing, stand twice, or the document is not there', async () => {
      const { desk } = shared
      const rows = [
        ['说明.txt', 'F1', '不存在', '甲公司的硅片年产能约 130 万片'],
        ['说明.txt', 'F2', '有两处', '重复的一句。'],
        ['没有.txt', 'F3', '没有文件', '甲公司'],
        ['说明.txt', 'F5', '可用', '链说明'],
      ]
      const source = await desk.bring('bad-quotes.csv', table(rows))
      const { batch } = await desk.import(source, statements('quotes'))
      expect(batch.counts).toMatchObject({ rows: 4, new: 1, refused: 3 })
      const refused = await desk.ranges(batch.id, 'refused')
      expect(refused.map(({ reasons }) => reasons[0]?.code)).toEqual([
        'quote-not-found',
        'quote-ambiguous',
        'document-missing',
      ])
      for (const { reasons, cells } of refused) {
        expect(cells).toHaveLength(4)
        expect(reasons[0]?.words.zh).toMatch(/[\u4e00-\u9fff]/)
        expect(reasons[0]?.words.en).not.toBe('')
      }
      expect(await standing(desk.store, 'quotes')).toEqual(['F5 note 可用'])
    })

    test('outlive the table that said so first, where a corrected table says so too', async () => {
      const { desk } = shared
      const said = ['说明.txt', 'F1', '链说明', '𬭎业链说明']
      const wrong = ['说明.txt', 'F2', '丙公司 20%', '丙公司占 20%']
      const first = await desk.bring('once.csv', table([said, wrong]))
      await desk.import(first, statements('once'))
      const second = await desk.bring('once-more.csv', table([said]))
      await correct(desk, second, first)
      const { batch } = await desk.import(second, statements('once'))
      expect(batch.counts).toMatchObject({ rows: 1, same: 1 })
      expect(await standing(desk.store, 'once')).toEqual(['F1 note 链说明'])
    })

    test('are no more open to see than the document that they quote', async () => {
      const { desk } = shared
      const text = '内部资料：庚公司的良率为 61%。'
      await desk.bringText('内部.txt', text, INTERNAL_LABEL.id)
      const rows = [['内部.txt', 'F1', '良率 61%', '庚公司的良率为 61%']]
      const source = await desk.bring('internal-quotes.csv', table(rows))
      await desk.import(source, statements('labels'))
      const [span] = await spans(desk, 'labels')
      expect(span?.label).toBe(INTERNAL_LABEL.id)
    })

    test('notice when the bytes are changed under them, and when they are gone', async () => {
      const { desk } = shared
      const [first] = await spans(desk, 'spans')
      const path = await blobOf(desk, first?.source ?? '')
      await writeFile(path, TEXT.replace('120', '125'))
      expect(await check(desk, first?.id ?? '')).toMatchObject({
        result: 'changed',
        found: '甲公司的硅片年产能约 125 万片',
      })
      await writeFile(path, '短')
      expect(await check(desk, first?.id ?? '')).toMatchObject({ result: 'missing', found: null })
    })
  })

  describe('a cell of a table', () => {
    test('is read again from the bytes: the same, changed, or gone', async () => {
      const { desk } = shared
      const content = firmsCsv([
        ['A1', '甲"电子"有限公司', '1000', '硅片'],
        ['A2', '乙材料有限公司', '2,000', '光刻胶'],
      ])
      const source = await desk.bring('cells.csv', content)
      await desk.import(source, firmsMapping('cells'))
      const { rows } = await sql<{ id: Uuid; cells: string; printed: string }>`
        select id, cells, printed from claim
        where source = ${source} and property = 'revenue' order by cells`.execute(desk.store.read)
      const second = rows[1]
      expect(rows.map(({ cells, printed }) => `${cells} ${printed}`)).toEqual([
        'C2 1000',
        'C3 2,000',
      ])
      const found = { result: 'matches', found: '2,000', characters: 5, place: null }
      expect(await check(desk, second?.id ?? '')).toEqual(found)
      const path = await blobOf(desk, source)
      await writeFile(path, content.replace('2,000', '2,001'))
      expect(await check(desk, second?.id ?? '')).toMatchObject({
        result: 'changed',
        found: '2,001',
      })
      await writeFile(path, content.split('\n').slice(0, 2).join('\n'))
      expect(await check(desk, second?.id ?? '')).toMatchObject({ result: 'missing', found: null })
    })
  })
})
