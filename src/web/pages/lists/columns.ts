/** Which columns a list shows. Pure. */
import type { ListHead } from '../../api/index.ts'

/** The columns of the address, or those that the definition shows at first. */
export function shownColumns(
  { columns }: ListHead,
  asked: string | undefined,
): ListHead['columns'] {
  if (asked === undefined) return columns.filter(({ shown }) => shown)
  const ids = new Set(asked.split(','))
  return columns.filter(({ id }) => ids.has(id))
}
