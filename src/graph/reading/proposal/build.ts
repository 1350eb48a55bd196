import { fillWords, type Words } from '../../../base/index.ts'
import { OFFICE_SCHEME, propertiesOf, schemeOf, type Vocabulary } from '../../kinds/index.ts'
import { type Mapping, type MappingDraft, parseMapping } from '../mapping/index.ts'
import type { SheetHead } from '../table/index.ts'
import { type ColumnGuess, guess, LOCAL, roleWords } from './column.ts'
import { Draft, KEY, ofRole, type Thing, TRIM } from './draft.ts'
import { addEdge, nameFor, numberedKinds } from './edges.ts'
import { NAME_IN_LIST, NOT_STATED, OWN_CODE, SUMMARY } from './words.ts'

export interface ProposalOptions {
  fileName: string
  /** Who published the table, when it is known. */
  publisher?: string
  publishedOn?: string
  /** The chain that the stages of the table belong to when no column says it. */
  chain?: { scheme: string; code: string }
}

/** A mapping made by example, and what it rests on. */
export interface Proposal {
  mapping: Mapping
  /** 0 to 1: the weakest of the columns that it could not do without. */
  confidence: number
  reason: Words
  columns: ColumnGuess[]
}

/** Builds a mapping out of guesses; null when no column says what the rows are about. */
export function buildProposal(
  head: SheetHead,
  guesses: ColumnGuess[],
  vocabulary: Vocabulary,
  options: ProposalOptions,
): Proposal | null {
  const draft = new Draft(head, vocabulary)
  nameWithinChain(draft, guesses, vocabulary, options)
  const built =
    buildLinks(draft, guesses, vocabulary) ?? buildThings(draft, guesses, vocabulary, options)
  if (built === null) return null
  const { reason, confidence } = built
  const titles = head.columns.map(({ title }) => title).filter((title) => title !== '')
  const name = options.fileName.replace(/^.*\//, '')
  const content: MappingDraft = {
    id: draft.id,
    version: 1,
    title: { zh: name, en: name },
    source: {
      class: 'typed-list',
      publisher: options.publisher ?? `${NOT_STATED.zh} · ${NOT_STATED.en}`,
      label: 'internal',
      ...(options.publishedOn === undefined ? {} : { publishedOn: options.publishedOn }),
    },
    match: { columns: [...new Set(titles)].slice(0, 300) },
    fields: draft.fields,
    claims: draft.claims,
  }
  const columns = guesses.map((found) => settle(found, draft, vocabulary))
  return { mapping: parseMapping(content), confidence, reason, columns }
}

/**
 * What is named within its chain (a stage, a product) is so in the chain of its row, where a column
 * says it, else in the one that the person chose. A cell with several chains says none.
 */
function nameWithinChain(
  draft: Draft,
  guesses: readonly ColumnGuess[],
  { kinds }: Vocabulary,
  { chain }: ProposalOptions,
): void {
  const kindOf = ({ means }: ColumnGuess): string => ('kind' in means ? means.kind : '')
  const within = guesses.filter((found) => kinds.get(kindOf(found))?.namesHold === 'chain')
  if (within.length === 0) return
  const isNumbered = guesses.some(({ means }) => means.role === 'key' && means.kind === 'chain')
  const named = guesses.find((found) => kindOf(found) === 'chain' && found.split === null)
  if (named === undefined || isNumbered) {
    if (chain !== undefined) draft.withinChain(chain)
    return
  }
  const field = draft.field('chain', named, { steps: KEY })
  draft.withinChain({ scheme: OFFICE_SCHEME, code: `{${field}}` })
}

/** A column that came to nothing says so, or the preview would promise what is not imported. */
function settle(found: ColumnGuess, draft: Draft, vocabulary: Vocabulary): ColumnGuess {
  if (found.means.role === 'ignored' || draft.used.has(found.column.index)) return found
  const title = { text: found.column.title, bare: '', unit: null, year: null }
  const what = roleWords(found.means, vocabulary)
  return guess({ column: found.column, title }, { role: 'ignored' }, 0, 'unfit', { what })
}

type Built = { reason: Words; confidence: number } | null

/** A table of links: two ends, each named or numbered in its own column. */
function buildLinks(draft: Draft, guesses: readonly ColumnGuess[], vocabulary: Vocabulary): Built {
  const [from, to] = [ofRole(guesses, 'from')[0], ofRole(guesses, 'to')[0]]
  if (from?.means.role !== 'from' || to?.means.role !== 'to') return null
  const [giver, taker] = [from.means.kind, to.means.kind]
  const isUse = giver === 'product' && taker === 'product'
  const edge = vocabulary.edges.get(isUse ? 'consumes' : 'supplies')
  if (edge === undefined) return null
  const end = (name: string, found: ColumnGuess, kind: string): Thing => {
    const field = draft.field(name, found, { steps: KEY, required: true })
    const thing = draft.named(kind, field)
    draft.claim({ subject: thing, property: 'name', text: `{${field}}` })
    return thing
  }
  const [first, second] = [end('from', from, giver), end('to', to, taker)]
  const [subject, object] = isUse ? [second, first] : [first, second]
  draft.claim({ subject, property: edge.id, object, at: ['from', 'to'] })
  const kinds = vocabulary.kinds
  const words = (language: 'zh' | 'en'): string =>
    fillWords(SUMMARY.links, {
      from: kinds.get(subject.kind)?.words[language] ?? '',
      edge: edge.words[language],
      to: kinds.get(object.kind)?.words[language] ?? '',
    })[language]
  return {
    reason: { zh: words('zh'), en: words('en') },
    confidence: Math.min(from.confidence, to.confidence),
  }
}

/** What the rows are about: the kind, the column that identifies it and the one that names it. */
interface Subject {
  kind: string
  key: ColumnGuess | null
  name: ColumnGuess | null
}

function subjectOf(guesses: readonly ColumnGuess[]): Subject | null {
  const keys = ofRole(guesses, 'key').sort((a, b) => b.confidence - a.confidence)
  const names = ofRole(guesses, 'name')
  const [name] = names
  const [key] = keys
  if (key?.means.role === 'key') {
    const { kind } = key.means
    const own = names.find(({ means }) => means.role === 'name' && means.kind === kind)
    return { kind, key, name: own ?? null }
  }
  // The first name from the left is what the row is about; the others hang on it.
  return name?.means.role === 'name' ? { kind: name.means.kind, key: null, name } : null
}

function buildThings(
  draft: Draft,
  guesses: readonly ColumnGuess[],
  vocabulary: Vocabulary,
  options: ProposalOptions,
): Built {
  const found = subjectOf(guesses)
  if (found === null) return null
  const subject = subjectThing(draft, found)
  const since = yearOf(draft, guesses)
  const numbered = numberedKinds(guesses, found)
  for (const each of guesses) {
    if (each === found.key || each === found.name || numbered.has(each)) continue
    if (each.means.role === 'property') addProperty(draft, each, subject, vocabulary, since)
    else addEdge(draft, each, subject, vocabulary, nameFor(each, numbered))
  }
  joinStages(draft, subject, options)
  const scheme = found.key?.means.role === 'key' ? found.key.means.scheme : ''
  const own = scheme === LOCAL ? OWN_CODE : NAME_IN_LIST
  const key = (scheme === LOCAL ? undefined : schemeOf(vocabulary, scheme)?.words) ?? own
  const kind = vocabulary.kinds.get(found.kind)?.words ?? { zh: found.kind, en: found.kind }
  const words = (language: 'zh' | 'en'): string =>
    fillWords(SUMMARY.things, { kind: kind[language], key: key[language], count: draft.used.size })[
      language
    ]
  return {
    reason: { zh: words('zh'), en: words('en') },
    confidence: (found.key ?? found.name)?.confidence ?? 0,
  }
}

function subjectThing(draft: Draft, { kind, key, name }: Subject): Thing {
  const naming =
    name === null ? null : draft.field('name', name, { steps: TRIM, required: key === null })
  let subject: Thing
  if (key?.means.role === 'key') {
    const code = draft.field('code', key, { steps: KEY, required: true })
    subject = { kind, scheme: draft.schemeOf(key.means.scheme), code: `{${code}}` }
  } else {
    const own = name === null ? '' : draft.field('key', name, { steps: KEY, required: true })
    subject = draft.named(kind, own)
  }
  if (naming !== null) draft.claim({ subject, property: 'name', text: `{${naming}}` })
  return subject
}

/** The template of the first day of the year that a column states for the whole row. */
function yearOf(draft: Draft, guesses: readonly ColumnGuess[]): string | null {
  const [found] = ofRole(guesses, 'year')
  if (found === undefined) return null
  const pattern = '^((?:19|20)\\d{2})'
  const field = draft.field('year', found, { steps: [...KEY, { part: { pattern, group: 1 } }] })
  return `{${field}}-01-01`
}

function addProperty(
  draft: Draft,
  found: ColumnGuess,
  subject: Thing,
  vocabulary: Vocabulary,
  since: string | null,
): void {
  const { means, unit, times, year } = found
  if (means.role !== 'property') return
  const property = propertiesOf(vocabulary, subject.kind).find(({ id }) => id === means.property)
  if (property === undefined) return
  if (property.value === 'quantity') {
    const number = { ...(unit === null ? {} : { unit }), ...(times === null ? {} : { times }) }
    const steps = [...TRIM, { empty: ['-', '—', '/', '无'] }, { number }]
    const field = draft.field(property.id, found, { steps, else: 'hold-cell' })
    const from = year === null ? since : `${year}-01-01`
    const valid = from === null ? {} : { validFrom: from }
    draft.claim({ subject, property: property.id, quantity: `{${field}}`, ...valid })
    return
  }
  const steps = property.value === 'date' ? [...TRIM, { date: true as const }] : TRIM
  const field = draft.field(property.id, found, { steps, else: 'hold-cell' })
  draft.claim({ subject, property: property.id, text: `{${field}}` })
}

/** Stages hang on their chain: the one of the row, or the one that the person chose. */
function joinStages(draft: Draft, subject: Thing, { chain }: ProposalOptions): void {
  const things = [subject, ...draft.claims.flatMap(({ object }) => object ?? [])]
  const stage = things.find(({ kind }) => kind === 'stage')
  if (stage === undefined) return
  const named = things.find(({ kind }) => kind === 'chain')
  const object = named ?? (chain === undefined ? undefined : { kind: 'chain', ...chain })
  const isSaid = draft.claims.some(
    (claim) => claim.property === 'belongsToChain' && claim.subject.kind === 'stage',
  )
  if (object === undefined || isSaid) return
  draft.claim({
    subject: stage,
    property: 'belongsToChain',
    object,
    at: [stage.code.replace(/[{}]/g, '')],
  })
}
