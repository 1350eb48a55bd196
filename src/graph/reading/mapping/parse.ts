import { z } from 'zod'
import { fillText, Problem, plainIssue } from '../../../base/index.ts'
import { checkPattern } from './pattern.ts'
import {
  type Bundle,
  bundleSchema,
  ITEMS_LIMIT,
  LOOKUP_LIMIT,
  type Mapping,
  type MappingCheck,
  type MappingClaim,
  type MappingCondition,
  type MappingField,
  type MappingStep,
  mappingSchema,
} from './schema.ts'
import { FAULTS, type MappingFault } from './words.ts'

/**
 * Reads a mapping out of parsed JSON: its shape, then what its parts say of each other. Throws
 * `mapping-invalid` with the path of the first fault.
 */
export function parseMapping(content: unknown): Mapping {
  const parsed = mappingSchema.safeParse(content)
  if (!parsed.success) throw shapeProblem(mappingSchema, content)
  new MappingReader(parsed.data).check()
  return parsed.data
}

/** Reads a bundle out of parsed JSON. Throws `mapping-invalid`. */
export function parseBundle(content: unknown): Bundle {
  const parsed = bundleSchema.safeParse(content)
  if (!parsed.success) throw shapeProblem(bundleSchema, content)
  return parsed.data
}

/** zod speaks both languages, but one at a time. */
function shapeProblem(schema: z.ZodType, content: unknown): Problem {
  const say = (locale: { localeError: z.core.$ZodErrorMap }): z.core.$ZodIssue | undefined =>
    schema.safeParse(content, { error: locale.localeError }).error?.issues.map(deepest)[0]
  const [zh, en] = [say(z.locales.zhCN()), say(z.locales.en())]
  const path = zh === undefined ? '' : pathText(zh.path)
  return new Problem('mapping-invalid', {
    path,
    reason: plainIssue(zh?.message ?? ''),
    reasonEn: plainIssue(en?.message ?? ''),
  })
}

/** Of a union, the branch that came furthest says most. */
function deepest(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  const branches = issue.code === 'invalid_union' ? issue.errors.flat().map(deepest) : []
  const [longest] = branches.sort((a, b) => b.path.length - a.path.length)
  if (longest === undefined || longest.path.length === 0) return issue
  return { ...longest, path: [...issue.path, ...longest.path] }
}

type Path = readonly PropertyKey[]

const pathText = (path: Path): string => path.map(String).join('.')

/** Names that a template may use beside the fields; a field of that name goes before. */
export const BUILT_IN_NAMES: readonly string[] = ['row', 'sheet', 'file']

/** Names in braces of a template. */
export function placesOf(template: string): string[] {
  return [...template.matchAll(/\{([^{}]*)\}/g)].map(([, place]) => place as string)
}

/** The one key of a step, which says what it does. */
export function stepKey(step: MappingStep): keyof MappingStep {
  return Object.keys(step)[0] as keyof MappingStep
}

export const isSplit = (field: MappingField): boolean =>
  (field.steps ?? []).some((step) => step.split !== undefined)

export const isNumber = (field: MappingField): boolean =>
  (field.steps ?? []).some((step) => step.number !== undefined)

/** Checks what the shape cannot say: names that lead somewhere, steps in order, safe patterns. */
class MappingReader {
  readonly #mapping: Mapping
  readonly #fields: ReadonlyMap<string, MappingField>

  constructor(mapping: Mapping) {
    this.#mapping = mapping
    this.#fields = new Map(Object.entries(mapping.fields))
  }

  check(): void {
    const { match, lookups, checks, claims, evidence } = this.#mapping
    if (this.#fields.size > ITEMS_LIMIT) refuse(['fields'], 'too-many', { count: ITEMS_LIMIT })
    for (const [name, lookup] of Object.entries(lookups)) {
      const count = LOOKUP_LIMIT
      if (Object.keys(lookup).length > count) refuse(['lookups', name], 'too-many', { count })
    }
    for (const key of ['file', 'sheet'] as const) {
      if (match[key] !== undefined) this.#pattern(match[key], ['match', key])
    }
    for (const [name, field] of this.#fields) this.#field(field, ['fields', name])
    for (const [at, check] of checks.entries()) this.#check(check, ['checks', at])
    for (const [at, claim] of claims.entries()) this.#claim(claim, ['claims', at])
    if (evidence !== undefined) {
      this.#template(evidence.document, ['evidence', 'document'])
      this.#template(evidence.quote, ['evidence', 'quote'])
    }
  }

  #field(field: MappingField, path: Path): void {
    const steps = field.steps ?? []
    if (field.column === undefined && steps[0]?.constant === undefined) refuse(path, 'no-column')
    for (const [at, step] of steps.entries()) this.#step(step, [...path, 'steps', at])
    const ends = steps.findIndex((step) => step.number !== undefined || step.date !== undefined)
    if (ends >= 0 && ends !== steps.length - 1) refuse([...path, 'steps', ends], 'number-last')
    if (isSplit(field) && isNumber(field)) refuse(path, 'number-last')
  }

  #step(step: MappingStep, path: Path): void {
    const keys = Object.keys(step)
    if (keys.length !== 1) refuse(path, 'one-key', { count: keys.length })
    if (step.part !== undefined) {
      this.#pattern(step.part.pattern, [...path, 'part', 'pattern'], step.part.group)
    }
  }

  #check(check: MappingCheck, path: Path): void {
    const field = this.#known(check.field, [...path, 'field'])
    if (isSplit(field)) refuse([...path, 'field'], 'split-check')
    this.#conditions(check.when, [...path, 'when'])
    const { must } = check
    if (Object.keys(must).length === 0) refuse([...path, 'must'], 'any-key')
    if (must.pattern !== undefined) this.#pattern(must.pattern, [...path, 'must', 'pattern'])
    if (must.notPattern !== undefined) {
      this.#pattern(must.notPattern, [...path, 'must', 'notPattern'])
    }
    if (must.distinctFrom !== undefined) {
      this.#known(must.distinctFrom.field, [...path, 'must', 'distinctFrom', 'field'])
    }
    if ((must.min ?? must.max) !== undefined && !isNumber(field)) {
      refuse([...path, 'must'], 'not-number', { name: check.field })
    }
  }

  #claim(claim: MappingClaim, path: Path): void {
    const { subject, object, text, quantity, validFrom, validTo } = claim
    const values = [object, text, quantity].filter((value) => value !== undefined).length
    if (values === 0 || (text !== undefined && values > 1)) refuse(path, 'one-value')
    const templates = [
      ...Object.entries(subject).map(([key, value]) => ['subject', key, value] as const),
      ...Object.entries(object ?? {}).map(([key, value]) => ['object', key, value] as const),
    ]
    const used = templates.flatMap(([part, key, value]) =>
      this.#template(value, [...path, part, key]),
    )
    for (const [key, value] of Object.entries({ text, quantity, validFrom, validTo })) {
      if (value !== undefined) used.push(...this.#template(value, [...path, key]))
    }
    const lists = new Set(used.filter((name) => this.#isSplitField(name)))
    if (lists.size > 1) refuse(path, 'two-lists')
    if (quantity !== undefined) this.#quantity(quantity, [...path, 'quantity'])
    this.#conditions(claim.when, [...path, 'when'])
  }

  #isSplitField(name: string): boolean {
    const field = this.#fields.get(name)
    return field !== undefined && isSplit(field)
  }

  #quantity(template: string, path: Path): void {
    const name = /^\{([^{}]+)\}$/.exec(template)?.[1] ?? template
    const field = this.#fields.get(name)
    if (field === undefined || !isNumber(field)) refuse(path, 'not-number', { name })
  }

  #conditions(when: MappingCheck['when'], path: Path): void {
    if (when === undefined) return
    const conditions: readonly MappingCondition[] = Array.isArray(when) ? when : [when]
    conditions.forEach((condition, at) => {
      const here = Array.isArray(when) ? [...path, at] : path
      const field = this.#known(condition.field, [...here, 'field'])
      if (isSplit(field)) refuse([...here, 'field'], 'split-check')
      const demands = Object.keys(condition).length - 1
      if (demands !== 1) refuse(here, 'one-key', { count: demands })
      if (condition.pattern !== undefined) this.#pattern(condition.pattern, [...here, 'pattern'])
    })
  }

  #template(template: string, path: Path): string[] {
    const places = placesOf(template)
    for (const place of places) if (!BUILT_IN_NAMES.includes(place)) this.#known(place, path)
    return places
  }

  #known(name: string, path: Path): MappingField {
    const field = this.#fields.get(name)
    return field ?? refuse(path, 'field-unknown', { name })
  }

  #pattern(source: string, path: Path, group = 0): void {
    const checked = checkPattern(source)
    if (!checked.ok) refuse(path, checked.fault, { text: checked.text })
    const groups = (new RegExp(`${source}|`, 'u').exec('')?.length ?? 1) - 1
    if (group > groups) refuse(path, 'group-missing', { count: group })
  }
}

/** Throws `mapping-invalid` at a path. */
export function refuse(
  path: Path,
  fault: MappingFault,
  details: Readonly<Record<string, string | number>> = {},
): never {
  throw new Problem('mapping-invalid', {
    path: pathText(path),
    reason: fillText(FAULTS[fault].zh, details),
    reasonEn: fillText(FAULTS[fault].en, details),
  })
}
