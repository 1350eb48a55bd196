// Readiness, and the description of the interface.
import type { Durability } from '../../store/index.ts'
import { openApiDocument } from './document.ts'
import type { Api } from './frame/context.ts'
import * as routes from './schemas/health.ts'

/** What the server can say of itself at any time, ready or not. */
export interface State {
  status: 'starting' | 'ok' | 'stopping'
  durability: Durability | null
  version: string
  sample: boolean
}

export function addHealth(api: Api, state: () => State): void {
  const document: Record<string, unknown> = { ...openApiDocument(state().version) }
  api.openapi(routes.readHealth, (c) => {
    const health = state()
    return health.status === 'ok' ? c.json(health, 200) : c.json(health, 503)
  })
  api.openapi(routes.readDocument, (c) => c.json(document, 200))
}
