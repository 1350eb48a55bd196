import { z } from 'zod'
import { Problem } from '../../base/index.ts'
import type { PortableFact, PortableGraph, PortableThing } from './model.ts'
import { sayings } from './tables.ts'

const words = z.strictObject({ zh: z.string(), en: z.string() })
const schema = z.strictObject({
  version: z.int().positive(),
  /** The schemata of FollowTheMoney that are used, with those of their properties that are used. */
  builtIn: z.record(
    z.string(),
    z.strictObject({ extends: z.array(z.string()), properties: z.array(z.string()) }),
  ),
  /** Our own, which a reader of FollowTheMoney adds to the model. */
  schemata: z.record(
    z.string(),
    z.strictObject({
      extends: z.array(z.string()),
      label: words,
      edge: z.strictObject({ source: z.string(), target: z.string() }).optional(),
      properties: z.array(z.string()),
    }),
  ),
  /** The schema of each kind of thing; a kind that is not named becomes a ChainObject. */
  kinds: z.record(z.string(), z.string()),
  /** Properties of the vocabulary that FollowTheMoney has a place of its own for. */
  properties: z.record(z.string(), z.string()),
})

/** How the graph is said in FollowTheMoney. Data of a pack. */
export type MoneySchema = z.infer<typeof schema>

/** One entity of FollowTheMoney: every property is a list of texts. */
export interface MoneyEntity {
  readonly id: string
  readonly schema: string
  readonly properties: Readonly<Record<string, readonly string[]>>
}

/** Reads the extension from its pack. Problem: `pack-invalid`. */
export function parseMoneySchema(content: unknown): MoneySchema {
  const parsed = schema.safeParse(content)
  if (parsed.success) return parsed.data
  const reason = parsed.error.message
  throw new Problem('pack-invalid', { pack: 'ftm-extension', file: 'schema.json', reason })
}

/** All properties that an entity of a schema may carry, inherited ones included. */
export function propertiesOfSchema(money: MoneySchema, name: string): Set<string> {
  const found = money.builtIn[name] ?? money.schemata[name]
  if (found === undefined) return new Set()
  const inherited = found.extends.flatMap((parent) => [...propertiesOfSchema(money, parent)])
  return new Set([...inherited, ...found.properties])
}

/** The export as entities, one JSON document a line. */
export function moneyLines(graph: PortableGraph, money: MoneySchema): string {
  const entities = [
    aboutEntity(graph),
    ...thingEntities(graph, money),
    ...graph.facts.map(factEntity),
  ]
  return entities.map((entity) => `${JSON.stringify(entity)}\n`).join('')
}

/** Members that say something, as the lists that FollowTheMoney wants. */
function listed(
  members: Readonly<Record<string, string | readonly string[] | null>>,
): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(members).flatMap(([name, value]) => {
      const list = (typeof value === 'string' ? [value] : (value ?? [])).filter((one) => one !== '')
      return list.length === 0 ? [] : [[name, list]]
    }),
  )
}

function aboutEntity(graph: PortableGraph): MoneyEntity {
  const notes = sayings(graph).flatMap(({ zh, en }) => [zh, en])
  const { title: name, office, audience, asOf } = graph
  const properties = listed({ name, office, audience, ...asOf, notes })
  return { id: 'lianshu-export', schema: 'ChainExport', properties }
}

function thingEntities(graph: PortableGraph, money: MoneySchema): MoneyEntity[] {
  const facts = new Map<string, PortableFact[]>()
  for (const fact of graph.facts) {
    if (fact.object !== null || !Object.hasOwn(money.properties, fact.property)) continue
    const known = facts.get(fact.subject.id)
    if (known === undefined) facts.set(fact.subject.id, [fact])
    else known.push(fact)
  }
  return graph.things.map((thing) => thingEntity(thing, facts.get(thing.id) ?? [], money))
}

function thingEntity(
  thing: PortableThing,
  facts: readonly PortableFact[],
  money: MoneySchema,
): MoneyEntity {
  const name = money.kinds[thing.kind] ?? 'ChainObject'
  const allowed = propertiesOfSchema(money, name)
  const own: Record<string, string[]> = {}
  for (const { property, printed } of facts) {
    const place = money.properties[property] ?? ''
    own[place] = [...new Set([...(own[place] ?? []), printed])]
  }
  const all = listed({ name: thing.name, ...keyOf(thing), kind: thing.kind, ...own })
  const properties = Object.fromEntries(Object.entries(all).filter(([each]) => allowed.has(each)))
  return { id: thing.id, schema: name, properties }
}

function keyOf({ scheme, code }: PortableThing): Record<string, string> {
  return scheme === 'credit-code' ? { registrationNumber: code, scheme, code } : { scheme, code }
}

function factEntity(fact: PortableFact): MoneyEntity {
  const { claim: id, object, subject, property, source, locator } = fact
  const { sheet, page, row, cells, start, end } = locator
  const span = start === null ? '' : `${start}-${end}`
  const place = [sheet, page === null ? '' : `p. ${page}`, cells ?? row ?? '', span]
  const said = {
    ...{ subject: subject.id, printed: fact.printed, operator: fact.operator, unit: fact.unit },
    ...{ number: fact.number, low: fact.low, high: fact.high },
    ...{
      startDate: fact.validFrom,
      endDate: fact.validTo,
      summary: fact.quote,
      recordId: source.id,
    },
    ...{ description: source.title, publisher: source.publisher },
    sourceUrl: /^https?:/u.test(source.origin ?? '') ? source.origin : null,
    place: place.filter((part) => part !== null && part !== '').join(' '),
    synthetic: String(source.synthetic),
  }
  return object === null
    ? { id, schema: 'ChainFact', properties: listed({ ...said, property }) }
    : {
        id,
        schema: 'ChainLink',
        properties: listed({ ...said, object: object.id, relation: property }),
      }
}
