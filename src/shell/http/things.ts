// Any thing of the graph, and the list of firms.
import { z } from '@hono/zod-openapi'
import { chainsOfStage, readChains } from '../../graph/chain/index.ts'
import { figureOfClaim, type Reading } from '../../graph/figures/index.ts'
import { find } from '../../graph/search/index.ts'
import {
  type ListedThing,
  listThings,
  readThing,
  type ThingEdge,
  type ThingPage,
} from '../../graph/things/index.ts'
import { authorise } from '../../trust/access/index.ts'
import { figureDto } from './claim-view.ts'
import { actorIn } from './frame/actor.ts'
import type { Api } from './frame/context.ts'
import { fromCursor, toCursor } from './frame/cursor.ts'
import { rowsOfPage } from './frame/limits.ts'
import { dayAt, readingIn } from './frame/reading.ts'
import * as routes from './schemas/things.ts'

type View = z.infer<typeof routes.ThingView>
type Row = z.infer<typeof routes.FirmRow>

const FIRMS_PER_PAGE = 100
/** Fewer than of a list: each found firm is opened to see whether it is synthetic. */
const FOUND_MAX = 30
const After = z.object({ name: z.string(), id: z.uuid() })

export function addThings(api: Api): void {
  api.openapi(routes.readThing, async (c) => {
    authorise(actorIn(c), 'read-chain')
    const reading = readingIn(c, c.req.valid('query'))
    const page = await readThing(reading, c.req.valid('param').id)
    return c.json(viewOf(page, await chainsOf(reading, page)), 200)
  })

  api.openapi(routes.listFirms, async (c) => {
    authorise(actorIn(c), 'read-chain')
    const { q, cursor, limit: asked = FIRMS_PER_PAGE } = c.req.valid('query')
    const limit = rowsOfPage(c, asked)
    const reading = readingIn(c)
    if (q !== undefined && q.trim() !== '') {
      return c.json({ items: await foundFirms(reading, q, limit), next: null }, 200)
    }
    const after = fromCursor(cursor, After)
    const rows = await listThings(reading.db, reading, { kind: 'firm', after, limit: limit + 1 })
    const items = rows.slice(0, limit).map(firmRow)
    const last = items.at(-1)
    const hasMore = rows.length > limit && last !== undefined
    return c.json({ items, next: hasMore ? toCursor({ name: last.name, id: last.id }) : null }, 200)
  })
}

/** Firms found by characters, pinyin or initials, best fits first. */
async function foundFirms(reading: Reading, text: string, limit: number): Promise<Row[]> {
  const limitPerKind = Math.min(limit, FOUND_MAX)
  const groups = await find(reading, { text, limitPerKind })
  const rows: Row[] = []
  for (const { id, alias, detail } of groups.find(({ kind }) => kind === 'firm')?.items ?? []) {
    const { name, names, synthetic } = await readThing(reading, id)
    const naming = names.find((each) => each.name === name) ?? names[0]
    if (naming === undefined) continue
    rows.push({ id, name, alias, detail, synthetic, figure: figureDto(naming.figure) })
  }
  return rows
}

/** A firm of the list; its figure is the claim that names it. */
function firmRow({ id, name, claim, synthetic }: ListedThing): Row {
  const bare = { operator: null, number: null, low: null, high: null, unit: null }
  const row = { printed: name, ...bare, valid_from: null, valid_to: null }
  const figure = figureDto(figureOfClaim(claim, row, { synthetic, stale: false }))
  return { id, name, alias: null, detail: null, synthetic, figure }
}

/**
 * The chains that a thing belongs to, itself or through the stages it belongs to, each with those
 * of its stages that the chain holds: a stage may stand on no chain yet.
 */
async function chainsOf(reading: Reading, page: ThingPage): Promise<View['chains']> {
  const out = page.edges.filter(({ direction }) => direction === 'out')
  const stagesOn = new Map<string, string[]>()
  for (const { thing } of out.filter(({ property }) => property === 'belongsToChain')) {
    stagesOn.set(thing.id, page.kind === 'stage' ? [page.id] : [])
  }
  for (const { thing } of out.filter(({ property }) => property === 'belongsToStage')) {
    for (const chain of await chainsOfStage(reading.db, reading, thing.id)) {
      // A stage stands where it is, not where the stage around it does.
      const placed = page.kind === 'stage' ? [] : [thing.id]
      stagesOn.set(chain, [...(stagesOn.get(chain) ?? []), ...placed])
    }
  }
  if (stagesOn.size === 0) return []
  const chains = await readChains(reading.db, reading)
  return chains.flatMap(({ id, name }) => {
    const stages = stagesOn.get(id)
    return stages === undefined ? [] : [{ id, name, stages: [...new Set(stages)] }]
  })
}

function viewOf(page: ThingPage, chains: View['chains']): View {
  return {
    ...page,
    names: page.names.map(({ source: { id, title }, ...each }) => ({
      ...each,
      figure: figureDto(each.figure),
      source: { id, title },
    })),
    keys: [...page.keys],
    values: page.values.map(({ property, label, figures, hasConflict }) => ({
      property,
      label,
      hasConflict,
      readings: figures.map(({ figure, source, validFrom, recordedOn }) => ({
        figure: figureDto(figure),
        source: { id: source.id, title: source.title },
        validFrom,
        recordedOn: dayAt(new Date(recordedOn)),
      })),
    })),
    edges: edgeGroups(page.edges),
    chains,
  }
}

/** Links drawn together by what they say and from which end. */
function edgeGroups(edges: readonly ThingEdge[]): View['edges'] {
  const groups = new Map<string, View['edges'][number]>()
  for (const { property, label, direction, thing, figure, source, total } of edges) {
    const key = `${direction} ${property}`
    const group = groups.get(key) ?? { property, label, direction, total, items: [] }
    group.items.push({
      thing,
      figure: figureDto(figure),
      source: { id: source.id, title: source.title },
    })
    groups.set(key, group)
  }
  return [...groups.values()]
}
