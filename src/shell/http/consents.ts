// Consents of those whose private data are kept.
import {
  type ConsentView,
  listConsents,
  recordConsent,
  withdrawConsent,
} from '../../trust/consent/index.ts'
import { actorIn } from './frame/actor.ts'
import type { Api } from './frame/context.ts'
import { writeContext } from './frame/write-context.ts'
import * as routes from './schemas/consents.ts'

export function addConsents(api: Api): void {
  api.openapi(routes.listConsents, async (c) => {
    const consents = await listConsents(c.var.installation.store, actorIn(c))
    return c.json({ items: consents.map(consentDto), next: null }, 200)
  })

  api.openapi(routes.recordConsent, async (c) => {
    const { output } = await recordConsent(writeContext(c), c.req.valid('json'))
    return c.json(consentDto(output), 201)
  })

  api.openapi(routes.withdrawConsent, async (c) => {
    const { output } = await withdrawConsent(writeContext(c), c.req.valid('param').id)
    return c.json(consentDto(output), 200)
  })
}

const consentDto = ({ recordedBy: _by, ...consent }: ConsentView) => consent
