import { parsePeriod, type Quantity } from '../../../base/index.ts'
import type { ClaimDraft, Locator, Thing } from '../../evidence/index.ts'
import { checkStatement, type Property, propertiesOf, type Vocabulary } from '../../kinds/index.ts'
import type { Doubt, Statement } from '../statement/index.ts'

/** A page of the stored text, in code points. */
interface Page {
  readonly page: number | null
  readonly first: number
  /** Behind its last code point. */
  readonly last: number
}

export interface DraftingContext {
  /** Key of the document: names without a code are one thing within it and never beyond. */
  readonly document: string
  readonly vocabulary: Vocabulary
  /** In the order of the text; empty where it has no pages. */
  readonly pages: readonly Page[]
  /** The thing that is known by exactly this name, if there is one and no other. */
  readonly resolve: (name: string) => Thing | null
}

/** A draft that waits for a person. */
export interface ReadDraft extends ClaimDraft {
  /** 0 to 99: a reader is never as sure as whoever signs. */
  readonly confidence: number
  readonly doubts: readonly Doubt[]
  /** The sentence around the quote, in code points of the stored text. */
  readonly sentence: Statement['sentence']
}

/** What one statement asks to be claimed of one thing. */
interface Part {
  readonly property: string
  readonly text?: string
  readonly quantity?: Quantity | null
}

/** Kinds of the vocabulary that organisations in a text may be; an association has none. */
const KIND_OF_BODY: Readonly<Record<string, string>> = {
  enterprise: 'firm',
  university: 'institute',
  institute: 'institute',
  government: 'governmentBody',
  platform: 'platform',
}

/** How much less sure a claim is whose subject was only called by a name that is known. */
const BY_NAME = 10
/** And one whose subject nobody has placed yet. */
const UNPLACED = 25
const SUREST = 95
/** Below this a person looks at each claim by itself. */
const WEAK_BELOW = 40

/** Names of what the figures of a text belong to, to be looked for among what is known. */
export const subjectsOf = (statements: readonly Statement[]): Set<string> =>
  new Set(statements.map((each) => field(each, 'subject')).filter((name) => name !== ''))

/**
 * Drafts for what the vocabulary can say of each statement, in their order; a statement that it
 * cannot say honestly (an association has no kind, a figure that belongs to nobody) gives none.
 */
export function draftsOf(statements: readonly Statement[], context: DraftingContext): ReadDraft[] {
  const named = new Set<string>()
  return statements
    .flatMap((statement) => draftsOfOne(statement, context))
    .filter((draft) => {
      if (checkStatement(context.vocabulary, draft).length > 0) return false
      // The name of one thing is proposed once a document.
      if (draft.property !== 'name') return true
      const key = `${draft.subject.kind}\n${draft.subject.scheme}\n${draft.subject.code}`
      if (named.has(key)) return false
      named.add(key)
      return true
    })
}

function draftsOfOne(statement: Statement, context: DraftingContext): ReadDraft[] {
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

const inDocument = (kind: string, name: string, { document }: DraftingContext): Thing => ({
  kind,
  scheme: `list:${document}`,
  code: name,
})

function policyDrafts(statement: Statement, context: DraftingContext): ReadDraft[] {
  const title = field(statement, 'title')
  const number = field(statement, 'doc_number')
  const subject =
    number === ''
      ? inDocument('policy', title, context)
      : { kind: 'policy', scheme: 'document-number', code: number }
  const date = field(statement, 'date')
  // A year or a month is no day of issue; it is left out rather than made up.
  const isDay = /^\d{4}-\d\d-\d\d$/.test(date)
  const parts: Part[] = [
    { property: 'name', text: title },
    { property: 'documentNumber', text: number },
    { property: 'issuer', text: field(statement, 'issuer') },
    { property: 'issuedOn', text: isDay ? date : '' },
  ]
  return parts.flatMap((part) => draftOf(statement, subject, part, context, 0))
}

function bodyDrafts(statement: Statement, context: DraftingContext): ReadDraft[] {
  const kind = KIND_OF_BODY[field(statement, 'org_kind')]
  const name = field(statement, 'name')
  if (kind === undefined || name === '') return []
  // A name alone makes nobody the same as a body that is known: it is one of this document.
  const subject = inDocument(kind, name, context)
  return draftOf(statement, subject, { property: 'name', text: name }, context, BY_NAME)
}

function figureDrafts(statement: Statement, context: DraftingContext): ReadDraft[] {
  const name = field(statement, 'subject')
  if (name === '') return []
  const known = context.resolve(name)
  const mayCarry = known !== null && carries(known.kind, 'statedFigure', context)
  const subject = mayCarry ? known : inDocument('topic', name, context)
  const doubt = mayCarry ? BY_NAME : UNPLACED
  const isPlanned = statement.kind === 'target'
  const found = isPlanned ? null : propertyOf(statement, subject, context)
  const part: Part =
    found === null
      ? { property: isPlanned ? 'target' : 'statedFigure', text: toldOf(statement) }
      : { property: found.id, quantity: statement.quantity }
  // What nobody has placed needs a name before anything can be said of it.
  const naming = mayCarry
    ? []
    : draftOf(statement, subject, { property: 'name', text: name }, context, doubt)
  return [...naming, ...draftOf(statement, subject, part, context, doubt)]
}

const carries = (kind: string, property: string, { vocabulary }: DraftingContext): boolean =>
  vocabulary.kinds.get(kind)?.properties.includes(property) ?? false

/**
 * The property that the metric names and whose unit the figure has. A metric that says more than
 * the property (氢能产业产值) is none of the whole subject, and stays in its own words.
 */
function propertyOf(
  statement: Statement,
  subject: Thing,
  { vocabulary }: DraftingContext,
): Property | null {
  const metric = field(statement, 'metric')
  const { quantity } = statement
  if (quantity === null) return null
  const names = ({ columns, words }: Property): string[] => [...columns, words.zh]
  return (
    propertiesOf(vocabulary, subject.kind).find(
      (property) =>
        property.value === 'quantity' &&
        (property.unit === undefined || property.unit === quantity.unit) &&
        names(property).includes(metric),
    ) ?? null
  )
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
  context: DraftingContext,
  doubt: number,
): ReadDraft[] {
  const quantity = part.quantity ?? null
  const text = quantity === null ? (part.text ?? '') : null
  if (text === '') return []
  const isFigure = statement.kind === 'indicator' && part.property !== 'name'
  const printed = isFigure ? field(statement, 'period') : ''
  const period = parsePeriod(FIVE_YEARS[printed] ?? printed.replace(/年?[底末初中]$/, '年'))
  const confidence = Math.max(1, Math.min(SUREST, statement.confidence - doubt))
  const doubts = doubtsOf(statement, part.property)
  return [
    {
      ...{ subject, property: part.property, object: null, text, quantity },
      validFrom: period?.from ?? null,
      validTo: period?.to ?? null,
      locator: locatorOf(statement, context.pages),
      quote: statement.quote,
      sentence: statement.sentence,
      confidence,
      doubts:
        confidence < WEAK_BELOW && part.property !== 'name'
          ? [...doubts, { code: 'weak-rule', detail: String(confidence) }]
          : doubts,
    },
  ]
}

/** A name is what the text calls a thing, whatever else is unsure of the statement. */
const DOUBTED: Readonly<Record<string, (doubt: Doubt) => boolean>> = {
  name: () => false,
  documentNumber: () => false,
  issuer: ({ code }) => code.startsWith('issuer'),
  issuedOn: ({ code }) => code.startsWith('date'),
}

const doubtsOf = ({ doubts }: Statement, property: string): Doubt[] =>
  doubts.filter(DOUBTED[property] ?? (() => true))

function locatorOf({ start, end }: Statement, pages: readonly Page[]): Locator {
  let low = 0
  let high = pages.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pages[middle] as Page).last <= start) low = middle + 1
    else high = middle
  }
  return { sheet: null, page: pages[low]?.page ?? null, row: null, cells: null, start, end }
}
