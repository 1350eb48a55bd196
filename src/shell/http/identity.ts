// Identity: which names mean one thing, and who decided so.
import {
  confirmDecision,
  decideMerge,
  decideSplit,
  listDecisions,
  type Match,
  markDistinct,
  type NamedDecision,
  possibleMatches,
  undoDecision,
} from '../../graph/identity/index.ts'
import { authorise } from '../../trust/access/index.ts'
import { actorIn } from './frame/actor.ts'
import type { Api } from './frame/context.ts'
import { readingIn } from './frame/reading.ts'
import { writeContext } from './frame/write-context.ts'
import * as routes from './schemas/identity.ts'

export function addIdentity(api: Api): void {
  api.openapi(routes.listMatches, async (c) => {
    authorise(actorIn(c), 'decide-identity')
    const matches = await possibleMatches(readingIn(c), c.req.valid('query').thing ?? null)
    return c.json({ items: matches.map(matchDto) }, 200)
  })

  api.openapi(routes.listDecisions, async (c) => {
    authorise(actorIn(c), 'read-internal')
    const decisions = await listDecisions(readingIn(c), c.req.valid('query').thing ?? null)
    return c.json({ items: decisions.map(decisionDto) }, 200)
  })

  api.openapi(routes.mergeThings, async (c) => {
    const { rules } = c.var.installation
    return c.json(await decideMerge(writeContext(c), rules, c.req.valid('json')), 200)
  })

  api.openapi(routes.markDistinct, async (c) => {
    return c.json(await markDistinct(writeContext(c), c.req.valid('json')), 200)
  })

  api.openapi(routes.splitThing, async (c) => {
    const { thing, claims = [], sources = [], reason } = c.req.valid('json')
    const input = { thing, claims, sources, reason }
    return c.json(await decideSplit(writeContext(c), c.var.installation.rules, input), 200)
  })

  api.openapi(routes.confirmIdentity, async (c) => {
    const { id } = c.req.valid('param')
    return c.json(await confirmDecision(writeContext(c), c.var.installation.rules, id), 200)
  })

  api.openapi(routes.undoIdentity, async (c) => {
    const input = { id: c.req.valid('param').id, reason: c.req.valid('json').reason }
    return c.json(await undoDecision(writeContext(c), c.var.installation.rules, input), 200)
  })
}

function matchDto({ one, other, reasons, score, proposed }: Match) {
  const side = (each: Match['one']) => ({
    ...each,
    names: [...each.names],
    codes: [...each.codes],
    places: [...each.places],
    addresses: [...each.addresses],
    sources: [...each.sources],
  })
  return {
    ...{ one: side(one), other: side(other), score, proposed },
    reasons: reasons.map((each) => ({ ...each, details: { ...each.details } })),
  }
}

function decisionDto(decision: NamedDecision) {
  const { id, kind, state, from, into, reason, claims, undone } = decision
  return {
    ...{ id, state, reason, claims },
    kind: kind as 'merge' | 'distinct' | 'split',
    from: { id: from ?? '', name: decision.fromName },
    into: { id: into ?? '', name: decision.intoName },
    madeBy: decision.madeByName,
    madeAt: new Date(decision.madeAt).toISOString(),
    confirmedBy: decision.confirmedByName,
    recordedAt: decision.recordedAt && new Date(decision.recordedAt).toISOString(),
    undone: undone && { ...undone, at: new Date(undone.at).toISOString() },
  }
}
