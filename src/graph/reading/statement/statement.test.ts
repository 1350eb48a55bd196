import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sliceCodePoints } from '../../../base/index.ts'
import { coreVocabulary } from '../applying/vocabulary.case.ts'
import { proposalsOf } from '../proposals/index.ts'
import { readStatements, type Statement, strippedOffsets } from './index.ts'

const ofKind = (text: string, kind: string): Statement[] => readStatements(text, { kinds: [kind] })
const fieldsOf = (text: string, kind: string) => ofKind(text, kind).map(({ fields }) => fields)

describe('policies', () => {
  it.each([
    [
      '2022年3月1日，甘肃省人民政府办公厅印发《甘肃省氢能产业发展规划》（甘政办发〔2022〕15号）。',
      {
        title: '甘肃省氢能产业发展规划',
        issuer: '甘肃省人民政府办公厅',
        doc_number: '甘政办发〔2022〕15号',
        date: '2022-03-01',
        region: '甘肃',
      },
    ],
    [
      '科技部、财政部联合发布《关于扩大科研经费自主权的若干意见》。',
      { title: '关于扩大科研经费自主权的若干意见', issuer: '科技部、财政部', region: '全国' },
    ],
    ['他引用了《红楼梦》。', null],
  ])('%s', (text, expected) => {
    const [found] = fieldsOf(text, 'policy')
    if (expected === null) expect(found).toBeUndefined()
    else expect(found).toMatchObject(expected)
  })

  it('tells a paper once, and its short name never', () => {
    const text =
      '近日，湖南省科技厅印发《湖南省算力产业行动方案》（以下简称《行动方案》）。《行动方案》提出三项任务。\n（湖南日报 20230612）'
    expect(fieldsOf(text, 'policy')).toMatchObject([
      { title: '湖南省算力产业行动方案', date: '2023-06', issuer: '湖南省科技厅' },
    ])
  })
})

describe('figures', () => {
  it.each([
    ['2022年，江苏集成电路产业产值约为3200亿元。', '3200', '亿元', '~', '2022'],
    ['截至2021年末，四川拥有高新技术企业1.02万家。', '1.02', '万家', '', '2021年末'],
    ['2020年，国产零部件占比不足20%。', '20', '%', '<', '2020'],
    ['2023年，湖北新增上市企业20余家。', '20', '家', '>', '2023'],
  ])('%s', (text, value, unit, op, period) => {
    const [found] = fieldsOf(text, 'indicator')
    expect(String(found?.value)).toBe(value)
    expect(found).toMatchObject({ unit, period })
    expect(found?.op ?? '').toBe(op)
  })

  it('keeps what is planned apart from what is said to be so', () => {
    const text = '力争到2030年，全省氢能产业产值达到1000亿元以上。'
    expect(ofKind(text, 'indicator')).toEqual([])
    expect(fieldsOf(text, 'target')).toMatchObject([
      { value: 1000, unit: '亿元', op: '>=', deadline: '2030' },
    ])
  })

  it('takes counters of a list for no figures', () => {
    expect(
      readStatements('方案提出6个方面、22项任务。', { kinds: ['indicator', 'target'] }),
    ).toEqual([])
  })
})

describe('organisations', () => {
  it.each([
    ['会议由安徽省科技厅主持。', '安徽省科技厅', 'government'],
    ['该项目由合肥长鑫存储技术有限公司承担。', '合肥长鑫存储技术有限公司', 'enterprise'],
    ['论文来自西安电子科技大学。', '西安电子科技大学', 'university'],
  ])('%s', (text, name, kind) => {
    expect(fieldsOf(text, 'organisation')).toMatchObject([{ name, org_kind: kind }])
  })
})

describe('places', () => {
  it('finds a sentence that a page broke, with its place in the stored text', () => {
    const line = '为推动先进制造业加快发展提升产业链现代化水平，'
    const text = `${[line, line, line, '近日，浙江省经信厅印发《浙江省人形机器人产业'].join('\n')}\n创新发展实施方案》。\n`
    const [found] = ofKind(text, 'policy')
    expect(found?.fields.title).toBe('浙江省人形机器人产业创新发展实施方案')
    expect(sliceCodePoints(text, found?.start ?? 0, found?.end)).toBe(found?.quote)
    expect(found?.quote).toContain('\n')
  })

  it('cuts every quote from the text at its place, whatever the text, and always alike', () => {
    const piece = fc.constantFrom(
      ...[
        '《',
        '》',
        '印发',
        '关于',
        '办法',
        '2021年',
        '近日',
        '，',
        '。',
        '\n',
        ' ',
        '３',
        '𠮷',
        '⼀',
      ],
      ...[
        '上海市',
        '政府',
        '达到',
        '5',
        '亿元',
        '%',
        '（',
        '）',
        '力争到',
        '大学',
        '公司',
        '\u200b',
        '—',
      ],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('')
        const found = readStatements(text)
        for (const { quote, start, end } of found) {
          expect(sliceCodePoints(text, start, end)).toBe(quote)
          expect(quote).not.toBe('')
        }
        expect(readStatements(text)).toEqual(found)
      }),
      { numRuns: 150 },
    )
  })
})

describe('proposals', () => {
  it('proposes only what the vocabulary can say', () => {
    const text =
      '2022年3月1日，甘肃省人民政府办公厅印发《甘肃省氢能产业发展规划》（甘政办发〔2022〕15号）。2022年，甘肃氢能产业产值达到120亿元。力争到2030年，产值达到1000亿元。'
    const drafts = proposalsOf(readStatements(text), {
      documentKey: 'd1',
      vocabulary: coreVocabulary(),
      pages: [{ page: 1, start: 0, end: text.length }],
      resolve: (name) =>
        name === '甘肃' ? { kind: 'division', scheme: 'division', code: '620000' } : null,
    })
    const said = drafts.map(({ subject, property, text: told, quantity }) => [
      subject.kind,
      property,
      told ?? quantity?.number,
    ])
    expect(said).toContainEqual(['policy', 'documentNumber', '甘政办发〔2022〕15号'])
    expect(said).toContainEqual(['policy', 'issuedOn', '2022-03-01'])
    expect(said).toContainEqual(['division', 'output', '12000000000'])
    expect(said.some(([kind, property]) => kind === 'division' && property === 'target')).toBe(true)
    for (const draft of drafts) {
      expect(draft.locator.page).toBe(1)
      expect(text.slice(draft.locator.start ?? 0, draft.locator.end ?? 0)).toBe(draft.quote)
    }
  })

  it('keeps what nobody has placed as a topic of this document alone', () => {
    const drafts = proposalsOf(readStatements('2020年，甘肃拥有专利授权9680件。'), {
      ...{ documentKey: 'd2', vocabulary: coreVocabulary(), pages: [], resolve: () => null },
    })
    expect(drafts.map(({ property }) => property)).toEqual(['name', 'statedFigure'])
    expect(drafts[1]).toMatchObject({
      subject: { kind: 'topic', scheme: 'list:d2', code: '甘肃' },
      validFrom: '2020-01-01',
      cautions: ['subject-unplaced', 'metric-unknown'],
    })
  })
})

const SHARED = process.env.LIANSHU_SHARED ?? join(import.meta.dirname, '../../../../../shared')
const SEEDS = join(SHARED, 'seeds')

describe('documents that nobody wrote for a test', () => {
  const has = existsSync(SEEDS)
  if (!has) process.stdout.write('skipped: the seed documents are not here\n')
  it.skipIf(!has)('reads them with every quote at its place', () => {
    const counts: Record<string, number> = {}
    for (const name of readdirSync(SEEDS)) {
      const text = readFileSync(join(SEEDS, name), 'utf8')
      const stripped = strippedOffsets(text)
      const bare = text.replace(/\s+/g, '')
      for (const { kind, start, end, quote } of readStatements(text)) {
        counts[kind] = (counts[kind] ?? 0) + 1
        expect(bare.slice(stripped[start], stripped[end])).toBe(quote.replace(/\s+/g, ''))
      }
    }
    expect(counts.policy).toBeGreaterThan(30)
    expect(counts.organisation).toBeGreaterThan(80)
    expect(counts.indicator).toBeGreaterThan(40)
  })
})
