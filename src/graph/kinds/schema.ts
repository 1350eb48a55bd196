import { z } from 'zod'

const words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
const id = z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'an id is one camelCase word')
const schemeId = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'a scheme is kebab-case')
/** Titles under which tables usually carry it; a proposal for a mapping starts from them. */
const columns = z.array(z.string().min(1)).default([])

const kindSchema = z.strictObject({
  id,
  words,
  /** Schemes whose codes may name a thing of this kind. */
  keys: z.array(schemeId).min(1),
  properties: z.array(id).min(1),
  /**
   * How far a name without a code is one thing: within one table, within its chain, or in the whole
   * office. A chain is what the office calls by that name, and its stages are named within it; the
   * name of a firm alone proves nothing.
   */
  namesHold: z.enum(['table', 'chain', 'office']).default('table'),
  columns,
})

const edgeSchema = z.strictObject({
  id,
  words,
  /** Read from the other end: makes, is made by. */
  reverse: words,
  from: z.array(id).min(1),
  to: z.array(id).min(1),
  /** What a number on the edge would mean, and its unit when only one makes sense. */
  quantity: z.strictObject({ unit: z.string().optional(), words }).optional(),
  columns,
})

const choiceSchema = z.strictObject({
  id: z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/, 'a choice is one word, as SSE or chiNext'),
  words,
  /** Other ways in which tables write it. */
  spellings: z.array(z.string().min(1)).default([]),
})

const propertySchema = z
  .strictObject({
    id,
    words,
    value: z.enum(['text', 'quantity', 'date', 'code', 'choice']),
    /** Unit of a quantity when only one makes sense; '' is a bare number. */
    unit: z.string().optional(),
    scheme: schemeId.optional(),
    choices: z.array(choiceSchema).min(1).optional(),
    /** Names that search finds the thing by. */
    searched: z.boolean().default(false),
    /** Months after which the fact counts as stale; absent: it does not age. */
    maximumAgeMonths: z.int().positive().optional(),
    /** The role that keeps facts of this kind fresh. */
    owner: id,
    columns,
  })
  .refine((property) => (property.value === 'code') === (property.scheme !== undefined), {
    message: 'a code names its scheme, and nothing else has one',
  })
  .refine((property) => (property.value === 'choice') === (property.choices !== undefined), {
    message: 'a choice lists its choices, and nothing else has them',
  })
  .refine((property) => property.value === 'quantity' || property.unit === undefined, {
    message: 'only a quantity has a unit',
  })

const schemeSchema = z.strictObject({
  id: schemeId,
  words,
  /** The standard or the body that gives the codes out. */
  source: z.string().min(1),
  check: z.enum(['credit-code', 'organisation-code', 'stock-code']).optional(),
  /** Whole code, as a regular expression. */
  pattern: z.string().optional(),
  /** Files below the pack's `codes` folder that list the codes. */
  codes: z.array(z.string()).default([]),
  /** Each list or table has its own: `list:materials-2021`. Without the name, lists would mix. */
  named: z.boolean().default(false),
})

/** One file of a pack's vocabulary says one of these four things. */
export const vocabularyFileSchema = z.union([
  z.strictObject({ kind: kindSchema }),
  z.strictObject({ edge: edgeSchema }),
  z.strictObject({ properties: z.array(propertySchema).min(1) }),
  z.strictObject({ schemes: z.array(schemeSchema).min(1) }),
])

export const packSchema = z.strictObject({
  id: schemeId,
  version: z.int().positive(),
  words,
  /** SPDX expression. */
  licence: z.string().min(1),
  /** Invented data wear a mark on every screen and in every export. */
  synthetic: z.boolean(),
  /** Packs that must be loaded before. */
  requires: z.array(schemeId),
})

/** A sort of thing: firm, stage, product … */
export type Kind = z.infer<typeof kindSchema>
/** A sort of link between two things, with its reading from both ends. */
export type EdgeKind = z.infer<typeof edgeSchema>
/** Something a source may say of one thing. */
export type Property = z.infer<typeof propertySchema>
export type Choice = z.infer<typeof choiceSchema>
/** A way of giving codes; a code means nothing without it. */
export type Scheme = z.infer<typeof schemeSchema>
export type Pack = z.infer<typeof packSchema>
