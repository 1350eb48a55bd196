// Where a figure comes from.
import { keepFigure, resolveFigure } from '../../graph/figures/index.ts'
import { authorise } from '../../trust/access/index.ts'
import { claimDtos } from './claim-view.ts'
import { actorIn } from './frame/actor.ts'
import { noteRead } from './frame/audit.ts'
import type { Api } from './frame/context.ts'
import { readingIn } from './frame/reading.ts'
import { writeContext } from './frame/write-context.ts'
import * as routes from './schemas/figures.ts'

export function addFigures(api: Api): void {
  api.openapi(routes.readFigure, async (c) => {
    authorise(actorIn(c), 'read-source')
    const { id } = c.req.valid('param')
    const ground = await resolveFigure(readingIn(c), c.var.installation.algorithms, id)
    const claims = ground.kind === 'span' ? [ground.claim] : ground.derivation.claims
    await noteRead(
      c,
      'figure',
      id,
      claims.map(({ source }) => source.label),
    )
    const [first, ...rest] = await claimDtos(c, claims)
    if (ground.kind === 'span' && first !== undefined) {
      return c.json({ kind: 'span' as const, claim: first }, 200)
    }
    if (ground.kind === 'span') throw new Error('a span without its claim')
    const derivation = {
      ...ground.derivation,
      version: String(ground.derivation.version),
      claims: first === undefined ? [] : [first, ...rest],
    }
    return c.json({ kind: 'derivation' as const, derivation }, 200)
  })

  api.openapi(routes.keepFigure, async (c) => {
    const { id } = c.req.valid('param')
    const { algorithms } = c.var.installation
    const kept = await keepFigure(writeContext(c), readingIn(c), algorithms, id)
    return c.json({ id: kept }, 201)
  })
}
