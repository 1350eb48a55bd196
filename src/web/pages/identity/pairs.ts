/** Which pair of the worklist is looked at. Pure. */
import type { IdentityMatch } from '../../api/index.ts'
import type { IdentitySearch } from './search.ts'

/** The place of the pair in the address, in either order; the first where it is not listed. */
export function placeOf(matches: readonly IdentityMatch[], { one, other }: IdentitySearch): number {
  const wanted = [one, other]
  const place = matches.findIndex(
    (match) => wanted.includes(match.one.id) && wanted.includes(match.other.id),
  )
  return Math.max(0, place)
}

/** The address of a pair. */
export const pairSearch = ({ one, other }: IdentityMatch): IdentitySearch => ({
  one: one.id,
  other: other.id,
})
