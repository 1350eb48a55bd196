// Identity: which names mean one thing, and who decided so.
import { z } from '@hono/zod-openapi'
import type { Uuid } from '../../base/index.ts'
import { figureOfClaim, type Reading } from '../../graph/figures/index.ts'
import {
  confirmDecision,
  decideMerge,
  decideSplit,
  type KnownSide,
  listDecisions,
  type Match,
  markDistinct,
  type NamedDecision,
  possibleMatches,
  reasonWords,
  SCHEME_WORDS,
  undoDecision,
} from '../../graph/identity/index.ts'
import { authorise } from '../../trust/access/index.ts'
import { figureDto } from './claim-view.ts'
import { actorIn } from './frame/actor.ts'
import type { Api } from './frame/context.ts'
import { fromCursor, toCursor } from './frame/cursor.ts'
import { readingIn } from './frame/reading.ts'
import { writeContext } from './frame/write-context.ts'
import * as routes from './schemas/identity.ts'

const PAIRS_PER_PAGE = 100

export function addIdentity(api: Api): void {
  api.openapi(routes.listMatches, async (c) => {
    authorise(actorIn(c), 'decide-identity')
    const reading = readingIn(c)
    const { thing = null, cursor, limit = PAIRS_PER_PAGE } = c.req.valid('query')
    const offset = fromCursor(cursor, z.int().min(0)) ?? 0
    const { matches, total } = await possibleMatches(reading, thing, { offset, limit })
    const next = offset + limit < total ? toCursor(offset + limit) : null
    return c.json({ items: matches.map((match) => matchDto(reading, match)), next, total }, 200)
  })

  api.openapi(routes.listDecisions, async (c) => {
    authorise(actorIn(c), 'read-internal')
    const decisions = await listDecisions(readingIn(c), c.req.valid('query').thing ?? null)
    const { person } = actorIn(c)
    return c.json({ items: decisions.map((each) => decisionDto(each, person)) }, 200)
  })

  api.openapi(routes.mergeThings, async (c) => {
    return c.json(await decideMerge(writeContext(c), c.req.valid('json')), 200)
  })

  api.openapi(routes.markDistinct, async (c) => {
    return c.json(await markDistinct(writeContext(c), c.req.valid('json')), 200)
  })

  api.openapi(routes.splitThing, async (c) => {
    const { thing, claims = [], sources = [], reason } = c.req.valid('json')
    const input = { thing, claims, sources, reason }
    return c.json(await decideSplit(writeContext(c), input), 200)
  })

  api.openapi(routes.confirmIdentity, async (c) => {
    const { id } = c.req.valid('param')
    return c.json(await confirmDecision(writeContext(c), id), 200)
  })

  api.openapi(routes.undoIdentity, async (c) => {
    const input = { id: c.req.valid('param').id, reason: c.req.valid('json').reason }
    return c.json(await undoDecision(writeContext(c), input), 200)
  })
}

type Reasons = Match['reasons']

function matchDto(reading: Reading, { one, other, reasons, proposed }: Match) {
  return {
    one: sideDto(reading, one),
    other: sideDto(reading, other),
    reasons: reasonDtos(reasons),
    proposed,
  }
}

const reasonDtos = (reasons: Reasons) =>
  reasons.map(({ code, points, details }) => ({ code, points, words: reasonWords(code, details) }))

const BARE = { operator: null, number: null, low: null, high: null, unit: null }

function sideDto({ lexicon }: Reading, { id, kind, name, said, sources, synthetic }: KnownSide) {
  return {
    ...{ id, kind, name, synthetic },
    sources: sources.map((source) => ({ ...source })),
    said: said.map((each) => {
      const isPlace = each.property === 'locatedIn'
      const printed = (isPlace ? lexicon.codeName('division', each.printed) : null) ?? each.printed
      const row = { printed, ...BARE, valid_from: null, valid_to: null }
      const marks = { synthetic: each.synthetic, stale: false }
      return {
        property: each.property,
        label: SCHEME_WORDS[each.property] ?? lexicon.label(each.property),
        figure: figureDto(figureOfClaim(each.claim, row, marks)),
      }
    }),
  }
}

function decisionDto(decision: NamedDecision, reader: Uuid) {
  const { id, kind, state, from, into, reason, claims, undone, madeBy } = decision
  return {
    ...{ id, state, reason, claims },
    kind: kind as 'merge' | 'distinct' | 'split',
    from: { id: from ?? '', name: decision.fromName },
    into: { id: into ?? '', name: decision.intoName },
    mine: madeBy === reader,
    madeBy: decision.madeByName,
    madeAt: new Date(decision.madeAt).toISOString(),
    confirmedBy: decision.confirmedByName,
    recordedAt: decision.recordedAt && new Date(decision.recordedAt).toISOString(),
    undone: undone && { ...undone, at: new Date(undone.at).toISOString() },
  }
}
