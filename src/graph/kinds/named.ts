/** The list of names that hold in the whole office, whichever table or person says them. */
export const OFFICE_SCHEME = 'list:office'

/**
 * The list of the names that hold within a chain: that of its own name where the office calls it by
 * one, else the list that names the chain too, as in a pack.
 */
export function schemeWithin({ scheme, code }: { scheme: string; code: string }): string {
  return scheme === OFFICE_SCHEME ? `list:${code}` : scheme
}
