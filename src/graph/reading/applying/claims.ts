import { Problem, type Quantity } from '../../../base/index.ts'
import type { Thing } from '../../evidence/index.ts'
import type { Vocabulary } from '../../kinds/index.ts'
import { type Mapping, type MappingClaim, refuse, titleKey } from '../mapping/index.ts'
import { lettersOf, type SheetHead } from '../table/index.ts'
import { compileWhen, type FieldNumber, type Question } from './conditions.ts'
import type { ReadClaim, RowState } from './model.ts'
import {
  type CodeReader,
  codeReader,
  type Objection,
  objectionToShape,
  type StatementShape,
  type ValueJudge,
  valueJudge,
} from './statements.ts'
import { fault } from './steps.ts'
import { compileTemplate, type SheetNames, type Template } from './template.ts'

/** What the claims of one mapping share while they are compiled for one sheet. */
export interface ClaimContext {
  mapping: Mapping
  head: SheetHead
  names: SheetNames
  vocabulary: Vocabulary | undefined
  numberOf: FieldNumber
  /** 0-based column of a field; -1 for a constant. */
  columnOf(field: number): number
  isList(field: number): boolean
}

/** Makes the claims of one kind out of a row; an objection names the field that is at fault. */
export type ClaimMaker = (
  state: RowState,
  out: ReadClaim[],
  object: (objection: Objection, field: number) => void,
) => void

interface ThingMaker {
  fields: readonly number[]
  make(state: RowState): Thing | Objection | null
}

/** Compiles one claim of a mapping. Throws `mapping-invalid` where the vocabulary objects. */
export function compileClaim(claim: MappingClaim, at: number, context: ClaimContext): ClaimMaker {
  const { vocabulary, numberOf, names } = context
  const template = (source: string): Template => compileTemplate(source, numberOf, names)
  const optional = (source: string | undefined): Template | null =>
    source === undefined ? null : template(source)
  const shape = shapeOf(claim)
  const objection = vocabulary === undefined ? null : objectionToShape(vocabulary, shape)
  if (objection !== null) {
    const [reason, reasonEn] = [objection.zh, objection.en]
    throw new Problem('mapping-invalid', { path: `claims.${at}`, reason, reasonEn })
  }
  const quantity = claim.quantity === undefined ? -1 : numberOf(claim.quantity.replace(/[{}]/g, ''))
  const value = {
    subject: compileThing(claim.subject, template, codeReader(vocabulary, 'refuse')),
    object:
      claim.object === undefined
        ? null
        : compileThing(claim.object, template, codeReader(vocabulary, 'hold-cell')),
    text: optional(claim.text),
    from: optional(claim.validFrom),
    to: optional(claim.validTo),
  }
  const own = [...(value.object?.fields ?? []), ...(value.text?.fields ?? [])]
  const used = [...value.subject.fields, ...own, ...(quantity < 0 ? [] : [quantity])]
  const parts: ClaimParts = {
    ...value,
    quantity,
    used,
    value: own[0] ?? quantity,
    property: claim.property,
    when: compileWhen(claim.when, numberOf),
    judge: valueJudge(vocabulary, shape),
    place: compilePlace(claim, at, [...own, ...(quantity < 0 ? [] : [quantity])], context),
    evidence: compileEvidence(context, template),
  }
  const list = used.find((field) => context.isList(field))
  return list === undefined ? single(parts) : repeated(parts, list)
}

function shapeOf({ subject, property, object, text, quantity }: MappingClaim): StatementShape {
  const hasText = text !== undefined
  return { subject, property, object: object ?? null, hasText, hasQuantity: quantity !== undefined }
}

function compileThing(
  thing: MappingClaim['subject'],
  template: (source: string) => Template,
  readCode: CodeReader,
): ThingMaker {
  const { kind } = thing
  const [scheme, code] = [template(thing.scheme), template(thing.code)]
  return {
    fields: [...code.fields, ...scheme.fields],
    make: (state) => {
      const [inScheme, printed] = [scheme.render(state), code.render(state)]
      if (printed === null) return null
      // The cell that says within which list the name holds is empty: a person must say it.
      if (inScheme === null) return { ...fault('list-unnamed', { text: printed }), verdict: 'hold' }
      const read = readCode(inScheme, printed)
      return typeof read === 'string' ? { kind, scheme: inScheme, code: read } : read
    },
  }
}

interface ClaimParts {
  subject: ThingMaker
  object: ThingMaker | null
  text: Template | null
  from: Template | null
  to: Template | null
  quantity: number
  property: string
  used: readonly number[]
  /** The field that an objection to the value is about. */
  value: number
  when: Question
  judge: ValueJudge | null
  place: (state: RowState) => { cells: string | null; quote: string; sheet: string | null }
  evidence: { document: Template; quote: Template } | null
}

/** One claim a row. */
function single(parts: ClaimParts): ClaimMaker {
  return (state, out, object) => {
    if (!parts.when(state)) return
    const claim = makeClaim(parts, state, object)
    if (claim !== null) out.push(claim)
  }
}

/** One claim for each value of a field that was split. */
function repeated(parts: ClaimParts, list: number): ClaimMaker {
  return (state, out, object) => {
    if (!parts.when(state)) return
    for (const item of state.lists[list] ?? []) {
      state.texts[list] = item
      const claim = makeClaim(parts, state, object)
      if (claim !== null) out.push(claim)
    }
    state.texts[list] = null
  }
}

function makeClaim(
  parts: ClaimParts,
  state: RowState,
  object: (objection: Objection, field: number) => void,
): ReadClaim | null {
  const quantity = parts.quantity < 0 ? null : (state.quantities[parts.quantity] ?? null)
  const value = valueParts(parts, state, quantity)
  if (value === null) return null
  const subject = parts.subject.make(state)
  if (subject === null) return null
  const target = parts.object === null ? null : parts.object.make(state)
  if (parts.object !== null && target === null) return null
  if (!isThing(subject)) return report(subject, parts.subject.fields[0] ?? -1, object)
  if (target !== null && !isThing(target)) return report(target, parts.value, object)
  const { text } = value
  const { property } = parts
  if (parts.judge !== null) {
    const objection = parts.judge({ subject, property, object: target, text, quantity })
    if (objection !== null) return report(objection, parts.value, object)
  }
  const document = parts.evidence?.document.render(state) ?? null
  const place = parts.place(state)
  // Written out, since this is where an import spends its time and a spread costs ten times more.
  return {
    subject,
    property,
    object: target,
    text,
    quantity,
    validFrom: parts.from?.render(state) ?? null,
    validTo: parts.to?.render(state) ?? null,
    locator: {
      sheet: place.sheet,
      page: null,
      row: state.row,
      cells: place.cells,
      start: null,
      end: null,
    },
    quote: document === null ? place.quote : (parts.evidence?.quote.render(state) ?? ''),
    held: isAside(parts.used, state),
    document,
  }
}

/** Null when the row says nothing here: an edge stands without its quantity, a value does not. */
function valueParts(
  parts: ClaimParts,
  state: RowState,
  quantity: Quantity | null,
): { text: string | null } | null {
  if (parts.text !== null) {
    const text = parts.text.render(state)
    return text === null ? null : { text }
  }
  return parts.object === null && quantity === null ? null : { text: null }
}

const isThing = (made: Thing | Objection): made is Thing => 'kind' in made

function report(
  objection: Objection,
  field: number,
  object: (objection: Objection, field: number) => void,
): null {
  object(objection, field)
  return null
}

function isAside(fields: readonly number[], state: RowState): boolean {
  for (const field of fields) if (state.aside[field] === true) return true
  return false
}

function compileEvidence(
  { mapping }: ClaimContext,
  template: (source: string) => Template,
): ClaimParts['evidence'] {
  const { evidence } = mapping
  if (evidence === undefined) return null
  return { document: template(evidence.document), quote: template(evidence.quote) }
}

/** Where a claim stands: one range over the columns that say it, and its text. */
function compilePlace(
  claim: MappingClaim,
  at: number,
  fields: readonly number[],
  context: ClaimContext,
): ClaimParts['place'] {
  const columns =
    claim.at === undefined
      ? fields.map((field) => context.columnOf(field)).filter((column) => column >= 0)
      : claim.at.map((name, which) => placeOf(name, ['claims', at, 'at', which], context))
  const { sheet } = context.head
  if (columns.length === 0) {
    return ({ cells }) => ({ cells: null, quote: cells.join('\t'), sheet })
  }
  const [first, last] = [Math.min(...columns), Math.max(...columns)]
  const [from, to] = [lettersOf(first), lettersOf(last)]
  if (first === last) {
    return ({ row, cells }) => ({ cells: `${from}${row}`, quote: cells[first] ?? '', sheet })
  }
  return ({ row, cells }) => ({
    cells: `${from}${row}:${to}${row}`,
    quote: cells.slice(first, last + 1).join('\t'),
    sheet,
  })
}

function placeOf(name: string, path: PropertyKey[], context: ClaimContext): number {
  if (Object.hasOwn(context.mapping.fields, name)) {
    const column = context.columnOf(context.numberOf(name))
    return column >= 0 ? column : refuse(path, 'no-column')
  }
  const found = context.head.columns.find(({ title }) => titleKey(title) === titleKey(name))
  if (found === undefined) throw new Problem('column-missing', { column: name })
  return found.index
}
