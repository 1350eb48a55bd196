import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sliceCodePoints } from '../../../base/index.ts'
import { coreRules } from './core-rules.case.ts'
import { parseLexicon, readStatements, STATEMENT_KINDS, strippedOffsets } from './index.ts'

const rules = coreRules()
const fieldsOf = (text: string, kind: string) =>
  readStatements(rules, text, [kind]).map(({ fields }) => fields)
const namesIn = (text: string) => fieldsOf(text, 'organisation').map(({ name }) => name)

describe('lines', () => {
  it('of a summary across two columns go on into each other', () => {
    const column = [
      '一是建立统一的登记规则，由专业机构负责核',
      '验并出具证明，对登记的成果实行分类管理，',
      '定期向各区县通报进展，接受社会各方面的监',
      '督，形成可以复制推广的经验做法和操作规程',
    ]
    const summary = [
      '【摘 要】 本文总结了各地以数据为核心建立全流程服务体系的经验，建议加快建设区域性的要素交易市场，并',
      '尽快完善与之配套的规则和标准，培育专业化的服务队伍，探索由财政资金引导、社会资本参与，组建滨江智能',
      '装备交易服务有限公司，建立面向全国的成果大数据服务平台，构建从成果引进到落地转化的全流程服务和工作',
      '机制。',
    ]
    const text = [...Array(6).fill(column).flat(), ...summary, ...Array(6).fill(column).flat()]
    expect(namesIn(text.join('\n\n'))).toContain('滨江智能装备交易服务有限公司')
  })
})

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
    [
      '去年12月，合肥市出台了《合肥市新型显示产业链行动计划（2023—2025年）》。\n（安徽日报 20230110）',
      { issuer: '合肥市', date: '2022-12', region: '合肥' },
    ],
  ])('%s', (text, expected) => {
    expect(fieldsOf(text, 'policy')).toMatchObject([expected])
  })

  it('takes no book or song for a paper', () => {
    expect(fieldsOf('他引用了《红楼梦》，又唱了《黄河大合唱》。', 'policy')).toEqual([])
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
    [
      '2022年，江苏集成电路产业产值约为3200亿元。',
      '江苏',
      '集成电路产业产值',
      3200,
      '亿元',
      '~',
      '2022',
    ],
    [
      '截至2021年末，四川拥有高新技术企业1.02万家。',
      '四川',
      '拥有高新技术企业',
      1.02,
      '万家',
      '',
      '2021年末',
    ],
    [
      '2020年，我国光刻胶行业国产零部件占比不足20%。',
      '我国光刻胶',
      '光刻胶行业国产零部件',
      20,
      '%',
      '<',
      '2020',
    ],
    ['2023年，湖北新增上市企业20余家。', '湖北', '新增上市企业', 20, '家', '>', '2023'],
    ['2019年，陕西技术合同总投资3个亿。', '陕西', '技术合同总投资', 3, '亿元', '', '2019'],
    ['2021年，贵州近八成的企业上云。', '贵州', '企业上云', 80, '%', '~', '2021'],
  ])('%s', (text, subject, metric, value, unit, op, period) => {
    const [found] = fieldsOf(text, 'indicator')
    expect(found).toMatchObject({ subject, value, unit, period })
    expect(found?.metric).toContain(metric)
    expect(found?.op ?? '').toBe(op)
  })

  it('gives each figure of a row its own words', () => {
    const text = '2022年，锂矿占32.5%、镍矿占23.1%。'
    expect(fieldsOf(text, 'indicator')).toMatchObject([
      { metric: '锂矿', value: 32.5 },
      { metric: '镍矿', value: 23.1 },
    ])
  })

  it('keeps what is planned apart from what is said to be so', () => {
    const planned = '力争到2030年，全省氢能产业产值达到1000亿元以上。'
    expect(fieldsOf(planned, 'indicator')).toEqual([])
    expect(fieldsOf(planned, 'target')).toMatchObject([
      { value: 1000, unit: '亿元', op: '>=', deadline: '2030' },
    ])
    const said = '截至2022年底，全省已建成加氢站40座。'
    expect(fieldsOf(said, 'target')).toEqual([])
    expect(fieldsOf(said, 'indicator')).toMatchObject([{ value: 40, unit: '座' }])
  })

  it('keeps a goal that has a year and no figure', () => {
    const [goal] = fieldsOf('到2035年，现代化产业体系基本建成。', 'target')
    expect(goal).toMatchObject({ value: null, deadline: '2035', metric: '现代化产业体系基本建成' })
  })

  it.each([
    '方案提出6个方面、22项任务。',
    '如表1所示，13部门联合发文。',
    '2021年3月5日，第12次会议召开。',
    '5G和B2B模式。',
  ])('takes counters, ordinals, dates and names for no figures: %s', (text) => {
    expect(readStatements(rules, text, ['indicator', 'target'])).toEqual([])
  })
})

describe('organisations', () => {
  it.each([
    [
      '会议由安徽省科技厅主持，合肥市包河区发展和改革局参加。',
      ['安徽省科技厅', '合肥市包河区发展和改革局'],
    ],
    [
      '项目由合肥长鑫存储技术有限公司、华为技术有限公司承担。',
      ['合肥长鑫存储技术有限公司', '华为技术有限公司'],
    ],
    ['论文来自西安电子科技大学，引起大学生关注。', ['西安电子科技大学']],
    ['日本经济产业省和韩国产业通商资源部签署备忘录。', ['日本经济产业省', '韩国产业通商资源部']],
    ['中国半导体行业协会在无锡成立工作组。', ['中国半导体行业协会']],
    ['宁德时代、国轩高科和亿纬锂能等12家龙头企业参会。', ['宁德时代', '国轩高科', '亿纬锂能']],
    ['美国IBM公司在华设点。', ['IBM公司']],
    ['兰州兰石集团有限公司共建氢能实验室。', ['兰州兰石集团有限公司']],
    ['支持银行、保险公司和相关企业集团参与。', []],
    ['新材料、半导体、生物医药等企业发展迅速。', []],
    ['各级政府加强服务。', []],
  ])('%s', (text, names) => {
    expect(namesIn(text)).toEqual(names)
  })

  it('knows what sort of body it is, where it lies, and names it once', () => {
    const text = '成都市经信局发文。四川大学响应。成都市经信局答复。'
    expect(fieldsOf(text, 'organisation')).toEqual([
      { name: '成都市经信局', org_kind: 'government', region: '成都' },
      { name: '四川大学', org_kind: 'university', region: '四川' },
    ])
  })
})

describe('places', () => {
  it('finds a sentence that a page broke, with its place in the stored text', () => {
    const line = '为推动先进制造业加快发展提升产业链现代化水平，'
    const text = `${[line, line, line, '近日，浙江省经信厅印发《浙江省人形机器人产业'].join('\n')}\n创新发展实施方案》。\n`
    const [found] = readStatements(rules, text, ['policy'])
    expect(found?.fields.title).toBe('浙江省人形机器人产业创新发展实施方案')
    expect(found?.quote).toContain('\n')
    expect(sliceCodePoints(text, found?.start ?? 0, found?.end)).toBe(found?.quote)
  })

  /** Sentences of every rule, broken and padded anywhere. */
  const piece = fc.oneof(
    fc.constantFrom(
      ...'2022年3月1日，|甘肃省人民政府办公厅印发|《甘肃省氢能产业发展规划》|（甘政办发〔2022〕15号）。'.split(
        '|',
      ),
      ...'力争到2030年，|全省产值达到1000亿元以上|宁德时代、国轩高科等12家企业|兰州大学|有限公司|同比增长12.5%。'.split(
        '|',
      ),
      ...[
        '\n',
        '\n\n',
        ' ',
        '　',
        '\t',
        '３',
        '𠮷',
        '⼀',
        '\u200b',
        '，',
        '。',
        '、',
        '《',
        '》',
        '“',
        '（',
      ],
    ),
    fc.string({ maxLength: 4, unit: 'grapheme' }),
  )

  it('cuts every quote from the text at its place, whatever the text, and always alike', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.nat(9), (pieces, width) => {
        const plain = pieces.join('')
        const points = [...plain]
        const text = points
          .map((point, at) => (width > 2 && at % (width * 4) === 0 ? `\n${point}` : point))
          .join('')
        const stripped = strippedOffsets(text)
        const bare = [...text].filter((point) => !/\s/.test(point))
        const found = readStatements(rules, text)
        for (const { quote, start, end } of found) {
          expect(quote).not.toBe('')
          expect(sliceCodePoints(text, start, end)).toBe(quote)
          expect(bare.slice(stripped[start], stripped[end]).join('')).toBe(quote.replace(/\s/g, ''))
        }
        expect(readStatements(rules, text)).toEqual(found)
      }),
      { numRuns: 200 },
    )
  })

  it.each([
    ['nothing', ''],
    ['blanks', ' \n\t '],
    ['a figure row', '5亿元、'.repeat(20_000)],
    ['open marks', '《'.repeat(50_000)],
    ['rows of names', '甲乙、'.repeat(20_000)],
    ['one head again and again', '产业公报 第12期\n'.repeat(8_000)],
  ])('reads %s without hanging', (_, text) => {
    expect(readStatements(rules, text)).toEqual([])
  })
})

it('refuses a lexicon that lacks a file or a list', () => {
  expect(() => parseLexicon(() => ({ levels: [] }))).toThrow(/pack-invalid/)
})

const SHARED = process.env.LIANSHU_SHARED ?? join(import.meta.dirname, '../../../../../shared')
const SEEDS = join(SHARED, 'seeds')

describe('documents that nobody wrote for a test', () => {
  const has = existsSync(SEEDS)
  if (!has) process.stdout.write('skipped: the seed documents are not here\n')
  it.skipIf(!has)('reads them with every quote at its place, and each kind in number', () => {
    const counts = new Map(STATEMENT_KINDS.map(({ kind }) => [kind, 0]))
    for (const name of readdirSync(SEEDS)) {
      const text = readFileSync(join(SEEDS, name), 'utf8')
      const stripped = strippedOffsets(text)
      const bare = text.replace(/\s+/g, '')
      for (const { kind, start, end, quote } of readStatements(rules, text)) {
        counts.set(kind, (counts.get(kind) ?? 0) + 1)
        expect(bare.slice(stripped[start], stripped[end])).toBe(quote.replace(/\s+/g, ''))
      }
    }
    expect(counts.get('policy')).toBeGreaterThan(30)
    expect(counts.get('organisation')).toBeGreaterThan(80)
    expect(counts.get('indicator')).toBeGreaterThan(60)
    expect(counts.get('target')).toBeGreaterThan(15)
  })
})
