import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  INTERNAL_LABEL,
  isAudited,
  LABEL_LEVELS,
  type Label,
  type LabelShape,
  labelShape,
  labelsOf,
  loadRoles,
  maySee,
  PERMISSIONS,
  PUBLIC_LABEL,
  type Reader,
  seeing,
  strictest,
} from './index.ts'

const roles = loadRoles(JSON.parse(readFileSync('packs/core/roles.json', 'utf8')))
const OWN = '00000000-0000-8000-8000-00000000000a'
const OTHER = '00000000-0000-8000-8000-00000000000b'

const LABELS: Readonly<Record<string, LabelShape>> = {
  public: PUBLIC_LABEL,
  internal: INTERNAL_LABEL,
  restrictedToOwn: labelShape('restricted', [OWN]),
  restrictedToBoth: labelShape('restricted', [OTHER, OWN]),
  restrictedToOther: labelShape('restricted', [OTHER]),
  ownAndInternal: { ...labelShape('restricted', [OWN]), internal: true },
  sensitiveForOwn: labelShape('sensitive', [OWN]),
  sensitiveForOther: labelShape('sensitive', [OTHER]),
}

/** Each role, as a person of the organisation OWN: x sees, . does not. */
const SIGHT = `
                 public internal restrictedToOwn restrictedToBoth restrictedToOther ownAndInternal sensitiveForOwn sensitiveForOther
  office            x       x           x               x                .                x              x               .
  chief             x       x           x               x                .                x              x               .
  taskForce         x       x           x               x                .                x              .               .
  reviewer          x       x           x               x                .                x              .               .
  dataSteward       x       x           x               x                x                x              .               .
  leadFirm          x       .           x               x                .                .              .               .
  memberFirm        x       .           x               x                .                .              .               .
  institute         x       .           x               x                .                .              .               .
  auditor           x       x           x               x                x                x              .               .
  administrator     x       .           x               x                .                .              .               .
  securityAdministrator x   .           x               x                .                .              .               .
  founder           x       .           x               x                .                .              .               .
`
const [names = [], ...lines] = SIGHT.trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/))

test('the table of sight names every role and every kind of label', () => {
  expect(names).toEqual(Object.keys(LABELS))
  expect(lines.map(([role]) => role)).toEqual([...roles.keys()])
})

test.each(lines)('%s sees what its line says', (role, ...marks) => {
  const reader: Reader = {
    organisation: OWN,
    permissions: new Set(roles.get(role ?? '')?.permissions),
  }
  const seen = names.map((name) => (maySee(reader, LABELS[name] as LabelShape) ? 'x' : '.'))
  expect(seen).toEqual(marks)
})

const organisations = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 })
const shapes = fc
  .record({ level: fc.constantFrom(...LABEL_LEVELS), organisations, internal: fc.boolean() })
  .map(({ level, organisations: named, internal }): LabelShape => {
    const shape = labelShape(level, named)
    return level === 'public' || level === 'internal' ? shape : { ...shape, internal }
  })
const readers = fc.record({
  organisation: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  permissions: fc.uniqueArray(fc.constantFrom(...PERMISSIONS)).map((list) => new Set(list)),
})

describe('the strictest label', () => {
  test.each<[string, LabelShape[], LabelShape]>([
    ['public alone', [PUBLIC_LABEL], labelShape('public')],
    ['public and internal', [PUBLIC_LABEL, INTERNAL_LABEL], labelShape('internal')],
    [
      'one firm’s and public',
      [labelShape('restricted', ['a']), PUBLIC_LABEL],
      labelShape('restricted', ['a']),
    ],
    [
      'one firm’s and internal: not for the firm itself',
      [labelShape('restricted', ['a']), INTERNAL_LABEL],
      { level: 'restricted', internal: true, organisations: ['a'] },
    ],
    [
      'two firms’: for neither',
      [labelShape('restricted', ['a']), labelShape('restricted', ['b'])],
      labelShape('restricted', []),
    ],
    [
      'shared with the office by both',
      [labelShape('restricted', ['a', 'o']), labelShape('restricted', ['b', 'o'])],
      labelShape('restricted', ['o']),
    ],
    [
      'restricted and sensitive',
      [labelShape('restricted', ['a', 'b']), labelShape('sensitive', ['b', 'c'])],
      labelShape('sensitive', ['b']),
    ],
  ])('of %s', (_, inputs, expected) => {
    expect(strictest(inputs)).toEqual(expected)
  })

  test('whoever sees a derived value may see each of its inputs', () => {
    fc.assert(
      fc.property(fc.array(shapes, { minLength: 1, maxLength: 5 }), readers, (inputs, reader) => {
        if (maySee(reader, strictest(inputs))) {
          expect(inputs.every((input) => maySee(reader, input))).toBe(true)
        }
      }),
      { numRuns: 20_000 },
    )
  })

  test('does not depend on order or repetition, and one input keeps its own', () => {
    fc.assert(
      fc.property(fc.array(shapes, { minLength: 1, maxLength: 5 }), (inputs) => {
        const whole = strictest(inputs)
        expect(strictest([...inputs].reverse())).toEqual(whole)
        expect(strictest([...inputs, ...inputs])).toEqual(whole)
        expect(strictest([strictest(inputs.slice(0, 2)), ...inputs])).toEqual(whole)
        expect(strictest(inputs.slice(0, 1))).toEqual(inputs[0])
      }),
      { numRuns: 5_000 },
    )
  })

  test('below sensitive it hides from nobody who may see every input', () => {
    fc.assert(
      fc.property(fc.array(shapes, { minLength: 1, maxLength: 4 }), readers, (inputs, reader) => {
        const derived = strictest(inputs)
        const seesAll = inputs.every((input) => maySee(reader, input))
        if (seesAll && derived.level !== 'sensitive') expect(maySee(reader, derived)).toBe(true)
      }),
      { numRuns: 20_000 },
    )
  })
})

test('labelsOf answers the ids of what is seen, ascending', () => {
  const labels: Label[] = [
    { id: 9, ...labelShape('restricted', [OWN]) },
    INTERNAL_LABEL,
    PUBLIC_LABEL,
    { id: 4, ...labelShape('restricted', [OTHER]) },
  ]
  const reader = { organisation: OWN, permissions: new Set(['read-internal'] as const) }
  expect(labelsOf(reader, labels)).toEqual([1, 2, 9])
  expect(labelsOf({ ...reader, permissions: new Set() }, labels)).toEqual([1, 9])
})

test('a label that was made meanwhile is added for whoever sees it, and once', () => {
  const reader = { organisation: OWN, permissions: new Set([] as const), labels: [1, 9] }
  const own = { id: 4, ...labelShape('restricted', [OWN]) }
  const foreign = { id: 5, ...labelShape('restricted', [OTHER]) }
  expect(seeing(reader, own).labels).toEqual([1, 4, 9])
  expect(seeing(seeing(reader, own), own).labels).toEqual([1, 4, 9])
  expect(seeing(reader, foreign)).toBe(reader)
})

test('the open label asks for nothing, and what is derived from nothing has no label', () => {
  const open = { id: 1, level: 'public', internal: false, organisations: [] }
  expect(PUBLIC_LABEL).toEqual(open)
  expect(() => strictest([])).toThrow(/derived from nothing/)
})

test('a label’s shape has one spelling', () => {
  expect(labelShape('restricted', ['b', 'a', 'b'])).toEqual(labelShape('restricted', ['a', 'b']))
  expect(labelShape('public', ['a'])).toEqual(labelShape('public'))
})

test('reads of restricted and sensitive material are written down, others are not', () => {
  expect([1, 2, 3, 40].map(isAudited)).toEqual([false, false, true, true])
})
