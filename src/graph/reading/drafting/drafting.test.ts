import { describe, expect, it } from 'vitest'
import { coreVocabulary } from '../applying/vocabulary.case.ts'
import { coreRules } from '../statement/core-rules.case.ts'
import { readStatements } from '../statement/index.ts'
import { type DraftingContext, draftsOf, type ReadDraft, subjectsOf } from './index.ts'

const rules = coreRules()
const GANSU = { kind: 'division', scheme: 'division', code: '620000' }
const context: DraftingContext = {
  document: 'd1',
  vocabulary: coreVocabulary(),
  pages: [],
  resolve: (name) => (name === '甘肃' ? GANSU : null),
}

const drafts = (text: string, more: Partial<DraftingContext> = {}): ReadDraft[] =>
  draftsOf(readStatements(rules, text), { ...context, ...more })
const told = ({ subject, property, text, quantity }: ReadDraft) => [
  subject.kind,
  subject.code,
  property,
  text ?? quantity?.number,
]

describe('drafts', () => {
  it('say of a paper what the text says, under its number where it has one', () => {
    const text =
      '2022年3月1日，甘肃省人民政府办公厅印发《甘肃省氢能产业发展规划》（甘政办发〔2022〕15号）。'
    const number = '甘政办发〔2022〕15号'
    expect(drafts(text).map(told)).toEqual([
      ['policy', number, 'name', '甘肃省氢能产业发展规划'],
      ['policy', number, 'documentNumber', number],
      ['policy', number, 'issuer', '甘肃省人民政府办公厅'],
      ['policy', number, 'issuedOn', '2022-03-01'],
      ['governmentBody', '甘肃省人民政府办公厅', 'name', '甘肃省人民政府办公厅'],
    ])
  })

  it('leave a day of issue out that is only known to the year', () => {
    const said = drafts('2021年，工信部印发《工业机器人行业规范条件管理办法》。')
    expect(said.map(({ property }) => property)).not.toContain('issuedOn')
  })

  it('keep a figure as a quantity where a property fits, as words where none does', () => {
    const text = '2022年，甘肃产值达到120亿元。2022年，甘肃拥有专利授权9680件。'
    const [output, patents] = drafts(text)
    expect(output).toMatchObject({
      ...{ subject: GANSU, property: 'output', validFrom: '2022-01-01' },
      quantity: { number: '12000000000', unit: '元' },
    })
    expect(patents).toMatchObject({ subject: GANSU, property: 'statedFigure' })
    expect(patents?.text).toContain('9680件（2022）')
  })

  it('never take a part for the whole: the output of a trade is not that of the place', () => {
    const [figure] = drafts('2022年，甘肃氢能产业产值达到80亿元。')
    expect(figure).toMatchObject({ property: 'statedFigure', text: '氢能产业产值 80亿元（2022）' })
  })

  it('keep what is planned apart from what is so', () => {
    const planned = drafts('力争到2030年，甘肃氢能产业产值达到1000亿元以上。')
    expect(planned.map(told)).toEqual([
      ['division', '620000', 'target', '氢能产业产值 ≥1000亿元（2030）'],
    ])
  })

  it('keep what nobody has placed as a topic of this document alone, and are less sure of it', () => {
    const text = '2020年，云岭新城拥有专利授权9680件。'
    expect(subjectsOf(readStatements(rules, text))).toEqual(new Set(['云岭新城']))
    const [name, figure] = drafts(text)
    expect(name).toMatchObject({ subject: { kind: 'topic', scheme: 'list:d1', code: '云岭新城' } })
    expect(figure?.property).toBe('statedFigure')
    const placed = drafts(text, { resolve: () => GANSU })
    expect(placed[0]?.confidence).toBeGreaterThan(figure?.confidence ?? 99)
  })

  it('say nothing of a figure that belongs to nobody, nor of a body that has no kind', () => {
    expect(drafts('增速超过15%。')).toEqual([])
    expect(drafts('中国半导体行业协会在无锡开会。')).toEqual([])
  })

  it('name the page of a place, and the very words there', () => {
    const first = '第一页没有什么。\n'
    const text = `${first}2022年，甘肃产值达到120亿元。`
    const pages = [
      { page: 1, first: 0, last: first.length },
      { page: 2, first: first.length, last: text.length },
    ]
    const [draft] = drafts(text, { pages })
    expect(draft?.locator).toMatchObject({ page: 2, sheet: null, row: null })
    const { start, end } = draft?.locator ?? {}
    expect(text.slice(start ?? 0, end ?? 0)).toBe(draft?.quote)
  })

  it.each([
    ['date-reckoned', '去年', '去年，甘肃产值达到120亿元。\n（甘肃日报 20230110）'],
    ['date-carried', '2022', '2022年，甘肃拥有企业30家。甘肃产值达到120亿元。'],
    ['subject-implied', '甘肃', '甘肃氢能发展情况\n2022年，产值达到120亿元。'],
    ['weak-rule', '35', '云南氢能产业规划\n力争到2030年，建成国家级示范基地。'],
  ])('carry the doubt %s with the words in doubt', (code, detail, text) => {
    const doubts = drafts(text).flatMap((draft) => draft.doubts)
    expect(doubts).toContainEqual({ code, detail })
  })

  it('doubt a day or an issuer that the sentence of a paper does not tell, and nothing else', () => {
    const elsewhere = drafts(
      '2021年3月1日，甘肃省工信厅印发《甘肃省氢能产业发展规划》。\n《甘肃省氢能产业发展规划》（甘政办发〔2022〕15号）提出目标。',
    )
    expect(
      elsewhere.flatMap(({ property, doubts }) => doubts.map(({ code }) => [property, code])),
    ).toEqual([
      ['issuer', 'issuer-elsewhere'],
      ['issuedOn', 'date-elsewhere'],
    ])
    const plain = drafts('2022年3月1日，甘肃省人民政府办公厅印发《甘肃省氢能产业发展规划》。')
    expect(plain.flatMap(({ doubts }) => doubts)).toEqual([])
  })

  it('know the sentence around their words', () => {
    const text = '前一句。会后又称，2022年，甘肃产值达到120亿元。后一句。'
    const [draft] = drafts(text)
    const { start = 0, end = 0 } = draft?.sentence ?? {}
    expect(text.slice(start, end)).toBe('会后又称，2022年，甘肃产值达到120亿元。')
  })

  it('are never as sure as whoever signs', () => {
    for (const { confidence } of drafts('2022年，甘肃产值达到120亿元。成都市财政局发文。'))
      expect(confidence).toBeLessThan(100)
  })
})
