// Properties of the code itself. A rule worth keeping is a rule with a test, so each rule is run
// over the house, and then shown one planted violation that it must find.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { type House, houseOf, readHouse } from './tidy/house.ts'
import { EXCEPTIONS, RULES } from './tidy/index.ts'
import { CLEAN, PLANTED } from './tidy/planted.ts'

const house = readHouse(join(fileURLToPath(import.meta.url), '../..'))

const isExcepted = (rule: string, offence: string): boolean =>
  EXCEPTIONS.some((each) => each.rule === rule && offence.startsWith(each.offence))

describe('the house', () => {
  test.each(RULES)('$name: $says', ({ name, find }) => {
    expect(find(house).filter((offence) => !isExcepted(name, offence))).toEqual([])
  })

  test('every exception has a reason and is still needed', () => {
    const idle = EXCEPTIONS.filter(({ rule, offence, reason }) => {
      const found = RULES.find(({ name }) => name === rule)?.find(house) ?? []
      return reason.trim() === '' || !found.some((each) => each.startsWith(offence))
    })
    expect(idle).toEqual([])
  })

  test('CONTRIBUTING.md tells every rule', () => {
    const text = house.files.get('CONTRIBUTING.md') ?? ''
    expect(RULES.map(({ name }) => name).filter((name) => !text.includes(`\`${name}\``))).toEqual(
      [],
    )
  })
})

describe('the rules themselves', () => {
  const planted = (files: Record<string, string>): House =>
    houseOf(new Map(Object.entries({ ...CLEAN, ...files })))

  test.each(RULES)('$name finds nothing in a clean house', ({ find }) => {
    expect(find(planted({}))).toEqual([])
  })

  test.each(PLANTED)('$rule finds what was planted: $what', ({ rule, files, offence }) => {
    const found = RULES.find(({ name }) => name === rule)?.find(planted(files))
    expect(found?.join('\n')).toContain(offence)
  })

  test('every rule has a planted violation', () => {
    const shown = new Set(PLANTED.map(({ rule }) => rule))
    expect(RULES.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([])
  })
})
