// Lists of a chain.
import { z } from '@hono/zod-openapi'
import { Problem } from '../../base/index.ts'
import { readChains } from '../../graph/chain/index.ts'
import {
  curate,
  drawUp,
  readGaps,
  readLists,
  readListVersions,
  readVersion,
  readVersionPage,
  readWhy,
  returnList,
  signList,
  submitList,
} from '../../graph/lists/index.ts'
import { authorise } from '../../trust/access/index.ts'
import { claimDtos, figureDto } from './claim-view.ts'
import { actorIn } from './frame/actor.ts'
import { noteRead } from './frame/audit.ts'
import type { Api, HttpContext } from './frame/context.ts'
import { fromCursor, toCursor } from './frame/cursor.ts'
import { rowsOfPage } from './frame/limits.ts'
import { asOfIn, chainReadingIn } from './frame/reading.ts'
import { writeContext } from './frame/write-context.ts'
import { emptyView, listHead, listView, rowDto, stepDto, versionHead } from './list-view.ts'
import * as routes from './schemas/lists.ts'

const ROWS_PER_PAGE = 100

export function addLists(api: Api): void {
  api.openapi(routes.listLists, async (c) => {
    authorise(actorIn(c), 'read-chain')
    const { chain } = c.req.valid('query')
    const { installation } = c.var
    if (chain === undefined) {
      const items = [...installation.lists.values()].map(({ file }) => ({
        ...{ list: listHead(file), atHand: true, newest: null, signed: null },
      }))
      return c.json({ chain: null, items }, 200)
    }
    const head = await shownChain(c, chain)
    const lists = await readLists(chainReadingIn(c), actorIn(c), installation, chain)
    const items = lists.map(({ file, atHand, newest, signed }) => ({
      ...{ list: listHead(file), atHand, signed },
      newest: newest === null ? null : versionHead(newest),
    }))
    return c.json({ chain: head, items }, 200)
  })

  api.openapi(routes.readList, async (c) => {
    authorise(actorIn(c), 'read-chain')
    const { id } = c.req.valid('param')
    const { chain, cursor, limit: wanted = ROWS_PER_PAGE, only, ...asked } = c.req.valid('query')
    const limit = rowsOfPage(c, wanted)
    const { lists } = c.var.installation
    const offset = fromCursor(cursor, z.int().min(0)) ?? 0
    const choice = { ...asked, chain, list: id, offset, limit, onlyChanges: only !== undefined }
    const page = await readVersionPage(chainReadingIn(c), actorIn(c), choice)
    if (page !== null) {
      await noteRead(c, 'list', `${id} ${chain}`, page.labels)
      const end = offset + limit
      const next = end < page.total ? toCursor(end) : null
      return c.json(listView(page, next, lists.has(id)), 200)
    }
    const definition = lists.get(id)
    if (definition === undefined) throw new Problem('not-found', { what: id })
    return c.json(emptyView(await shownChain(c, chain), definition.file), 200)
  })

  api.openapi(routes.countList, async (c) => {
    authorise(actorIn(c), 'read-chain')
    const list = c.req.valid('param').id
    const choice = { ...c.req.valid('query'), list }
    const view = await readVersion(chainReadingIn(c), actorIn(c), choice)
    if (view === null) throw new Problem('not-found', { what: list })
    await noteRead(c, 'list', `${list} ${choice.chain}`, view.labels)
    const { version, counts, compared, changes, waiting } = view
    const { number } = version
    return c.json({ number, counts, compared, changes, waiting: [...waiting] }, 200)
  })

  api.openapi(routes.listVersions, async (c) => {
    authorise(actorIn(c), 'read-chain')
    const { chain } = c.req.valid('query')
    const list = c.req.valid('param').id
    const versions = await readListVersions(chainReadingIn(c), actorIn(c), { chain, list })
    const items = versions.map(({ steps, ...head }) => ({
      ...versionHead(head),
      steps: steps.map(stepDto),
    }))
    return c.json({ items }, 200)
  })

  addReasons(api)
  addWrites(api)
}

function addReasons(api: Api): void {
  api.openapi(routes.readDifference, async (c) => {
    authorise(actorIn(c), 'read-chain')
    const { chain, from, to } = c.req.valid('query')
    const list = c.req.valid('param').id
    const choice = { chain, list, number: to, compare: from }
    const view = await readVersion(chainReadingIn(c), actorIn(c), choice)
    if (view === null) throw new Problem('not-found')
    await noteRead(c, 'list', `${list} ${chain}`, view.labels)
    const rows = view.rows.filter(({ change }) => change !== null && change !== 'same').map(rowDto)
    return c.json({ from, to, changes: view.changes, rows }, 200)
  })

  api.openapi(routes.readWhy, async (c) => {
    authorise(actorIn(c), 'read-source')
    const list = c.req.valid('param').id
    const key = { ...c.req.valid('query'), list }
    const why = await readWhy(chainReadingIn(c), actorIn(c), c.var.installation, key)
    const { thing, name, row, leaves, curatedBy } = why
    const claims = why.conditions.flatMap((each) => each.claims)
    const labels = [...claims, ...(curatedBy === null ? [] : [curatedBy])]
    await noteRead(
      c,
      'list',
      thing,
      labels.map(({ source }) => source.label),
    )
    const conditions = []
    for (const { claims: behind, actual, words, rule, needed, outcome, reason } of why.conditions) {
      const condition = { words, rule, needed, outcome, reason, actual: actual.map(figureDto) }
      conditions.push({ ...condition, claims: await claimDtos(c, behind) })
    }
    const [curated = null] = curatedBy === null ? [] : await claimDtos(c, [curatedBy])
    const shown = row === null ? null : rowDto(row)
    const head = { thing, name: figureDto(name), row: shown, leaves, curatedBy: curated }
    return c.json({ ...head, conditions }, 200)
  })

  api.openapi(routes.readGaps, async (c) => {
    authorise(actorIn(c), 'read-chain')
    const { chain, ...days } = c.req.valid('query')
    const list = c.req.valid('param').id
    const reading = chainReadingIn(c, days)
    const gaps = await readGaps(reading, c.var.installation, { chain, list })
    return c.json(
      {
        ...gaps,
        named: gaps.named.map((row) => ({ ...row })),
        conditions: gaps.conditions.map((each) => ({ ...each, missing: [...each.missing] })),
        things: gaps.things.map(({ name, waits, ...thing }) => ({
          ...{ ...thing, name: figureDto(name), waits: [...waits] },
        })),
      },
      200,
    )
  })
}

function addWrites(api: Api): void {
  api.openapi(routes.drawList, async (c) => {
    const { chain, known = null, valid = null } = c.req.valid('json')
    const { installation } = c.var
    const asOf = asOfIn(c, { known: known ?? undefined, valid: valid ?? undefined })
    const input = { chain, list: c.req.valid('param').id, asOf, asked: { known, valid } }
    return c.json(await drawUp(writeContext(c), installation, input), 201)
  })

  api.openapi(routes.curateList, async (c) => {
    const { chain, claim = null, ...rest } = c.req.valid('json')
    const key = keyIn(c.req.valid('param'), chain)
    const context = writeContext(c)
    return c.json(await curate(context, c.var.installation, key, { ...rest, claim }), 200)
  })

  api.openapi(routes.submitList, async (c) => {
    const { chain, note = null } = c.req.valid('json')
    const key = keyIn(c.req.valid('param'), chain)
    return c.json(await submitList(writeContext(c), key, note), 200)
  })

  api.openapi(routes.returnList, async (c) => {
    const { chain, reason } = c.req.valid('json')
    const key = keyIn(c.req.valid('param'), chain)
    return c.json(await returnList(writeContext(c), key, reason), 200)
  })

  api.openapi(routes.signList, async (c) => {
    const { chain, note = null } = c.req.valid('json')
    const key = keyIn(c.req.valid('param'), chain)
    return c.json(await signList(writeContext(c), c.var.installation, key, note), 200)
  })
}

const keyIn = ({ id, number }: { id: string; number: number }, chain: string) => ({
  ...{ chain, list: id, number },
})

/** A chain that the actor may see. Problem: `not-found`. */
async function shownChain(c: HttpContext, id: string) {
  const reading = chainReadingIn(c)
  const [chain] = await readChains(reading.db, reading, id)
  if (chain === undefined) throw new Problem('not-found', { what: id })
  return { id, name: chain.name, synthetic: chain.synthetic }
}
