// Freshness: how old facts are, and where sources give different figures.
import { z } from '@hono/zod-openapi'
import {
  type KindOfFact,
  kindsKept,
  readDifferences,
  readFreshness,
  readStaleFacts,
  settleDifference,
} from '../../graph/freshness/index.ts'
import { authorise } from '../../trust/access/index.ts'
import { figureDto } from './claim-view.ts'
import { actorIn } from './frame/actor.ts'
import { noteRead } from './frame/audit.ts'
import type { Api, HttpContext } from './frame/context.ts'
import { fromCursor, toCursor } from './frame/cursor.ts'
import { rowsOfPage } from './frame/limits.ts'
import { dayAt, readingIn } from './frame/reading.ts'
import { writeContext } from './frame/write-context.ts'
import * as routes from './schemas/freshness.ts'

const FACTS_PER_PAGE = 100
const DIFFERENCES_MAX = 200
const Offset = z.int().min(0)

export function addFreshness(api: Api): void {
  api.openapi(routes.readFreshness, async (c) => {
    authorise(actorIn(c), 'read-internal')
    const day = dayAt(c.var.installation.now())
    const kinds = await readFreshness(readingIn(c), keptKinds(c), day)
    const items = kinds.map((kind) => ({ ...kind, ...wordsOf(c, kind) }))
    return c.json({ day, items, next: null }, 200)
  })

  api.openapi(routes.listStaleFacts, async (c) => {
    authorise(actorIn(c), 'read-internal')
    const { owner, property, cursor, limit: asked = FACTS_PER_PAGE } = c.req.valid('query')
    const limit = rowsOfPage(c, asked)
    const kinds = keptKinds(c).filter(
      (kind) =>
        (owner === undefined || kind.owner === owner) &&
        (property === undefined || kind.property === property),
    )
    const offset = fromCursor(cursor, Offset) ?? 0
    const day = dayAt(c.var.installation.now())
    const { facts, total } = await readStaleFacts(readingIn(c), kinds, day, { offset, limit })
    const labels = facts.map(({ label }) => label)
    await noteRead(c, 'stale-facts', '', labels)
    const items = facts.map(({ label: _label, ...fact }) => ({
      ...fact,
      ...wordsOf(c, fact),
      figure: figureDto(fact.figure),
    }))
    const end = offset + limit
    return c.json({ items, total, next: end < total ? toCursor(end) : null }, 200)
  })

  api.openapi(routes.listDifferences, async (c) => {
    authorise(actorIn(c), 'read-internal')
    const { vocabulary } = c.var.installation
    const measured = [...vocabulary.properties.values()].filter(({ value }) => value === 'quantity')
    const properties = measured.map(({ id }) => id)
    const found = await readDifferences(readingIn(c), properties, DIFFERENCES_MAX + 1)
    const shown = found.slice(0, DIFFERENCES_MAX)
    const labels = shown.flatMap(({ readings }) => readings.map(({ label }) => label))
    await noteRead(c, 'differences', '', labels)
    const items = shown.map(({ subject, property, readings }) => ({
      subject,
      property,
      words: c.var.installation.lexicon.label(property),
      readings: readings.map(({ claim, figure, source }) => ({
        claim,
        figure: figureDto(figure),
        source: { ...source },
      })),
    }))
    return c.json({ items, more: found.length > DIFFERENCES_MAX, next: null }, 200)
  })

  api.openapi(routes.settleDifference, async (c) => {
    authorise(actorIn(c), 'decide-claim')
    const { rules } = c.var.installation
    const { decision, withdrawn } = await settleDifference(
      writeContext(c),
      rules,
      readingIn(c),
      c.req.valid('json'),
    )
    return c.json({ decision, withdrawn }, 200)
  })
}

const keptKinds = (c: HttpContext): KindOfFact[] =>
  kindsKept(c.var.installation.vocabulary.properties.values())

/** The names of a kind of fact and of the role that keeps it. */
function wordsOf(c: HttpContext, { property, owner }: { property: string; owner: string }) {
  const { lexicon, roles } = c.var.installation
  const ownerWords = roles.get(owner as never)?.words ?? { zh: owner, en: owner }
  return { words: lexicon.label(property), ownerWords }
}
