import { z } from 'zod'

/** Rooms of a mapping: far more than a person writes, far less than a machine is troubled by. */
export const ITEMS_LIMIT = 300
const STEPS_LIMIT = 20
const TEXT_LIMIT = 2_000
export const LOOKUP_LIMIT = 100_000

const text = z.string().min(1).max(TEXT_LIMIT)
const cellText = z.string().max(TEXT_LIMIT)
const words = z.strictObject({ zh: text, en: text })
const name = z.string().regex(/^[A-Za-z][A-Za-z0-9_]*$/)
const isoDay = z.iso.date()
const decimalText = z.string().regex(/^-?\d+(\.\d+)?$/)
const texts = z.array(cellText).min(1).max(ITEMS_LIMIT)

/** What becomes of a row, or of a cell: `hold-cell` takes the rest of the row. */
const verdict = z.enum(['refuse', 'hold', 'hold-cell'])

/**
 * A column by its title (several titles: the first that is there), or by its place; `row` is the
 * number of the row, for tables whose order means something.
 */
const column = z.union([
  text,
  z.array(text).min(1).max(20),
  z.strictObject({ index: z.int().min(0).max(16_383) }),
  z.strictObject({ row: z.literal(true) }),
])

/** One step of a field. Exactly one key; `parseMapping` sees to it. */
const step = z.strictObject({
  /** Blanks at the ends away; a line break within the cell closes up. */
  trim: z.literal(true).optional(),
  /** Full-width to half-width, radicals to characters. */
  fold: z.literal(true).optional(),
  /** A group of a match; a text that does not match is a fault. */
  part: z.strictObject({ pattern: text, group: z.int().min(0).max(20).optional() }).optional(),
  /** Texts that mean nothing, such as - or 无. */
  empty: texts.optional(),
  lookup: z
    .strictObject({ table: name, else: z.enum(['keep', 'empty', 'refuse', 'hold']).optional() })
    .optional(),
  /** A quantity: `unit` is the column's (万元), `times` brings a share of 0.57 to 57 per cent. */
  number: z
    .strictObject({
      unit: cellText.optional(),
      times: z
        .string()
        .regex(/^\d+(\.\d+)?$/)
        .optional(),
    })
    .optional(),
  date: z.literal(true).optional(),
  /** Several values in one cell; each claim that uses the field is made for each of them. */
  split: z.strictObject({ on: z.string().min(1).max(20) }).optional(),
  constant: text.optional(),
  prefix: text.optional(),
  pad: z
    .strictObject({ length: z.int().min(1).max(100), with: z.string().length(1).optional() })
    .optional(),
  case: z.strictObject({ to: z.enum(['upper', 'lower']) }).optional(),
})

const field = z.strictObject({
  column: column.optional(),
  /** The file may lack the column; the field is then empty. */
  optional: z.boolean().optional(),
  steps: z.array(step).max(STEPS_LIMIT).optional(),
  /** A row without it is refused. */
  required: z.boolean().optional(),
  /** When a step cannot read the cell; `hold` if left out, `refuse` for a required field. */
  else: verdict.optional(),
})

const condition = z.strictObject({
  field: name,
  is: cellText.optional(),
  in: texts.optional(),
  notIn: texts.optional(),
  startsWith: z.union([text, z.array(text).min(1).max(50)]).optional(),
  pattern: text.optional(),
  present: z.boolean().optional(),
})
const when = z.union([condition, z.array(condition).min(1).max(10)])

/** Demands on a value; an empty field meets all but `present`. */
const must = z.strictObject({
  present: z.literal(true).optional(),
  pattern: text.optional(),
  notPattern: text.optional(),
  in: texts.optional(),
  notIn: texts.optional(),
  min: decimalText.optional(),
  max: decimalText.optional(),
  notBefore: isoDay.optional(),
  notAfter: isoDay.optional(),
  maxLength: z.int().min(1).max(TEXT_LIMIT).optional(),
  check: z.enum(['credit-code', 'organisation-code', 'stock-code']).optional(),
  distinctFrom: z.strictObject({ field: name }).optional(),
})

const check = z.strictObject({
  field: name,
  when: when.optional(),
  must,
  else: verdict,
  reason: words,
})

const thing = z.strictObject({ kind: text, scheme: text, code: text })

/** What a row states. Texts may hold {field} places, and {row}, {sheet}, {file}. */
const claim = z.strictObject({
  subject: thing,
  property: text,
  object: thing.optional(),
  text: text.optional(),
  quantity: text.optional(),
  /** The cells that say it, by field or title; those of the value if left out. */
  at: z.array(text).min(1).max(50).optional(),
  when: when.optional(),
  validFrom: text.optional(),
  validTo: text.optional(),
})

const source = z.strictObject({
  class: z.enum(['authoritative-table', 'machine-read', 'typed-list', 'sample', 'template']),
  publisher: text,
  publishedOn: isoDay.optional(),
  label: z.enum(['public', 'internal', 'restricted', 'sensitive']).default('public'),
  synthetic: z.boolean().default(false),
  /** Citation or address. */
  origin: text.optional(),
})

const lookup = z.union([
  /** Rows of another file of the same bundle, by the titles of two columns. */
  z.strictObject({ file: text, key: text, value: text }),
  z.record(z.string().max(TEXT_LIMIT), z.string().max(TEXT_LIMIT)),
])

/** The shape of a mapping; what its parts say of each other is checked by `parseMapping`. */
export const mappingSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(100),
  version: z.int().min(1),
  title: words,
  source,
  match: z
    .strictObject({
      file: text.optional(),
      sheet: text.optional(),
      columns: z.array(text).max(ITEMS_LIMIT).optional(),
    })
    .default({}),
  /** Where the header stands; guessed if left out. `skip` counts rows of the sheet. */
  header: z
    .strictObject({ rows: z.int().min(0).max(10), skip: z.int().min(0).max(1_000) })
    .optional(),
  lookups: z.record(name, lookup).default({}),
  fields: z.record(name, field),
  checks: z.array(check).max(ITEMS_LIMIT).default([]),
  claims: z.array(claim).min(1).max(ITEMS_LIMIT),
  /** The row quotes another source: its file name, and the words that stand there. */
  evidence: z.strictObject({ document: text, quote: text }).optional(),
})

/** Files that belong together, in the order in which they are brought, each with its mapping. */
export const bundleSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(100),
  version: z.int().min(1),
  title: words,
  /** What may be done with the files; shown before they are imported. */
  licence: words,
  /** `mapping` is the name of a file beside the bundle. */
  files: z
    .array(z.strictObject({ file: text, mapping: text }))
    .min(1)
    .max(ITEMS_LIMIT),
})

export type Bundle = z.infer<typeof bundleSchema>
export type Mapping = z.infer<typeof mappingSchema>
/** A mapping as people and packs write it, with the defaults left out. */
export type MappingDraft = z.input<typeof mappingSchema>
export type MappingField = z.infer<typeof field>
export type MappingStep = z.infer<typeof step>
export type MappingCheck = z.infer<typeof check>
export type MappingClaim = z.infer<typeof claim>
export type MappingCondition = z.infer<typeof condition>
export type MappingColumn = z.infer<typeof column>
export type Verdict = z.infer<typeof verdict>
