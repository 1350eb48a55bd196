// Chains and the chain map.
import { createHash } from 'node:crypto'
import { Problem } from '../../base/index.ts'
import {
  addChain,
  addLink,
  addStage,
  chainNamed,
  type DatedChainMap,
  readChains,
  readMap,
  readThings,
  stageNamed,
} from '../../graph/chain/index.ts'
import { thingId } from '../../graph/evidence/index.ts'
import { authorise } from '../../trust/access/index.ts'
import { chainSummaries } from './chain-summary.ts'
import { figureDto } from './claim-view.ts'
import { actorIn } from './frame/actor.ts'
import type { Api, HttpContext } from './frame/context.ts'
import { chainReadingIn, dayAt } from './frame/reading.ts'
import { typedGround } from './frame/typed-ground.ts'
import { writeContext } from './frame/write-context.ts'
import * as routes from './schemas/chains.ts'
import { ribbonDto, tileDto } from './tile-view.ts'

export function addChains(api: Api): void {
  api.openapi(routes.listChains, async (c) => {
    authorise(actorIn(c), 'read-chain')
    return c.json({ items: await chainSummaries(chainReadingIn(c)), next: null }, 200)
  })

  api.openapi(routes.readChainMap, async (c) => {
    authorise(actorIn(c), 'read-chain')
    const reading = chainReadingIn(c, c.req.valid('query'))
    const map = await readMap(reading, c.req.valid('param').id)
    const etag = etagOf(map, reading.home)
    c.header('ETag', etag)
    c.header('Cache-Control', 'private, no-cache')
    if (c.req.header('If-None-Match')?.includes(etag)) return c.body(null, 304)
    return c.json(mapDto(map), 200)
  })

  addWrites(api)
}

function addWrites(api: Api): void {
  api.openapi(routes.createChain, async (c) => {
    authorise(actorIn(c), 'edit-chain')
    const chain = c.req.valid('json')
    const name = chain.name.trim()
    await addChain(writeContext(c), c.var.installation.rules, {
      name,
      englishName: chain.englishName ?? null,
      scope: chain.scope ?? null,
      ground: typedGround(c, chain, name),
    })
    const { tenant } = actorIn(c)
    const id = thingId(tenant, chainNamed(name))
    return c.json({ id }, 201)
  })

  api.openapi(routes.createStage, async (c) => {
    authorise(actorIn(c), 'edit-chain')
    const stage = c.req.valid('json')
    const name = stage.name.trim()
    const chain = await shownChain(c, c.req.valid('param').id)
    await addStage(writeContext(c), c.var.installation.rules, {
      chain: chain.id,
      name,
      englishName: stage.englishName ?? null,
      parent: stage.parent ?? null,
      position: stage.position,
      column: stage.column ?? null,
      order: stage.order ?? null,
      ground: typedGround(c, stage, name),
    })
    const id = thingId(actorIn(c).tenant, stageNamed(chain, name))
    return c.json({ id }, 201)
  })

  api.openapi(routes.createLink, async (c) => {
    authorise(actorIn(c), 'edit-chain')
    const link = c.req.valid('json')
    const { from, to } = link
    const chain = await shownChain(c, c.req.valid('param').id)
    const ground = typedGround(c, link, chain.name)
    const context = writeContext(c)
    const { claims } = await addLink(context, c.var.installation.rules, { from, to, ground })
    return c.json({ id: claims[0] ?? '' }, 201)
  })
}

/** A chain that the actor may see, with its key. Problem: `not-found`. */
async function shownChain(
  c: HttpContext,
  id: string,
): Promise<{ id: string; name: string; scheme: string; code: string }> {
  const reading = chainReadingIn(c)
  const [chain] = await readChains(reading.db, reading, id)
  const key = (await readThings(reading.db, reading.visibility.tenant, [id])).get(id)
  if (chain === undefined || key === undefined) throw new Problem('not-found')
  return { id, name: chain.name, scheme: key.scheme, code: key.code }
}

/** Changes when the map changes, and with the day, by which staleness is judged. */
function etagOf(map: DatedChainMap, home: string): string {
  const { snapshot, recordedDays, validSpan, valid, known } = map
  const day = dayAt(new Date(known))
  const parts = [snapshot, home, day, valid, recordedDays.at(-1), validSpan.from, validSpan.to]
  return `W/"${createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 27)}"`
}

function mapDto(map: DatedChainMap) {
  const { chain, stages, links, recordedDays } = map
  return {
    ...map,
    chain: {
      ...chain,
      headline: chain.headline.map(({ label, figure }) => ({ label, figure: figureDto(figure) })),
    },
    known: dayAt(new Date(map.known)),
    recordedDays: [...recordedDays],
    stages: stages.map(tileDto),
    links: links.map(ribbonDto),
  }
}
