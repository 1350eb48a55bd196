import { fillWords, type Words } from '../../../base/index.ts'
import { choiceOf, type Property, schemeOf, type Vocabulary } from '../../kinds/index.ts'
import type { SheetHead } from '../table/index.ts'
import { type ColumnGuess, type Evidence, guess, LOCAL, type Role } from './column.ts'
import {
  areShares,
  CODES,
  countsRows,
  isYear,
  kindByEnding,
  separatorOf,
  shareOf,
  suits,
} from './content.ts'
import { fitOf, fold, type Title } from './title.ts'
import { REMARKS } from './words.ts'

/** Below this a title or a content proves nothing. */
const ENOUGH = 0.55
const CODE_SHARE = 0.8

/** Everything that a column may be, by its title and by what stands in it. */
export function cluesOf(
  evidence: Evidence,
  head: SheetHead,
  vocabulary: Vocabulary,
): ColumnGuess[] {
  return [
    ...byLink(evidence, vocabulary),
    ...byCode(evidence, vocabulary),
    ...byLocalCode(evidence, vocabulary),
    ...byPlainSense(evidence),
    ...byKind(evidence, vocabulary),
    ...byProperty(evidence, head, vocabulary),
    ...byEdge(evidence, vocabulary),
    ...byChoice(evidence, vocabulary),
  ]
}

/** Titles of the two ends of a link. */
const FROM = [
  'from',
  'source',
  'supplier',
  '供应商',
  '供给方',
  '供方',
  '上游企业',
  '上游产品',
  '上游环节',
  '起点',
]
const TO = [
  'to',
  'target',
  'customer',
  '客户',
  '需求方',
  '采购方',
  '下游企业',
  '下游产品',
  '下游环节',
  '终点',
]

function byLink(evidence: Evidence, vocabulary: Vocabulary): ColumnGuess[] {
  const { title, values } = evidence
  return (['from', 'to'] as const).flatMap((role) => {
    const usual = role === 'from' ? FROM : TO
    const head = title.bare.replace(/(product|firm|company|stage)$/, '')
    if (!usual.some((word) => head === fold(word))) return []
    const kind = linkedKind(title, values)
    const what = vocabulary.kinds.get(kind)?.words ?? { zh: kind, en: kind }
    return [guess(evidence, { role, kind }, 0.97, role, { what })]
  })
}

function linkedKind(title: Title, values: readonly string[]): string {
  if (/企业|公司|firm|company|供应商|客户|supplier|customer/.test(title.bare)) return 'firm'
  if (/环节|stage/.test(title.bare)) return 'stage'
  return kindByEnding(values)?.kind ?? 'product'
}

function byCode(evidence: Evidence, vocabulary: Vocabulary): ColumnGuess[] {
  return CODES.flatMap(({ scheme, isOne }) => {
    const share = shareOf(evidence.values, isOne)
    // Under its own title a code is one even where half are mistyped: those rows are refused.
    const titled = [...vocabulary.properties.values()].some(
      (property) => property.scheme === scheme && fitOf(evidence.title, property.columns) === 1,
    )
    if (share < (titled ? 0.3 : CODE_SHARE)) return []
    // Any six digits may look like a listed code; a title that speaks of money says otherwise.
    if (scheme === 'stock-code' && evidence.title.unit !== null) return []
    const what = schemeOf(vocabulary, scheme)?.words ?? { zh: scheme, en: scheme }
    const means: Role = { role: 'key', kind: 'firm', scheme }
    const certain = scheme === 'credit-code' ? 1 : 0.92
    return [guess(evidence, means, titled ? certain : certain * share, 'key', { what, share })]
  })
}

/** stage_id, 环节编号: the table's own codes of a kind. */
function byLocalCode(evidence: Evidence, vocabulary: Vocabulary): ColumnGuess[] {
  const { title, values } = evidence
  const of = /^(.+?)(id|编号|编码|代码|code)$/.exec(title.bare)?.[1]
  const isCode = shareOf(values, (value) => /^[A-Za-z0-9._-]{1,40}$/.test(value)) >= CODE_SHARE
  if (of === undefined || !isCode) return []
  return [...vocabulary.kinds.values()].flatMap((kind) => {
    if (fitOf({ ...title, bare: of }, kind.columns) < 1) return []
    const means: Role = { role: 'key', kind: kind.id, scheme: LOCAL }
    return [guess(evidence, means, 0.8, 'localKey', { what: kind.words })]
  })
}

function byPlainSense(evidence: Evidence): ColumnGuess[] {
  const { title, values } = evidence
  if (/^(序号|编号|no\.?|#|行号)$/.test(title.bare) && countsRows(values)) {
    return [guess(evidence, { role: 'ignored' }, 0.95, 'order')]
  }
  if (/^(年份|年度|year)$/.test(title.bare) && shareOf(values, isYear) >= CODE_SHARE) {
    return [guess(evidence, { role: 'year' }, 0.98, 'year')]
  }
  return []
}

function byKind(evidence: Evidence, vocabulary: Vocabulary): ColumnGuess[] {
  const { title, values } = evidence
  const titled = [...vocabulary.kinds.values()].flatMap((kind) => {
    const fit = fitOf(title, kind.columns)
    if (fit < ENOUGH || !mayName(values)) return []
    const why = fit === 1 ? 'title' : 'titleLike'
    return [guess(evidence, { role: 'name', kind: kind.id }, fit * 0.9, why, { what: kind.words })]
  })
  const ending = kindByEnding(values)
  if (ending === null) return titled
  const what = vocabulary.kinds.get(ending.kind)?.words ?? { zh: ending.kind, en: ending.kind }
  const means: Role = { role: 'name', kind: ending.kind }
  return [
    ...titled,
    guess(evidence, means, 0.86 * ending.share, 'nameBySuffix', { what, share: ending.share }),
  ]
}

/** Numbers and dates name nothing. */
const mayName = (values: readonly string[]): boolean =>
  shareOf(values, (value) => /\p{L}/u.test(value)) >= 0.6 || values.length === 0

function byProperty(evidence: Evidence, head: SheetHead, vocabulary: Vocabulary): ColumnGuess[] {
  const { title, values } = evidence
  return [...vocabulary.properties.values()].flatMap((property) => {
    const close = fitOf(title, property.columns)
    // 名称 within another word names something else.
    const fit = property.id === 'name' && close < 1 ? 0 : close
    const unit = unitFor(property, title, head)
    if (fit < ENOUGH || !suits(values, property, unit?.unit ?? null)) return []
    const why = fit === 1 ? 'title' : 'titleLike'
    const means: Role = { role: 'property', property: property.id }
    const found = guess(evidence, means, fit * (property.id === 'name' ? 0.6 : 0.89), why, {
      what: property.words,
    })
    return [property.value === 'quantity' ? withUnit(found, property, evidence, unit) : found]
  })
}

/** The unit of a column: its title's, else the sheet's where both are money, else the usual one. */
function unitFor(
  property: Property,
  title: Title,
  head: SheetHead,
): { unit: string; from: 'unit' | 'sheetUnit' | null } | null {
  if (property.value !== 'quantity') return null
  if (title.unit !== null) return { unit: title.unit, from: 'unit' }
  const isMoney = property.unit === '元'
  if (head.unit !== null && isMoney === head.unit.endsWith('元')) {
    if (isMoney || property.unit === undefined) return { unit: head.unit, from: 'sheetUnit' }
  }
  return property.unit === undefined || property.unit === ''
    ? null
    : { unit: property.unit, from: null }
}

export function withUnit(
  found: ColumnGuess,
  property: Property | null,
  { title, values }: Pick<Evidence, 'title' | 'values'>,
  unit: ReturnType<typeof unitFor>,
): ColumnGuess {
  const remarks: Words[] = []
  if (unit !== null && unit.from !== null)
    remarks.push(fillWords(REMARKS[unit.from], { unit: unit.unit }))
  const isShare = property?.unit === '%' && title.unit === null && areShares(values)
  if (isShare) remarks.push(REMARKS.share)
  if (title.year !== null) remarks.push(fillWords(REMARKS.ofYear, { year: title.year }))
  return {
    ...found,
    remarks,
    unit: unit?.unit ?? null,
    times: isShare ? '100' : null,
    year: title.year,
  }
}

function byEdge(evidence: Evidence, vocabulary: Vocabulary): ColumnGuess[] {
  const { title, values } = evidence
  return [...vocabulary.edges.values()].flatMap((edge) => {
    const fit = fitOf(title, edge.columns)
    const [kind] = edge.to
    if (
      fit < ENOUGH ||
      kind === undefined ||
      shareOf(values, (value) => /\p{L}|\d{6}/u.test(value)) < 0.6
    )
      return []
    const why = fit === 1 ? 'title' : 'titleLike'
    const ending = kindByEnding(values)?.kind
    const to = ending !== undefined && [...edge.to, ...edge.from].includes(ending) ? ending : kind
    const found = guess(evidence, { role: 'edge', edge: edge.id, kind: to }, fit * 0.91, why, {
      what: edge.words,
    })
    return [{ ...found, split: separatorOf(values) }]
  })
}

function byChoice(evidence: Evidence, vocabulary: Vocabulary): ColumnGuess[] {
  const { values } = evidence
  return [...vocabulary.properties.values()].flatMap((property) => {
    if (property.value !== 'choice') return []
    const share = shareOf(values, (value) => choiceOf(property, value) !== null)
    if (share < CODE_SHARE) return []
    const means: Role = { role: 'property', property: property.id }
    return [guess(evidence, means, 0.7 * share, 'choice', { what: property.words, share })]
  })
}
