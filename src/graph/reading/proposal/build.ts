import { fillWords, sha256Hex, type Words } from '../../../base/index.ts'
import { type EdgeKind, propertiesOf, schemeOf, type Vocabulary } from '../../kinds/index.ts'
import {
  type Mapping,
  type MappingClaim,
  type MappingDraft,
  type MappingField,
  parseMapping,
} from '../mapping/index.ts'
import type { SheetHead } from '../table/index.ts'
import { type ColumnGuess, guess, LOCAL, type Role, roleWords } from './guess.ts'
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

type Thing = MappingClaim['subject']

/** Collects the parts of a mapping while columns are gone through. */
class Draft {
  readonly id: string
  readonly fields: Record<string, MappingField> = {}
  readonly claims: MappingClaim[] = []
  /** Columns that some field reads. */
  readonly used = new Set<number>()
  readonly #head: SheetHead

  constructor(head: SheetHead) {
    this.#head = head
    const titles = head.columns.map(({ title }) => title).join('|')
    this.id = `table-${sha256Hex(titles).slice(0, 8)}`
  }

  get list(): string {
    return `list:${this.id}`
  }

  /** The scheme of a code: the table's own codes are a list of their own. */
  schemeOf(scheme: string): string {
    return scheme === LOCAL ? this.list : scheme
  }

  /** A field for a column, under a name of its own. */
  field(name: string, { column }: ColumnGuess, rest: Omit<MappingField, 'column'>): string {
    let own = name
    for (let count = 2; Object.hasOwn(this.fields, own); count += 1) own = `${name}${count}`
    const alike = this.#head.columns.filter(({ title }) => title === column.title)
    const isNamed = column.title !== '' && alike.length === 1
    this.used.add(column.index)
    this.fields[own] = { column: isNamed ? column.title : { index: column.index }, ...rest }
    return own
  }

  claim(claim: MappingClaim): void {
    this.claims.push(claim)
  }
}

const TRIM = [{ trim: true as const }]
const KEY = [{ trim: true as const }, { fold: true as const }]

/** Builds a mapping out of guesses; null when no column says what the rows are about. */
export function buildProposal(
  head: SheetHead,
  guesses: ColumnGuess[],
  vocabulary: Vocabulary,
  options: ProposalOptions,
): Proposal | null {
  const draft = new Draft(head)
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

/** A column that came to nothing says so, or the preview would promise what is not imported. */
function settle(found: ColumnGuess, draft: Draft, vocabulary: Vocabulary): ColumnGuess {
  if (found.means.role === 'ignored' || draft.used.has(found.column.index)) return found
  const title = { text: found.column.title, bare: '', unit: null, year: null }
  const what = roleWords(found.means, vocabulary)
  return guess({ column: found.column, title }, { role: 'ignored' }, 0, 'unfit', { what })
}

type Built = { reason: Words; confidence: number } | null

const ofRole = <R extends Role['role']>(guesses: readonly ColumnGuess[], role: R): ColumnGuess[] =>
  guesses.filter(({ means }) => means.role === role)

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
    const thing = { kind, scheme: draft.list, code: `{${field}}` }
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
    subject = { kind, scheme: draft.list, code: `{${own}}` }
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

/** Edges that are meant when a row names a thing of another kind and no title says more. */
const USUAL: Readonly<Record<string, string>> = {
  product: 'makes',
  technology: 'makes',
  stage: 'belongsToStage',
  chain: 'belongsToChain',
  division: 'locatedIn',
  park: 'locatedIn',
  industryClass: 'classifiedAs',
  officeHolder: 'leads',
  governmentBody: 'governs',
  firm: 'leads',
}

/** Names of things that the row numbers too: product_id beside product_name. */
function numberedKinds(
  guesses: readonly ColumnGuess[],
  found: Subject,
): ReadonlyMap<ColumnGuess, ColumnGuess> {
  const names = new Map<ColumnGuess, ColumnGuess>()
  for (const key of ofRole(guesses, 'key')) {
    if (key === found.key || key.means.role !== 'key' || key.means.kind === found.kind) continue
    const { kind } = key.means
    const name = guesses.find(({ means }) => means.role === 'name' && means.kind === kind)
    if (name !== undefined && !names.has(name)) names.set(name, key)
  }
  return names
}

function nameFor(
  key: ColumnGuess,
  numbered: ReadonlyMap<ColumnGuess, ColumnGuess>,
): ColumnGuess | null {
  for (const [name, own] of numbered) if (own === key) return name
  return null
}

function addEdge(
  draft: Draft,
  found: ColumnGuess,
  subject: Thing,
  vocabulary: Vocabulary,
  naming: ColumnGuess | null,
): void {
  const { means } = found
  if (means.role === 'key' && means.kind === subject.kind) {
    addOtherKey(draft, found, subject, vocabulary)
    return
  }
  if (means.role !== 'edge' && means.role !== 'name' && means.role !== 'key') return
  const edge = vocabulary.edges.get(means.role === 'edge' ? means.edge : (USUAL[means.kind] ?? ''))
  if (edge === undefined) return
  const kind = otherEnd(edge, subject.kind, means.kind, means.role === 'edge')
  if (kind === null) return
  const thing = linkedThing(draft, found, kind.kind)
  const name = naming === null ? thing.code : `{${draft.field('name', naming, { steps: TRIM })}}`
  // A code of the table's own list is its name unless another column names it.
  if (thing.scheme === draft.list) draft.claim({ subject: thing, property: 'name', text: name })
  if (kind.isReversed) draft.claim({ subject: thing, property: edge.id, object: subject })
  else draft.claim({ subject, property: edge.id, object: thing })
}

/** A firm with two codes is known by the stronger one; the other is a property of it. */
function addOtherKey(
  draft: Draft,
  found: ColumnGuess,
  subject: Thing,
  vocabulary: Vocabulary,
): void {
  const scheme = found.means.role === 'key' ? found.means.scheme : ''
  const own = propertiesOf(vocabulary, subject.kind).find((property) => property.scheme === scheme)
  if (own === undefined) return
  const field = draft.field(own.id, found, { steps: KEY, else: 'hold-cell' })
  draft.claim({ subject, property: own.id, text: `{${field}}` })
}

/** The kind at the other end, and whether the row's subject is the object of the edge. */
function otherEnd(
  edge: EdgeKind,
  subject: string,
  wished: string,
  isTitled: boolean,
): { kind: string; isReversed: boolean } | null {
  if (edge.from.includes(subject) && edge.to.includes(wished))
    return { kind: wished, isReversed: false }
  if (edge.to.includes(subject) && edge.from.includes(wished))
    return { kind: wished, isReversed: true }
  // A title that names the edge says more than the kind that was guessed for its other end.
  if (!isTitled) return null
  if (edge.from.includes(subject)) return { kind: edge.to[0] ?? wished, isReversed: false }
  return edge.to.includes(subject) ? { kind: edge.from[0] ?? wished, isReversed: true } : null
}

function linkedThing(draft: Draft, found: ColumnGuess, kind: string): Thing {
  const split = found.split === null ? [] : [{ split: { on: found.split } }]
  if (kind === 'division') {
    const steps = [...KEY, { lookup: { table: 'division', else: 'hold' as const } }]
    const field = draft.field('place', found, { steps, else: 'hold-cell' })
    return { kind, scheme: 'division', code: `{${field}}` }
  }
  const scheme = found.means.role === 'key' ? draft.schemeOf(found.means.scheme) : draft.list
  const field = draft.field(kind, found, { steps: [...KEY, ...split] })
  return { kind, scheme, code: `{${field}}` }
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
