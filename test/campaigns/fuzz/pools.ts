/** What really exists on the server that is asked: ids and other names, by kind, as answers told them. */
import { kindOfField, kindOfPath, type Route } from './document.ts'

/** Stands in a case for something that exists when the case is asked. */
export class Pick {
  readonly kind: string
  /** From 0 to 1, 1 excluded: which of them. */
  readonly at: number

  constructor(kind: string, at: number) {
    this.kind = kind
    this.at = at
  }
}

/** So many are remembered of a kind: the oldest, which stay, and the newest. */
const OLDEST_KEPT = 60
const NEWEST_KEPT = 60

export class Pools {
  readonly #kept = new Map<string, string[]>()
  /** Ids by which the campaign itself acts: they are looked at, and never written to. */
  readonly acting = new Set<string>()

  add(kind: string, value: string): void {
    const kept = this.#kept.get(kind) ?? []
    this.#kept.set(kind, kept)
    if (kept.includes(value)) return
    kept.push(value)
    if (kept.length > OLDEST_KEPT + NEWEST_KEPT) kept.splice(OLDEST_KEPT, 1)
  }

  /** One of a kind; where there is none, an id of nothing. */
  one({ kind, at }: Pick, isWrite: boolean): string {
    const kept = this.#kept.get(kind) ?? []
    const free = isWrite ? kept.filter((each) => !this.acting.has(each)) : kept
    return free[Math.floor(at * free.length)] ?? '00000000-0000-8000-8000-000000000000'
  }

  /** Puts what exists in place of each pick. */
  settle(value: unknown, isWrite: boolean): unknown {
    if (value instanceof Pick) return this.one(value, isWrite)
    if (Array.isArray(value)) return value.map((each) => this.settle(each, isWrite))
    if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return value
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [name, this.settle(each, isWrite)]),
    )
  }

  /** Takes up what a good answer of a route tells. */
  learn({ path }: Route, answer: unknown): void {
    this.#learn(answer, kindOfPath(path), path)
  }

  #learn(value: unknown, kind: string, path: string): void {
    if (Array.isArray(value)) {
      for (const each of value.slice(0, 20)) this.#learnOne(each, kind, path)
      return
    }
    if (value === null || typeof value !== 'object') return
    for (const [name, each] of Object.entries(value)) {
      if (name === 'next' && typeof each === 'string') this.add(`cursor ${path}`, each)
      else if (name === 'note' && typeof each === 'string') this.add('note', each)
      else this.#learnOne(each, name === 'id' ? kind : (kindOfField(name) ?? kind), path)
    }
  }

  #learnOne(value: unknown, kind: string, path: string): void {
    if (typeof value !== 'string') this.#learn(value, kind, path)
    else if (/^[cdq]\.[\w.-]+$/.test(value)) this.add('figure', value)
    else if (/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value)) this.add(kind, value)
  }
}
