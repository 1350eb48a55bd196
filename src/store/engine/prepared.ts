import { createHash } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import pg from 'pg'

/** Stands before a statement that the server is to keep; a comment, so that any engine takes it. */
const MARK = '/* prepared */ '

/**
 * More names than this one process does not give: a server keeps each in every connection. A text
 * that comes later is planned anew each time, which is slow and never wrong.
 */
const NAMES_MAX = 400

const names = new Map<string, string>()

let generation = 0

/**
 * A statement that each connection prepares once and then only runs, for what nearly every request
 * asks: planning five joined tables costs the server several times their reading. Only for texts that
 * stay the same, and whose best plan does not hang on how much is asked: lists of any length go in
 * as one array, and who hands over thousands had better have them planned.
 */
export function prepared<Row>(statement: RawBuilder<Row>): RawBuilder<Row> {
  return sql<Row>`${sql.raw(MARK)}${statement}`
}

/** The name under which a server keeps this statement; null where it is not to be kept. */
export function preparedName(text: string): string | null {
  if (!text.startsWith(MARK)) return null
  const known = names.get(text)
  if (known !== undefined) return known
  if (names.size >= NAMES_MAX) return null
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 32)
  const name = `lianshu_${generation}_${hash}`
  names.set(text, name)
  return name
}

/**
 * Whether a server refused because the tables changed since it prepared the statement (SQLSTATE
 * feature_not_supported, said by RevalidateCachedQuery). All are prepared anew from then on.
 */
export function forgetPrepared(error: unknown): boolean {
  const isChanged =
    error instanceof pg.DatabaseError &&
    error.code === '0A000' &&
    error.routine === 'RevalidateCachedQuery'
  if (isChanged) {
    generation += 1
    names.clear()
  }
  return isChanged
}
