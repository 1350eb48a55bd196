/** An office whose people state things and decide which names are one: for tests alone. */
import { sql } from 'kysely'
import type { Uuid } from '../../base/index.ts'
import type { Store } from '../../store/index.ts'
import { type Actor, PUBLIC_LABEL, visible } from '../../trust/access/index.ts'
import { setDeskMode } from '../../trust/desk/index.ts'
import type { WriteContext } from '../../trust/gate/index.ts'
import { beginOffice, later } from '../../trust/people/office.case.ts'
import { type EvidenceRules, stateClaims, type Thing, thingId } from '../evidence/index.ts'
import type { Reading } from '../figures/index.ts'
import { readThing } from '../things/index.ts'

export const RULES: EvidenceRules = {
  searched: new Set(['name', 'shortName', 'formerName']),
  policy: { version: 1, classes: { typed: { batch: true, people: 1, words: { zh: '', en: '' } } } },
}

const LEXICON = {
  codeName: () => null,
  label: (property: string) => ({ zh: property, en: property }),
  maximumAgeMonths: () => null,
}

/** A tenant of its own, whose clock goes on by a second with each write. */
export class NamingOffice {
  readonly store: Store
  readonly actor: Actor
  readonly #context: (now: Date) => WriteContext
  #seconds = 0

  private constructor(store: Store, actor: Actor, context: (now: Date) => WriteContext) {
    this.store = store
    this.actor = actor
    this.#context = context
  }

  static async begin(
    store: Store,
    tenant: number,
    mode: 'one-person' | 'four-eyes' = 'one-person',
  ): Promise<NamingOffice> {
    const office = await beginOffice(store, tenant)
    const { actor } = await office.enter('office')
    const naming = new NamingOffice(store, actor, (now) => office.context(actor, { now }))
    if (mode === 'one-person') await setDeskMode(naming.at(), { mode, reason: '只有一人' })
    return naming
  }

  now(): Date {
    return later(this.#seconds * 1000)
  }

  /** A write a second later, of another actor where one is given. */
  at(actor: Actor = this.actor): WriteContext {
    this.#seconds += 1
    return { ...this.#context(this.now()), actor }
  }

  id(thing: Thing): Uuid {
    return thingId(this.actor.tenant, thing)
  }

  /** States values of a thing, or one relation to another. */
  say(
    subject: Thing,
    said: Readonly<Record<string, string>>,
    more: { readonly object?: Thing; readonly label?: number } = {},
  ): Promise<{ source: Uuid; claims: Uuid[] }> {
    const { object = null, label = PUBLIC_LABEL.id } = more
    return stateClaims(this.at(), RULES, {
      note: `登记 ${JSON.stringify(said)} ${subject.code} ${this.#seconds}`,
      facts: {
        ...{ title: '登记', publisher: '示例市', publishedOn: '2026-11-20', class: 'typed' },
        ...{ label, origin: null, synthetic: false },
      },
      claims: Object.entries(said).map(([property, text]) => ({
        ...{ subject, property, object, text: object === null ? text : null },
        ...{ quantity: null, validFrom: null, validTo: null },
      })),
      things: [],
    })
  }

  reading(known: Date = this.now(), actor: Actor = this.actor): Reading {
    const asOf = { known: known.toISOString(), valid: '2026-11-20' }
    return { db: this.store.read, visibility: visible(actor), asOf, lexicon: LEXICON }
  }

  /** What the page of a thing shows, but for the times at which decisions were recorded. */
  async page(thing: Thing, known?: Date) {
    const { id, name, names, values, edges, keys } = await readThing(
      this.reading(known),
      this.id(thing),
    )
    return { id, name, names, values, edges, keys }
  }

  /** How many values stand under a thing now. */
  async held(thing: Thing): Promise<number> {
    const { rows } = await sql<{ held: number }>`
      select count(*)::float8 as held from value
      where tenant = ${this.actor.tenant} and subject = ${this.id(thing)}
        and parted is null`.execute(this.store.read)
    return rows[0]?.held ?? 0
  }

  /** Every projected row, with the table that it stands in. */
  async rows(): Promise<string[]> {
    const all: string[] = []
    for (const table of ['entity', 'edge', 'value', 'term']) {
      const { rows } = await sql<{ row: string }>`
        select ${sql.lit(table)} || to_jsonb(f)::text as row from ${sql.table(table)} f
        where tenant = ${this.actor.tenant}`.execute(this.store.read)
      all.push(...rows.map(({ row }) => row))
    }
    return all.sort()
  }
}
