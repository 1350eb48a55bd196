/** The register of OWASP ASVS 5.0 says only what can be looked up: tests that exist, or reasons. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'

const FOLDER = join(import.meta.dirname, '../docs/security')

interface Line {
  readonly id: string
  readonly level: '1' | '2'
  readonly subject_zh: string
  readonly subject_en: string
  readonly state: string
  readonly test: string
  readonly case: string
  readonly reason_zh: string
  readonly reason_en: string
}

const STATES = ['met', 'partly', 'not-met', 'not-applicable']

/** Of the standard: 70 requirements of level 1, 183 of level 2. */
const REQUIREMENTS = { 1: 70, 2: 183 } as const

const lines: Line[] = parse(readFileSync(join(FOLDER, 'asvs.csv')), { columns: true })

const placesOf = (id: string): number[] => id.split('.').map(Number)

function compareIds(one: string, other: string): number {
  const [left, right] = [placesOf(one), placesOf(other)]
  const at = left.findIndex((place, index) => place !== right[index])
  return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0)
}

test('every requirement of both levels stands once, in order, in a state that there is', () => {
  for (const level of ['1', '2'] as const) {
    expect(lines.filter((line) => line.level === level)).toHaveLength(REQUIREMENTS[level])
  }
  const ids = lines.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).toEqual(ids.toSorted(compareIds))
  expect(lines.filter(({ state }) => !STATES.includes(state))).toEqual([])
  expect(lines.filter((line) => line.subject_zh === '' || line.subject_en === '')).toEqual([])
})

test('what is met has a test or a reason, and what is not has a reason in both languages', () => {
  const bare = lines.filter((line) => {
    const isReasoned = line.reason_zh !== '' && line.reason_en !== ''
    return line.state === 'met' ? line.test === '' && !isReasoned : !isReasoned
  })
  expect(bare).toEqual([])
})

test('every test that is named exists, and holds the case that is named', () => {
  const named = lines.filter((line) => line.test !== '')
  const absent = named.filter((line) => {
    const path = join(import.meta.dirname, '..', line.test)
    return !existsSync(path) || line.case === '' || !readFileSync(path, 'utf8').includes(line.case)
  })
  expect(absent.map(({ id, test: path, case: name }) => [id, path, name])).toEqual([])
})

test('the summary counts what the register says', () => {
  const summary = readFileSync(join(FOLDER, 'asvs.md'), 'utf8')
  for (const state of STATES) {
    const count = (level: string) =>
      lines.filter((line) => line.state === state && line.level === level).length
    expect(summary).toMatch(new RegExp(`\\| \\S+ ${state} \\| ${count('1')} \\| ${count('2')} \\|`))
  }
})
