// Where a list goes on: any small value as opaque text.
import type { z } from '@hono/zod-openapi'
import { Problem } from '../../../base/index.ts'
import { NUL_IN_JSON } from './limits.ts'

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
    const text = Buffer.from(cursor, 'base64url').toString('utf8')
    if (NUL_IN_JSON.test(text)) throw new Error('a NUL character')
    return schema.parse(JSON.parse(text))
  } catch {
    const reason = '不是本系统给出的翻页标记'
    const reasonEn = 'not a cursor that a list has given'
    throw new Problem('invalid-input', { field: 'cursor', reason, reasonEn })
  }
}
