/** As much of vitest as the tests of the authoriser use, to run them hundreds of times in one process. */
import { isDeepStrictEqual } from 'node:util'

type Work = (...given: never[]) => unknown

const cases: (() => unknown)[] = []

/** Runs what was declared since the last call; false at the first case that fails. */
export async function passesAll(): Promise<boolean> {
  try {
    for (const each of cases) await each()
    return true
  } catch {
    return false
  } finally {
    cases.length = 0
  }
}

export const describe = (_: string, declare: () => void): void => declare()

export const test = Object.assign(
  (_: string, work: Work): void => {
    cases.push(work as () => unknown)
  },
  {
    each: (table: readonly unknown[]) => (_: string, work: (...row: unknown[]) => unknown) => {
      for (const row of table) cases.push(() => work(...(Array.isArray(row) ? row : [row])))
    },
  },
)

export const expect = (actual: unknown) => ({
  toBe: (expected: unknown) => need(Object.is(actual, expected)),
  toEqual: (expected: unknown) => need(isDeepStrictEqual(actual, expected)),
  toMatchObject: (expected: object) => need(holds(actual, expected)),
  toThrow: (pattern: RegExp) => need(pattern.test(thrownBy(actual) ?? '')),
  not: { toThrow: () => need(thrownBy(actual) === null) },
})

function need(isSo: boolean): void {
  if (!isSo) throw new Error('not as expected')
}

const holds = (actual: unknown, expected: object): boolean =>
  Object.entries(expected).every(([name, value]) =>
    isDeepStrictEqual((actual as Record<string, unknown>)[name], value),
  )

function thrownBy(work: unknown): string | null {
  try {
    ;(work as () => unknown)()
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
