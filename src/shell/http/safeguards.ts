// The measures that guard signing in, and the seats of administrators.
import { heldSeats } from '../../trust/people/index.ts'
import {
  readSafeguards,
  SAFEGUARD_WORDS,
  type SafeguardView,
  setSafeguards,
} from '../../trust/safeguard/index.ts'
import { actorIn } from './frame/actor.ts'
import type { Api, HttpContext } from './frame/context.ts'
import { writeContext } from './frame/write-context.ts'
import * as routes from './schemas/safeguards.ts'

export function addSafeguards(api: Api): void {
  api.openapi(routes.readSafeguards, async (c) =>
    c.json(await viewDto(c, await readSafeguards(c.var.installation.store, actorIn(c))), 200),
  )

  api.openapi(routes.setSafeguards, async (c) => {
    const context = { ...writeContext(c), roles: c.var.installation.roles }
    return c.json(await viewDto(c, await setSafeguards(context, c.req.valid('json'))), 200)
  })
}

async function viewDto(c: HttpContext, view: SafeguardView) {
  const { store, roles } = c.var.installation
  const seats = await heldSeats(store, actorIn(c), roles)
  return {
    ...{ ...view, words: SAFEGUARD_WORDS },
    seats: seats.map(({ role, held }) => ({ role: role.id, name: role.words, held })),
  }
}
