/** Where in the queue a claim stands, and where the eye goes when it is decided. Pure. */
import type { ReviewItem } from '../../api/index.ts'

/** The place of the line on which a claim stands; below zero where it stands on none. */
export const lineOf = (lines: readonly ReviewItem[], claim: string | undefined): number =>
  claim === undefined ? -1 : lines.findIndex(({ claims }) => claims.includes(claim))

/**
 * The claim to look at once some are decided: the next of their line, else the first of the next
 * line, else of the one before; undefined where nothing is left.
 */
export function claimAfter(
  lines: readonly ReviewItem[],
  decided: readonly string[],
): string | undefined {
  const gone = new Set(decided)
  const at = lineOf(lines, decided[0])
  const own = lines[at]?.claims ?? []
  const from = own.findIndex((claim) => gone.has(claim))
  const rest = [...own.slice(from + 1), ...own.slice(0, Math.max(0, from))]
  const left = rest.find((claim) => !gone.has(claim))
  return left ?? lines[at + 1]?.claims[0] ?? (at > 0 ? lines[at - 1]?.claims[0] : undefined)
}
