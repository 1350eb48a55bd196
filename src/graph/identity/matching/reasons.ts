import { foldQuery, isSuspicious } from '../../../base/index.ts'
import { codesAlike, codesApart } from '../codes.ts'
import type { OwnCode, ReasonCode } from '../model.ts'
import { namePartsOf } from './name-parts.ts'

/** What is known of one side of a pair. */
export interface Side {
  readonly names: readonly { readonly property: string; readonly name: string }[]
  readonly codes: readonly OwnCode[]
  /** Codes of the divisions where it is. */
  readonly places: readonly string[]
  readonly addresses: readonly string[]
}

/** One ground for or against: its points are added up, and the sum is the score. */
export interface Reason {
  readonly code: ReasonCode
  readonly points: number
  readonly details: Readonly<Record<string, string>>
}

const POINTS: Readonly<Record<ReasonCode, number>> = {
  'same-code': 100,
  'other-code': -100,
  'same-name': 50,
  'short-name': 35,
  'former-name': 40,
  'same-core': 25,
  'other-form': -15,
  'other-place-in-name': -25,
  'same-place': 10,
  'other-place': -20,
  'same-address': 20,
  spoof: -30,
  'no-code': -5,
}

const reason = (code: ReasonCode, details: Reason['details'] = {}): Reason => ({
  code,
  points: POINTS[code],
  details,
})

const mainName = ({ names }: Side): string =>
  names.find(({ property }) => property === 'name')?.name ?? names[0]?.name ?? ''

/**
 * The grounds for and against two things being one, codes first. A shared code outweighs all else;
 * a contradicting code cannot be outweighed, since such a merge would be refused.
 */
export function reasonsFor(one: Side, other: Side): Reason[] {
  const apart = codesApart(one.codes, other.codes)
  return [
    ...codesAlike(one.codes, other.codes)
      .slice(0, 1)
      .map(({ scheme, code }) => reason('same-code', { scheme, code })),
    ...(apart === null ? [] : [reason('other-code', apart)]),
    ...nameReasons(one, other),
    ...placeReasons(one, other),
    ...(one.codes.length === 0 && other.codes.length === 0 ? [reason('no-code')] : []),
  ]
}

/** The sum of the points. */
export const scoreOf = (reasons: readonly Reason[]): number =>
  reasons.reduce((sum, { points }) => sum + points, 0)

function nameReasons(one: Side, other: Side): Reason[] {
  const spoofed = [...one.names, ...other.names].find(({ name }) => isSuspicious(name) !== null)
  const alike = sharedName(one, other)
  const mine = namePartsOf(mainName(one))
  const theirs = namePartsOf(mainName(other))
  const found: Reason[] = alike === null ? [] : [alike]
  if (alike === null && mine.core !== '' && mine.core === theirs.core) {
    found.push(reason('same-core', { core: mine.core }))
  }
  if (mine.form !== '' && theirs.form !== '' && mine.form !== theirs.form) {
    found.push(reason('other-form', { one: mine.form, other: theirs.form }))
  }
  const isElsewhere = !mine.place.startsWith(theirs.place) && !theirs.place.startsWith(mine.place)
  if (isElsewhere) {
    found.push(reason('other-place-in-name', { one: mine.place, other: theirs.place }))
  }
  if (spoofed !== undefined) found.push(reason('spoof'))
  return found
}

/** The strongest way in which a name of one is a name of the other. */
function sharedName(one: Side, other: Side): Reason | null {
  const shared = one.names.flatMap((mine) =>
    other.names
      .filter((theirs) => foldQuery(theirs.name) === foldQuery(mine.name))
      .map((theirs) => ({ name: mine.name, properties: [mine.property, theirs.property] })),
  )
  const ways = [
    { code: 'same-name', fits: (of: string[]) => of.every((each) => each === 'name') },
    { code: 'former-name', fits: (of: string[]) => of.includes('formerName') },
    { code: 'short-name', fits: () => true },
  ] as const
  for (const { code, fits } of ways) {
    const found = shared.find(({ properties }) => fits(properties))
    if (found !== undefined) return reason(code, { name: found.name })
  }
  return null
}

function placeReasons(one: Side, other: Side): Reason[] {
  const found: Reason[] = []
  const address = one.addresses.find((mine) =>
    other.addresses.some((theirs) => foldQuery(theirs) === foldQuery(mine)),
  )
  if (address !== undefined) found.push(reason('same-address', { address }))
  if (one.places.length === 0 || other.places.length === 0) return found
  const province = (code: string): string => code.slice(0, 2)
  const isSame = one.places.some((mine) =>
    other.places.some((theirs) => province(mine) === province(theirs)),
  )
  return [...found, reason(isSame ? 'same-place' : 'other-place')]
}
