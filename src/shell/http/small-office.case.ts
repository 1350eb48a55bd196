/** What a small office knows, stated on a note: things of one list, for tests of what leaves it. */
import { parseQuantity } from '../../base/index.ts'
import { stateClaims } from '../../graph/evidence/index.ts'
import type { Actor } from '../../trust/access/index.ts'
import type { OpenApp } from './open-app.case.ts'

export const thing = (kind: string, code: string, scheme = 'list:test') => ({ kind, scheme, code })
export const CHAIN = thing('chain', 'chain')
export const STAGE = thing('stage', 'stage')
export const firm = (code: string) => thing('firm', code)

export type Said = readonly [ReturnType<typeof thing>, string, string | ReturnType<typeof thing>]

/** States claims on one note, under one label. */
export async function state(
  open: OpenApp,
  note: string,
  label: number,
  actor: Actor,
  claims: readonly Said[],
) {
  const { store, random, now, rules } = open.installation
  const context = { store, actor, now: now(), random, key: null, dryRun: false }
  const facts = { title: '登记表', publisher: '示例市', publishedOn: '2026-01-05' }
  await stateClaims(context, rules, {
    note,
    facts: { ...facts, class: 'typed', label, origin: null, synthetic: false },
    claims: claims.map(([subject, property, said]) => {
      const quantity = typeof said === 'string' ? parseQuantity(said) : null
      return {
        ...{ subject, property, object: typeof said === 'string' ? null : said },
        text: typeof said === 'string' && quantity === null ? said : null,
        ...{ quantity, validFrom: null, validTo: null },
      }
    }),
    things: [],
  })
}

/** A firm of the stage, with what more is said of it. */
export const member = (code: string, name: string, ...more: Said[]): Said[] => [
  [firm(code), 'name', name],
  [firm(code), 'belongsToStage', STAGE],
  ...more,
]
