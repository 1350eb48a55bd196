// What a person types on screen stands on their own note: who said it, and who may see it.
import type { Ground } from '../../../graph/chain/index.ts'
import { INTERNAL_LABEL, PUBLIC_LABEL } from '../../../trust/access/index.ts'
import { actorIn } from './actor.ts'
import type { HttpContext } from './context.ts'

/** The levels at which a person may type something, as the interface calls them. */
export type TypedLabel = 'public' | 'internal'

export const labelOf = (level: TypedLabel): number =>
  level === 'public' ? PUBLIC_LABEL.id : INTERNAL_LABEL.id

/** The ground of a typed statement: its note, a title for it, and the office that publishes it. */
export function typedGround(
  c: HttpContext,
  typed: { sourceNote: string; label: TypedLabel },
  title: string,
): Ground {
  const { organisationName } = actorIn(c)
  const { sourceNote: note, label } = typed
  return { note, title, publisher: organisationName, label: labelOf(label) }
}
