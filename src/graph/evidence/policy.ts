import { z } from 'zod'
import { policyInvalid } from './words.ts'

const policySchema = z.strictObject({
  version: z.number().int().positive(),
  classes: z.record(
    z.string(),
    z.strictObject({
      batch: z.boolean(),
      people: z.number().int().min(1).max(2),
      words: z.strictObject({ zh: z.string(), en: z.string() }),
    }),
  ),
})

/** How claims of each class of source are published. Data of a pack, never code. */
export type PublishingPolicy = z.infer<typeof policySchema>

/** Reads a publishing policy from a pack. Problem: `pack-invalid`. */
export function parsePublishingPolicy(content: unknown): PublishingPolicy {
  const parsed = policySchema.safeParse(content)
  if (!parsed.success) {
    throw policyInvalid(parsed.error.message)
  }
  return parsed.data
}

/** May one decision publish a whole batch of a source of this class? Unknown classes may not. */
export function mayPublishBatch(policy: PublishingPolicy, sourceClass: string): boolean {
  return policy.classes[sourceClass]?.batch === true
}

/** The name under which a decision records the policy that it followed. */
export function policyName(policy: PublishingPolicy, sourceClass: string): string {
  return `${sourceClass}@${policy.version}`
}
