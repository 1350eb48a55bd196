// Who stands behind a job: the person who asked for it, in the role in which it was asked.
import { Problem } from '../../base/index.ts'
import type { JobRun } from '../../store/index.ts'
import { type Actor, PERMISSION_WORDS, type Permission } from '../../trust/access/index.ts'
import { memberActor } from '../../trust/session/index.ts'
import type { Installation } from '../installation.ts'
import { LOCAL_OPERATOR } from '../operator.ts'

/** Whoever asked, as he stands now. Problem: `forbidden` once the role is gone. */
export async function actorOfJob(
  installation: Installation,
  run: JobRun,
  asked: { readonly organisation: string; readonly role: string },
  permission: Permission,
): Promise<Actor> {
  const { organisation, role } = asked
  const operator = role === LOCAL_OPERATOR ? await installation.operator() : null
  const member = { tenant: run.tenant, person: run.actor, organisation, role }
  const actor = operator ?? (await memberActor(installation.sessions, member))
  if (actor !== null) return actor
  const { zh, en } = PERMISSION_WORDS[permission]
  throw new Problem('forbidden', { permission: zh, permissionEn: en })
}
