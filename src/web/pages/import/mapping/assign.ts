/**
 * Mapping by example: what a column of the table states, read from a mapping and changed in it.
 * A column may be the key of its row, a property, or a link to another thing. Pure.
 */
import type { Vocabulary } from '../../../api/index.ts'
import type {
  ClaimShape,
  ColumnShape,
  FieldShape,
  MappingShape,
  StepShape,
  ThingShape,
} from './shape.ts'

export interface Column {
  index: number
  letters: string
  title: string
}

/**
 * `key:<scheme>`, `property:<id>`, `edge:<id>:<kind of the other end>`, `amount:<edge>` for the
 * quantity that a link carries, `rule` where only a rule of the mapping file uses the column.
 */
export type Assignment = string

/** How a value of a property is read from a cell. */
export type ValueKind = Vocabulary['properties'][number]['value']

/** What the rows of the table are about: the subject that most claims share. */
export function mainSubject(mapping: MappingShape): ThingShape | null {
  const counts = new Map<string, { subject: ThingShape; count: number }>()
  for (const { subject } of mapping.claims) {
    const key = JSON.stringify([subject.kind, subject.scheme, subject.code])
    counts.set(key, { subject, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  const [first] = [...counts.values()].toSorted((a, b) => b.count - a.count)
  return first?.subject ?? null
}

/** What a column states, in the order: key, then claims. */
export function assignmentsOf(mapping: MappingShape, column: Column): Assignment[] {
  const fields = fieldsOf(mapping, column)
  const subject = mainSubject(mapping)
  const found = new Set<Assignment>()
  if (subject && fields.some((field) => holds(subject.code, field))) {
    found.add(`key:${subject.scheme}`)
  }
  for (const claim of mapping.claims) {
    if (!isSame(claim.subject, subject)) continue
    if (isAmountOf(claim, fields)) found.add(`amount:${claim.property}`)
    if (!isValueOf(claim, fields)) continue
    found.add(
      claim.object ? `edge:${claim.property}:${claim.object.kind}` : `property:${claim.property}`,
    )
  }
  return found.size === 0 && fields.some((field) => isUsed(mapping, field)) ? ['rule'] : [...found]
}

/** Links of the main subject; each may carry the quantity of a column. */
export function linksOf(mapping: MappingShape): string[] {
  const subject = mainSubject(mapping)
  const links = mapping.claims.filter((claim) => claim.object && isSame(claim.subject, subject))
  return [...new Set(links.map(({ property }) => property))]
}

/** The unit in which a column counts, where its values are quantities; null where they are not. */
export function unitOf(mapping: MappingShape, column: Column): string | null {
  for (const name of fieldsOf(mapping, column)) {
    const step = mapping.fields[name]?.steps?.find(({ number }) => number !== undefined)
    if (step) return step.number?.unit ?? ''
  }
  return null
}

export function withUnit(mapping: MappingShape, column: Column, unit: string): MappingShape {
  const names = fieldsOf(mapping, column)
  const fields = Object.fromEntries(
    Object.entries(mapping.fields).map(([name, field]) =>
      names.includes(name) ? [name, { ...field, steps: stepsInUnit(field, unit) }] : [name, field],
    ),
  )
  return { ...mapping, fields }
}

function stepsInUnit(field: FieldShape, unit: string): StepShape[] {
  return (field.steps ?? []).map((step) => {
    if (step.number === undefined) return step
    const { unit: _, ...rest } = step.number
    return { ...step, number: unit === '' ? rest : { ...rest, unit } }
  })
}

/** The mapping with a column stating something else, or nothing (null). */
export function assign(
  mapping: MappingShape,
  column: Column,
  assignment: Assignment | null,
  valueKindOf: (property: string) => ValueKind,
): MappingShape {
  const freed = withoutColumn(mapping, column)
  if (assignment === null) return withoutUnusedFields(freed)
  const [what = '', ...rest] = assignment.split(':')
  const name = `column${column.letters}`
  const field = fieldFor(mapping, column, what, rest, valueKindOf)
  const prepared = { ...freed, fields: { ...freed.fields, [name]: field } }
  const changed =
    what === 'key'
      ? withKey(prepared, name, rest.join(':'), isKey(mapping, column))
      : withClaim(prepared, name, what, rest, valueKindOf)
  return withoutUnusedFields(changed)
}

/** Links and values of a column are dropped; where it was the key, the key stays until replaced. */
function withoutColumn(mapping: MappingShape, column: Column): MappingShape {
  const fields = fieldsOf(mapping, column)
  const subject = mainSubject(mapping)
  const kept = mapping.claims
    .filter((claim) => !(isValueOf(claim, fields) && isSame(claim.subject, subject)))
    .map((claim) => (isAmountOf(claim, fields) ? withoutAmount(claim) : claim))
  const objects = kept.flatMap(({ object }) => object ?? [])
  // The other end of a dropped link was named by the same column; without the link it hangs loose.
  const claims = kept.filter(
    (claim) =>
      isSame(claim.subject, subject) ||
      !fields.some((field) => holds(claim.subject.code, field)) ||
      objects.some((object) => isSame(object, claim.subject)),
  )
  return { ...mapping, claims: claims.length === 0 ? keyOnly(mapping, subject) : claims }
}

/** The subject is known from the claims, so the last claim leaves a mark of it behind. */
function keyOnly(mapping: MappingShape, subject: ThingShape | null): ClaimShape[] {
  const [first] = mapping.claims
  return subject && first ? [{ ...first, subject, property: 'name', text: subject.code }] : []
}

function isKey(mapping: MappingShape, column: Column): boolean {
  const code = mainSubject(mapping)?.code ?? ''
  return fieldsOf(mapping, column).some((field) => holds(code, field))
}

/** `isOwn`: the column is the key already and only its scheme or its field changes. */
function withKey(
  mapping: MappingShape,
  field: string,
  scheme: string,
  isOwn: boolean,
): MappingShape {
  const before = mainSubject(mapping)
  const subject = { kind: before?.kind ?? 'firm', scheme, code: `{${field}}` }
  const claims = mapping.claims.map((claim) => {
    if (!isSame(claim.subject, before)) return claim
    const isStandIn = isOwn && claim.text === before?.code
    return { ...claim, subject, ...(isStandIn && { text: subject.code }) }
  })
  const isNamed = claims.some(
    (claim) => claim.property === 'name' && isSame(claim.subject, subject),
  )
  const named = { subject, property: 'name', text: subject.code }
  return { ...mapping, claims: isNamed ? claims : [named, ...claims] }
}

function withClaim(
  mapping: MappingShape,
  field: string,
  what: string,
  [property = '', kind = '']: readonly string[],
  valueKindOf: (property: string) => ValueKind,
): MappingShape {
  const subject = mainSubject(mapping) ?? {
    kind: 'firm',
    scheme: `list:${mapping.id}`,
    code: `{${field}}`,
  }
  const value = `{${field}}`
  // Where the key stood in for a name, a column with the names takes its place.
  const standIn = property === 'name' ? subject.code : null
  const others = mapping.claims.filter(
    (claim) =>
      standIn === null ||
      claim.property !== 'name' ||
      claim.text !== standIn ||
      !isSame(claim.subject, subject),
  )
  if (what === 'amount') return withAmount(mapping, property, value)
  if (what !== 'edge') {
    const isCounted = valueKindOf(property) === 'quantity'
    const claim = { subject, property, ...(isCounted ? { quantity: value } : { text: value }) }
    return { ...mapping, claims: [...others, claim] }
  }
  const object = { kind, scheme: schemeOfEnd(mapping, kind), code: value }
  const link = { subject, property, object }
  const isCoded = CODED_KINDS[kind] !== undefined
  const naming = isCoded ? [] : [{ subject: object, property: 'name', text: value }]
  return { ...mapping, claims: [...others, link, ...naming] }
}

function withAmount(mapping: MappingShape, edge: string, quantity: string): MappingShape {
  const subject = mainSubject(mapping)
  const claims = mapping.claims.map((claim) =>
    claim.object && claim.property === edge && isSame(claim.subject, subject)
      ? { ...claim, quantity }
      : claim,
  )
  return { ...mapping, claims }
}

function withoutAmount({ quantity: _, ...claim }: ClaimShape): ClaimShape {
  return claim
}

function isAmountOf({ object, quantity = '' }: ClaimShape, fields: readonly string[]): boolean {
  return object !== undefined && fields.some((field) => holds(quantity, field))
}

/** Kinds that have one table of codes; all others are known by their name within this list. */
const CODED_KINDS: Record<string, string> = {
  division: 'division',
  industryClass: 'gbt4754-2017',
}

function schemeOfEnd(mapping: MappingShape, kind: string): string {
  return CODED_KINDS[kind] ?? `list:${mapping.id}`
}

function fieldFor(
  mapping: MappingShape,
  column: Column,
  what: string,
  [property = '', kind = '']: readonly string[],
  valueKindOf: (property: string) => ValueKind,
): FieldShape {
  const before = fieldsOf(mapping, column).map((name) => mapping.fields[name])[0]
  const kept = (before?.steps ?? [{ trim: true }]).filter(
    (step) => step.number === undefined && step.date === undefined && step.lookup === undefined,
  )
  const steps = [...kept, ...stepsFor(valueOfTarget(what, property, valueKindOf), kind)]
  const place: ColumnShape = column.title === '' ? { index: column.index } : column.title
  return { column: before?.column ?? place, steps, ...(what === 'key' && { required: true }) }
}

function valueOfTarget(
  what: string,
  property: string,
  valueKindOf: (property: string) => ValueKind,
): ValueKind {
  if (what === 'amount') return 'quantity'
  return what === 'property' ? valueKindOf(property) : ''
}

function stepsFor(value: ValueKind, kind: string): StepShape[] {
  if (value === 'quantity') return [{ number: {} }]
  if (value === 'date') return [{ date: true }]
  // Offices write the names of places; the codes are looked up, and what is not found waits.
  return kind === 'division' ? [{ lookup: { table: 'division', else: 'hold' } }] : []
}

function withoutUnusedFields(mapping: MappingShape): MappingShape {
  const fields = Object.fromEntries(
    Object.entries(mapping.fields).filter(([name]) => isUsed(mapping, name)),
  )
  return { ...mapping, fields }
}

/** Whether anything of the mapping speaks of a field: a claim, a condition, a demand, a quote. */
function isUsed(mapping: MappingShape, field: string): boolean {
  const { claims, checks = [], evidence = null } = mapping as MappingShape & { evidence?: unknown }
  const text = JSON.stringify([claims, checks, evidence])
  return holds(text, field) || text.includes(`"${field}"`)
}

function fieldsOf(mapping: MappingShape, column: Column): string[] {
  return Object.entries(mapping.fields)
    .filter(([, field]) => isColumn(field.column, column))
    .map(([name]) => name)
}

function isColumn(place: ColumnShape | undefined, column: Column): boolean {
  if (place === undefined) return false
  if (typeof place === 'string') return titleKey(place) === titleKey(column.title)
  if (Array.isArray(place)) return place.some((each) => titleKey(each) === titleKey(column.title))
  return 'index' in place && place.index === column.index
}

const titleKey = (title: string): string =>
  title.normalize('NFKC').replace(/\s+/g, '').toLowerCase()

const holds = (template: string, field: string): boolean => template.includes(`{${field}}`)

function isValueOf(claim: ClaimShape, fields: readonly string[]): boolean {
  const value = claim.object?.code ?? claim.text ?? claim.quantity ?? ''
  return fields.some((field) => holds(value, field))
}

function isSame(one: ThingShape, other: ThingShape | null): boolean {
  return (
    other !== null &&
    one.kind === other.kind &&
    one.scheme === other.scheme &&
    one.code === other.code
  )
}

/** The mapping with its rows about another kind of thing; claims that kind cannot make are left. */
export function withKind(mapping: MappingShape, kind: string, may: ReadonlySet<string>) {
  const before = mainSubject(mapping)
  const claims = mapping.claims
    .filter((claim) => !isSame(claim.subject, before) || may.has(claim.property))
    .map((claim) =>
      isSame(claim.subject, before) ? { ...claim, subject: { ...claim.subject, kind } } : claim,
    )
  return withoutUnusedFields({ ...mapping, claims })
}
