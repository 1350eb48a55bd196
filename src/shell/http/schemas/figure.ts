// The small shapes that every noun shares: words in two languages, a figure that can be traced, a reference.
import { z } from '@hono/zod-openapi'

/** One sentence or name in both languages of the product. */
export const Words = z
  .object({ zh: z.string(), en: z.string() })
  .openapi('Words', { description: 'The same text in Chinese and in English.' })

/** UUID in lower-case canonical text. */
export const Id = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)
  .openapi({ format: 'uuid', example: '0198c6de-4f2b-8aaa-9b1e-6c0de2f7a111' })

/** A calendar day, `yyyy-mm-dd`. */
export const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .openapi({ format: 'date', example: '2026-11-20' })

/** A moment in UTC, ISO 8601. */
export const Moment = z
  .string()
  .openapi({ format: 'date-time', example: '2026-11-20T09:24:00.000Z' })

/** The id under which `GET /api/figures/{id}` explains a figure. */
export const FigureId = z
  .string()
  .min(3)
  .max(2000)
  .regex(/^(c|d|q)\.[A-Za-z0-9_.-]+$/)
  .openapi({
    description:
      'c.<claim>: read from a span of a source; d.<derivation>: computed and stored; q.<algorithm>.<parameters>: computed again on demand.',
  })

/** A number or text on a screen that resolves to its evidence. */
export const Figure = z
  .object({
    id: FigureId,
    text: z
      .string()
      .openapi({ description: 'As printed in the source, or formatted when computed.' }),
    kind: z.enum(['read', 'computed']),
    synthetic: z.boolean(),
    stale: z.boolean(),
    operator: z.enum(['=', '>', '>=', '<', '<=', '~']),
    number: z.string().nullable().openapi({ description: 'Decimal text in the base unit.' }),
    low: z.string().nullable(),
    high: z.string().nullable(),
    unit: z.string(),
    period: z.string().nullable(),
  })
  .openapi('Figure')

/** A thing by its id, kind and display name. */
export const ThingRef = z.object({ id: Id, kind: z.string(), name: z.string() }).openapi('ThingRef')

/** An organisation by its id and name. */
export const Named = z.object({ id: Id, name: z.string() }).openapi('Named')

/** A source as it is cited beside a figure. */
export const SourceRef = z.object({ id: Id, title: z.string() }).openapi('SourceRef')

/** The two axes on which the graph may be asked: as known on a day, as it was on a day. */
export const AsOf = z.object({
  known: Day.optional().openapi({ description: 'As known at the end of this day (UTC).' }),
  valid: Day.optional().openapi({ description: 'As it was on this day.' }),
})
