/** How what is said of a thing is drawn together for its page. Pure. */
import {
  type Language,
  type SourceRef,
  type ThingEdges,
  type ThingRef,
  type ThingView,
  withQuery,
} from '../../api/index.ts'
import type { ThingSearch } from './search.ts'

/** Relations shown of a group before it is opened. */
export const EDGES_SHOWN = 12

/** The address on which a thing is shown, as of the days of the page one comes from. */
export function thingHref({ id, kind }: ThingRef, { known, valid }: ThingSearch): string {
  if (kind === 'chain') return `/chains/${id}`
  return withQuery(kind === 'firm' ? `/firms/${id}` : `/things/${id}`, { known, valid })
}

/** The map of a chain with a stage open, on the day of the page one comes from. */
export function mapHref(chain: string, stage: string | null, search: ThingSearch): string {
  const { known, valid } = search
  const axis = known === undefined && valid !== undefined ? 'valid' : undefined
  return withQuery(`/chains/${chain}`, { axis, day: known ?? valid, stage })
}

/** Each source once, with how many of the statements on the page rest on it, names among them; the most first. */
export function sourcesOf(thing: ThingView): { source: SourceRef; count: number }[] {
  const cited = [
    ...thing.names.map(({ source }) => source),
    ...thing.values.flatMap(({ readings }) => readings.map(({ source }) => source)),
    ...thing.edges.flatMap(({ items }) => items.map(({ source }) => source)),
  ]
  const counted = new Map<string, { source: SourceRef; count: number }>()
  for (const source of cited) {
    const before = counted.get(source.id)?.count ?? 0
    counted.set(source.id, { source, count: before + 1 })
  }
  return [...counted.values()].sort((one, other) => other.count - one.count)
}

/** The sources of a page as a split lists them. */
export const splitSources = (thing: ThingView) =>
  sourcesOf(thing).map(({ source: { id, title }, count }) => ({ id, title, count }))

/** The name a page in English shows, where one is known; else the name in use. */
export function shownName({ name, names }: ThingView, language: Language): string {
  if (language === 'zh') return name
  return names.find(({ property }) => property === 'englishName')?.name ?? name
}

export interface Relation extends ThingEdges {
  /** The kind of the things at the other end, where one group held several kinds. */
  kind: string | null
}

/** A group that holds things of several kinds, told apart; a cut-off group stays whole. */
export function relationsOf(edges: readonly ThingEdges[]): Relation[] {
  return edges.flatMap((group): Relation[] => {
    const kinds = [...new Set(group.items.map(({ thing }) => thing.kind))]
    if (kinds.length < 2 || group.total > group.items.length) return [{ ...group, kind: null }]
    return kinds.map((kind) => {
      const items = group.items.filter(({ thing }) => thing.kind === kind)
      return { ...group, kind, items, total: items.length }
    })
  })
}

/** The name of a group of relations in the address. */
export function groupKey({ property, direction, kind }: Relation): string {
  return [property, direction, ...(kind === null ? [] : [kind])].join('.')
}

/** 2019-07-22 起, 至 2023, 2019 至 2023; null where neither end is known. */
export function spanOf(from: string | null, to: string | null) {
  if (from !== null && to !== null)
    return { key: 'source.valid.span', values: { from, to } } as const
  if (from !== null) return { key: 'source.valid.from', values: { from } } as const
  return to === null ? null : ({ key: 'source.valid.to', values: { to } } as const)
}
