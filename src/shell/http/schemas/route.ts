// The parts from which every route definition is put together.
import { z } from '@hono/zod-openapi'

/** RFC 9457 problem document, in the language of the user. */
export const ProblemDocument = z
  .object({
    type: z.string().openapi({ example: 'urn:lianshu:problem:not-found' }),
    title: z.string().openapi({ description: 'What happened.' }),
    status: z.int(),
    detail: z.string().openapi({ description: 'Why it happened.' }),
    next: z.string().openapi({ description: 'What can be done next.' }),
    code: z.string().openapi({ example: 'not-found' }),
    instance: z
      .string()
      .openapi({ description: 'The request id, which the notes of the server also carry.' }),
    fields: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .openapi({ description: 'For invalid-input: what is wrong, field by field.' }),
  })
  .openapi('Problem')

/** An answer whose body is JSON. */
export const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})

/** A request body of JSON. */
export const body = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true,
  content: { 'application/json': { schema } },
})

/** What every route may answer instead of its result. */
export const problems = {
  default: {
    description: 'A problem, said in the language of the user',
    content: { 'application/problem+json': { schema: ProblemDocument } },
  },
}

/** Header of every write: the same key with the same body is answered once and then replayed. */
export const WriteHeaders = z.object({
  'Idempotency-Key': z
    .string()
    .min(8)
    .max(180)
    .regex(/^[\x21-\x7e]+$/)
    .openapi({
      description: 'Chosen by the client, new for every intended write, kept when it tries again.',
    }),
})

/** Path parameter of one thing. */
export const byId = <Schema extends z.ZodType>(id: Schema) => z.object({ id })

/** Where a list goes on; opaque to the client. */
export const Cursor = z
  .string()
  .min(1)
  .max(1000)
  .openapi({ description: 'From `next` of the page before.' })

/** Query of a paged list. */
export const PageQuery = z.object({
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
})

/** One page of a list. */
export const page = <Schema extends z.ZodType>(item: Schema) =>
  z.object({ items: z.array(item), next: z.string().nullable() })
