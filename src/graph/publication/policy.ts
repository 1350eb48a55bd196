import { z } from 'zod'
import { LABEL_LEVELS } from '../../trust/access/index.ts'
import { policyInvalid } from './words.ts'

/** Whom an export is for; the policy says what each of them may read. */
export const AUDIENCES = ['public', 'internal'] as const
export type Audience = (typeof AUDIENCES)[number]

const audience = z.strictObject({
  /** Levels of label that may go out to this audience. */
  levels: z.array(z.enum(LABEL_LEVELS)).min(1),
  words: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
})

const isPattern = (text: string): boolean => {
  try {
    return new RegExp(text, 'u').source !== ''
  } catch {
    return false
  }
}

const policySchema = z.strictObject({
  version: z.int().positive(),
  audiences: z.strictObject({ public: audience, internal: audience }),
  /** Properties by which a thing is called, beside its name. */
  names: z.array(z.string()),
  /** Relations that make a firm abroad the partner of one at home, and from whom it is hidden. */
  partners: z.strictObject({
    edges: z.array(z.string()).min(1),
    audiences: z.array(z.enum(AUDIENCES)),
  }),
  /** Things that are persons, properties and forms of text that speak of them, and from whom. */
  personal: z.strictObject({
    kinds: z.array(z.string()),
    properties: z.array(z.string()),
    patterns: z.array(z.string().max(400).refine(isPattern)),
    audiences: z.array(z.enum(AUDIENCES)),
  }),
})

/** What must not leave the house, for each audience. Data of a pack, never code. */
export type PublicationPolicy = z.infer<typeof policySchema>

/** Reads a publication policy from a pack. Problem: `pack-invalid`. */
export function parsePublicationPolicy(content: unknown): PublicationPolicy {
  const parsed = policySchema.safeParse(content)
  if (!parsed.success) throw policyInvalid(parsed.error.message)
  return parsed.data
}
