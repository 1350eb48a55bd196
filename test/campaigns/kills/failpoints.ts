/**
 * Points at which a process of a test ends itself by kill -9: before or after the nth statement of a
 * name, or at a moment. They stand in these tests alone: both engines are asked through one driver,
 * and only a process that is made to be killed has its driver told to look.
 */
import { writeSync } from 'node:fs'
import pg from 'pg'

export interface Failpoint {
  readonly when: 'before' | 'after'
  /** As `nameOf` calls it: `commit`, `insert claim`, `copy`. */
  readonly statement: string
  readonly nth: number
}

/** When to end: at a point, or so long after the work began. */
export type Ending = { readonly point: Failpoint } | { readonly afterMs: number }

type Query = (this: pg.Client, config: unknown, ...rest: unknown[]) => unknown

const prototype = pg.Client.prototype as unknown as { query: Query }
const ask = prototype.query

/** What a statement does, in two words; null for what changes nothing. */
export function nameOf(sql: string): string | null {
  const text = sql.trim().toLowerCase()
  const [first = ''] = /^\w+/.exec(text) ?? []
  if (/^(begin|start|commit|rollback)$/.test(first)) return first
  const written = /\b(insert into|update|delete from) "?([a-z_]+)"?/.exec(text)
  if (written !== null) return `${written[1]?.split(' ')[0]} ${written[2]}`
  if (/^(create|alter|drop|--|do|grant|revoke)/.test(text)) return 'define'
  return null
}

function textOf(config: unknown): string {
  if (typeof config === 'string') return config
  const { text } = config as { text?: unknown }
  return typeof text === 'string' ? text : 'copy'
}

/** Says one line that is out before the process ends, whatever becomes of it. */
export const say = (said: object): void => void writeSync(1, `${JSON.stringify(said)}\n`)

function die(at: string): void {
  say({ what: 'killed', at })
  process.kill(process.pid, 'SIGKILL')
}

export interface Watch {
  /** From here on statements count, and the moment begins. */
  arm(): void
  /** How often each was asked since. */
  readonly counts: ReadonlyMap<string, number>
}

/** Lets the driver look for an ending; `beforehand` may ask something on the same connection first. */
export function watch(
  ending: Ending | null,
  beforehand: (
    text: string,
    query: (sql: string) => Promise<pg.QueryResult>,
  ) => Promise<void> | null,
): Watch {
  const counts = new Map<string, number>()
  let isArmed = false
  const isDue = (when: Failpoint['when'], name: string | null): boolean => {
    if (!isArmed || ending === null || !('point' in ending) || name === null) return false
    const { point } = ending
    return point.when === when && point.statement === name && counts.get(name) === point.nth
  }
  prototype.query = function (this: pg.Client, config, ...rest) {
    const text = textOf(config)
    const name = text === 'copy' ? text : nameOf(text)
    if (isArmed && name !== null) counts.set(name, (counts.get(name) ?? 0) + 1)
    if (isDue('before', name)) die(`before ${name}`)
    const own = (sql: string) => ask.call(this, sql) as Promise<pg.QueryResult>
    const first = beforehand(text, own)
    if (first !== null) return first.then(() => ask.call(this, config, ...rest))
    const asked = ask.call(this, config, ...rest)
    if (isDue('after', name) && asked instanceof Promise) {
      return asked.then((result: unknown) => {
        die(`after ${name}`)
        return result
      })
    }
    return asked
  }
  return {
    counts,
    arm: () => {
      isArmed = true
      if (ending === null || !('afterMs' in ending)) return
      setTimeout(() => die('a moment'), ending.afterMs)
    },
  }
}
