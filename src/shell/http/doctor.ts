// The doctor over HTTP, for whoever keeps the installation.
import { authorise } from '../../trust/access/index.ts'
import { judge, worstOf } from '../doctor/judge.ts'
import { lookThrough } from '../doctor/look.ts'
import { actorIn } from './frame/actor.ts'
import type { Api } from './frame/context.ts'
import * as routes from './schemas/doctor.ts'

export function addDoctor(api: Api): void {
  api.openapi(routes.readChecks, async (c) => {
    const actor = actorIn(c)
    authorise(actor, 'keep-backups')
    const seen = await lookThrough(c.var.installation, actor.tenant)
    const checks = judge(seen, c.var.language)
    return c.json({ state: worstOf(checks), now: seen.now.toISOString(), checks }, 200)
  })
}
