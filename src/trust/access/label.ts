import assert from 'node:assert'
import { stableCompare, type Uuid } from '../../base/index.ts'
import type { Permission } from './permission.ts'

/** From open to closed; the order is the meaning. */
export const LABEL_LEVELS = ['public', 'internal', 'restricted', 'sensitive'] as const
export type LabelLevel = (typeof LABEL_LEVELS)[number]

/**
 * Who may see a thing. Public: every signed-in person of the tenant. Internal: whoever holds
 * read-internal. Restricted: persons of the named organisations, and whoever holds read-restricted.
 * Sensitive: persons of the named organisations who also hold read-sensitive.
 */
export interface LabelShape {
  readonly level: LabelLevel
  /**
   * Also asks for read-internal. Always so at level internal and never at public; above, it marks
   * what was derived from internal material too, which the named firms themselves may not see.
   */
  readonly internal: boolean
  /** The named organisations, in code-point order; empty at public and internal. */
  readonly organisations: readonly Uuid[]
}

export interface Label extends LabelShape {
  /** Small and counted within the tenant, so that a row carries two bytes. */
  readonly id: number
}

/** The same two ids in every tenant; all others are made when first needed. */
export const PUBLIC_LABEL: Label = { id: 1, level: 'public', internal: false, organisations: [] }
export const INTERNAL_LABEL: Label = { id: 2, level: 'internal', internal: true, organisations: [] }

/** What labels look at in a person. */
export interface Reader {
  readonly organisation: Uuid
  readonly permissions: ReadonlySet<Permission>
}

export function maySee(reader: Reader, label: LabelShape): boolean {
  if (label.internal && !reader.permissions.has('read-internal')) return false
  const isNamed = label.organisations.includes(reader.organisation)
  switch (label.level) {
    case 'public':
    case 'internal':
      return true
    case 'restricted':
      return isNamed || reader.permissions.has('read-restricted')
    case 'sensitive':
      return isNamed && reader.permissions.has('read-sensitive')
  }
}

/** The ids of those labels that a reader may see, ascending. */
export function labelsOf(reader: Reader, labels: readonly Label[]): number[] {
  return labels
    .filter((label) => maySee(reader, label))
    .map((label) => label.id)
    .sort((left, right) => left - right)
}

/** A reader and the labels seen, with one more that was made since they were loaded, if it is seen. */
export function seeing<Seer extends Reader & { readonly labels: readonly number[] }>(
  seer: Seer,
  label: Label,
): Seer {
  const isNew = maySee(seer, label) && !seer.labels.includes(label.id)
  if (!isNew) return seer
  return { ...seer, labels: [...seer.labels, label.id].sort((left, right) => left - right) }
}

/** A label as it is stored: organisations once each and in order, nobody named where nobody counts. */
export function labelShape(level: LabelLevel, organisations: readonly Uuid[] = []): LabelShape {
  if (level === 'public') return shapeOf(PUBLIC_LABEL)
  if (level === 'internal') return shapeOf(INTERNAL_LABEL)
  return { level, internal: false, organisations: [...new Set(organisations)].sort(stableCompare) }
}

/**
 * The label of a value derived from values of these labels: whoever sees it may see each of them.
 * Named organisations are intersected, since a sum over two firms' private data is neither's own.
 */
export function strictest(labels: readonly LabelShape[]): LabelShape {
  assert(labels.length > 0, 'a value derived from nothing has no label')
  const rank = Math.max(...labels.map((label) => LABEL_LEVELS.indexOf(label.level)))
  const level = LABEL_LEVELS[rank] ?? 'sensitive'
  const naming = labels.filter((label) => LABEL_LEVELS.indexOf(label.level) >= NAMING_RANK)
  const [first, ...others] = naming.map((label) => label.organisations)
  const organisations = (first ?? []).filter((one) => others.every((list) => list.includes(one)))
  return { ...labelShape(level, organisations), internal: labels.some((label) => label.internal) }
}

/** Whether a read is written down: what a firm or a few entrusted to us, not what the office itself made. */
export function isAudited(labelId: number): boolean {
  return labelId !== PUBLIC_LABEL.id && labelId !== INTERNAL_LABEL.id
}

const NAMING_RANK = LABEL_LEVELS.indexOf('restricted')

const shapeOf = ({ level, internal, organisations }: Label): LabelShape => ({
  level,
  internal,
  organisations,
})
