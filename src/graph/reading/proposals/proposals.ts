import { parsePeriod, type Quantity } from '../../../base/index.ts'
import type { ClaimDraft, Locator, Thing } from '../../evidence/index.ts'
import { checkStatement, type Property, propertiesOf, type Vocabulary } from '../../kinds/index.ts'
import type { Statement } from '../statement/index.ts'
import type { CautionOfProposal } from './words.ts'

/** A page of the stored text, in code points; `page` counts from 1, null without pages. */
export interface DocumentPage {
  readonly page: number | null
  readonly start: number
  readonly end: number
}

export interface ProposalContext {
  /** Short key of the document: names without a code are one thing within it and never beyond. */
  readonly documentKey: string
  readonly vocabulary: Vocabulary
  readonly pages: readonly DocumentPage[]
  /** The thing that goes by exactly this name among what is known, if there is one. */
  readonly resolve: (name: string) => Thing | null
}

/** A draft that waits for a person. */
export interface ProposedClaim extends ClaimDraft {
  /** Kind of the statement that it comes from. */
  readonly statement: string
  /** 0 to 100. */
  readonly confidence: number
  readonly cautions: readonly CautionOfProposal[]
}

/** What one statement asks to be claimed of one thing. */
interface Part {
  readonly property: string
  readonly text?: string
  readonly quantity?: Quantity | null
  readonly cautions?: readonly CautionOfProposal[]
}

const KIND_OF_BODY: Readonly<Record<string, string>> = {
  enterprise: 'firm',
  university: 'institute',
  institute: 'institute',
  government: 'governmentBody',
  platform: 'platform',
}

/**
 * Drafts for what the vocabulary can say of each statement, in its order; a statement that it cannot
 * say honestly (an association has no kind) gives none.
 */
export function proposalsOf(
  statements: readonly Statement[],
  context: ProposalContext,
): ProposedClaim[] {
  const drafts = statements.flatMap((statement) => draftsOf(statement, context))
  const named = new Set<string>()
  return drafts.filter((draft) => {
    if (checkStatement(context.vocabulary, draft).length > 0) return false
    // The name of one thing is proposed once a document.
    if (draft.property !== 'name') return true
    const key = `${draft.subject.kind}\n${draft.subject.scheme}\n${draft.subject.code}`
    if (named.has(key)) return false
    named.add(key)
    return true
  })
}

function draftsOf(statement: Statement, context: ProposalContext): ProposedClaim[] {
  switch (statement.kind) {
    case 'policy':
      return policyDrafts(statement, context)
    case 'organisation':
      return bodyDrafts(statement, context)
    case 'indicator':
    case 'target':
      return figureDrafts(statement, context)
    default:
      return []
  }
}

const field = (statement: Statement, name: string): string => String(statement.fields[name] ?? '')

const inDocument = (kind: string, name: string, { documentKey }: ProposalContext): Thing => ({
  kind,
  scheme: `list:${documentKey}`,
  code: name,
})

function policyDrafts(statement: Statement, context: ProposalContext): ProposedClaim[] {
  const title = field(statement, 'title')
  const number = field(statement, 'doc_number')
  const subject =
    number === ''
      ? inDocument('policy', title, context)
      : { kind: 'policy', scheme: 'document-number', code: number }
  const date = field(statement, 'date')
  const isDay = /^\d{4}-\d\d-\d\d$/.test(date)
  const cautions: CautionOfProposal[] = date !== '' && !isDay ? ['date-imprecise'] : []
  const parts: Part[] = [
    { property: 'name', text: title, cautions },
    { property: 'documentNumber', text: number },
    { property: 'issuer', text: field(statement, 'issuer') },
    { property: 'issuedOn', text: isDay ? date : '' },
  ]
  return parts.flatMap((part) => draftOf(statement, subject, part, context))
}

function bodyDrafts(statement: Statement, context: ProposalContext): ProposedClaim[] {
  const kind = KIND_OF_BODY[field(statement, 'org_kind')]
  const name = field(statement, 'name')
  if (kind === undefined || name === '') return []
  const subject = inDocument(kind, name, context)
  const part: Part = { property: 'name', text: name, cautions: ['name-only'] }
  return draftOf(statement, subject, part, context)
}

function figureDrafts(statement: Statement, context: ProposalContext): ProposedClaim[] {
  const name = field(statement, 'subject')
  const { subject, cautions } = subjectOf(name, context)
  if (subject === null) return []
  const isPlanned = statement.kind === 'target'
  const found = isPlanned ? null : propertyOf(statement, subject, context)
  const own: Part =
    found === null
      ? { property: isPlanned ? 'target' : 'statedFigure', text: toldOf(statement) }
      : { property: found.id, quantity: statement.quantity }
  const part: Part = { ...own, cautions: [...cautions, ...misfitOf(statement, found !== null)] }
  // The thing itself needs a name before anything can be said of it.
  const isNew = subject.kind === 'topic'
  const naming = isNew
    ? draftOf(statement, subject, { property: 'name', text: name, cautions }, context)
    : []
  return [...naming, ...draftOf(statement, subject, part, context)]
}

function misfitOf(statement: Statement, isFound: boolean): CautionOfProposal[] {
  if (isFound || statement.kind === 'target') return []
  return [statement.quantity === null ? 'unit-unknown' : 'metric-unknown']
}

function subjectOf(
  name: string,
  context: ProposalContext,
): { subject: Thing | null; cautions: CautionOfProposal[] } {
  if (name === '') return { subject: null, cautions: ['subject-missing'] }
  const known = context.resolve(name)
  const mayCarry = known !== null && carries(known.kind, 'statedFigure', context)
  if (mayCarry) return { subject: known, cautions: [] }
  return { subject: inDocument('topic', name, context), cautions: ['subject-unplaced'] }
}

const carries = (kind: string, property: string, { vocabulary }: ProposalContext): boolean =>
  vocabulary.kinds.get(kind)?.properties.includes(property) ?? false

/** The property of the subject whose synonym the metric ends with, and whose unit the figure has. */
function propertyOf(
  statement: Statement,
  subject: Thing,
  { vocabulary }: ProposalContext,
): Property | null {
  const metric = field(statement, 'metric')
  const { quantity } = statement
  if (quantity === null) return null
  const fitting = propertiesOf(vocabulary, subject.kind).flatMap((property) => {
    if (property.value !== 'quantity') return []
    if (property.unit !== undefined && property.unit !== quantity.unit) return []
    const synonyms = [...(property.columns ?? []), property.words.zh]
    const longest = synonyms.filter((word) => metric.endsWith(word)).map((word) => word.length)
    return longest.length === 0 ? [] : [{ property, length: Math.max(...longest) }]
  })
  return fitting.sort((left, right) => right.length - left.length)[0]?.property ?? null
}

const SIGNS: Readonly<Record<string, string>> = {
  '>=': '≥',
  '<=': '≤',
  '>': '>',
  '<': '<',
  '~': '约',
}

/** 绿色贷款新增 ≥4000亿元（2021）: metric, figure and time as one line of text. */
function toldOf(statement: Statement): string {
  const sign = SIGNS[field(statement, 'op')] ?? ''
  const value = field(statement, 'value')
  const time = field(statement, 'period') || field(statement, 'deadline')
  const figure = value === '' ? '' : ` ${sign}${value}${field(statement, 'unit')}`
  return `${field(statement, 'metric')}${figure}${time === '' ? '' : `（${time}）`}`
}

const FIVE_YEARS: Readonly<Record<string, string>> = {
  '“十二五”': '2011-2015',
  '“十三五”': '2016-2020',
  '“十四五”': '2021-2025',
  '“十五五”': '2026-2030',
}

function draftOf(
  statement: Statement,
  subject: Thing,
  part: Part,
  context: ProposalContext,
): ProposedClaim[] {
  const text = part.text ?? null
  const quantity = part.quantity ?? null
  if ((text === null || text === '') && quantity === null) return []
  const isFigure = statement.kind === 'indicator' && part.property !== 'name'
  const printed = field(statement, 'period')
  const period = isFigure
    ? parsePeriod(FIVE_YEARS[printed] ?? printed.replace(/年?[底末初中]$/, '年'))
    : null
  return [
    {
      subject,
      property: part.property,
      object: null,
      text: quantity === null ? text : null,
      quantity,
      validFrom: period?.from ?? null,
      validTo: period?.to ?? null,
      locator: locatorOf(statement, context.pages),
      quote: statement.quote,
      statement: statement.kind,
      confidence: statement.confidence,
      cautions: part.cautions ?? [],
    },
  ]
}

function locatorOf({ start, end }: Statement, pages: readonly DocumentPage[]): Locator {
  const page = pages.find((each) => start >= each.start && start < each.end)?.page ?? null
  return { sheet: null, page, row: null, cells: null, start, end }
}
