// Where a list goes on: any small value as opaque text.
import type { z } from '@hono/zod-openapi'
import { Problem } from '../../../base/index.ts'

/** The cursor that stands for a value. */
export function toCursor(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

/** The value that a cursor stands for; null without one. Problem: `invalid-input`. */
export function fromCursor<Schema extends z.ZodType>(
  cursor: string | undefined,
  schema: Schema,
): z.infer<Schema> | null {
  if (cursor === undefined) return null
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
  } catch {
    const reason = '不是本系统给出的翻页标记'
    const reasonEn = 'not a cursor that a list has given'
    throw new Problem('invalid-input', { field: 'cursor', reason, reasonEn })
  }
}
