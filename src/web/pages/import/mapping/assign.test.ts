import { describe, expect, test } from 'vitest'
import {
  assign,
  assignmentsOf,
  linksOf,
  mainSubject,
  unitOf,
  withKind,
  withUnit,
} from './assign.ts'
import { blankMapping, mappingId, readyToKeep } from './blank.ts'
import type { MappingShape } from './shape.ts'

const columns = ['单位名称', '统一社会信用代码', '营业收入', '主要产品', ''].map(
  (title, index) => ({
    index,
    letters: 'ABCDE'[index] ?? '',
    title,
  }),
)
const [name, code, revenue, product, untitled] = columns as [
  ...[(typeof columns)[0], (typeof columns)[0], (typeof columns)[0], (typeof columns)[0]],
  (typeof columns)[0],
]
const valueKindOf = (property: string) => (property === 'revenue' ? 'quantity' : 'text')

const blank = blankMapping(
  { fileName: '企业表.xlsx', title: '企业表', sha256: 'abcdef0123' } as never,
  columns,
  '链长办',
)

function mapped(): MappingShape {
  const keyed = assign(blank, code, 'key:credit-code', valueKindOf)
  const named = assign(keyed, name, 'property:name', valueKindOf)
  return assign(named, revenue, 'property:revenue', valueKindOf)
}

describe('a blank mapping', () => {
  test('takes the first column as the key, so that a preview is there at once', () => {
    expect(assignmentsOf(blank, name)).toEqual(['key:list:table-abcdef', 'property:name'])
    expect(mappingId('IC companies 2021.csv', '')).toBe('ic-companies-2021')
  })
})

describe('columns are assigned by example', () => {
  test('another key keeps the names that were there', () => {
    const keyed = assign(blank, code, 'key:credit-code', valueKindOf)
    expect(assignmentsOf(keyed, name)).toEqual(['property:name'])
    expect(keyed.claims).toHaveLength(1)
  })

  test('key, name and quantity', () => {
    const mapping = mapped()
    expect(mainSubject(mapping)).toEqual({ kind: 'firm', scheme: 'credit-code', code: '{columnB}' })
    expect(assignmentsOf(mapping, code)).toEqual(['key:credit-code'])
    expect(assignmentsOf(mapping, name)).toEqual(['property:name'])
    expect(assignmentsOf(mapping, revenue)).toEqual(['property:revenue'])
    expect(mapping.claims).toContainEqual(
      expect.objectContaining({ property: 'revenue', quantity: '{columnC}' }),
    )
  })

  test('the unit of a quantity is that of its column', () => {
    const mapping = withUnit(mapped(), revenue, '万元')
    expect(unitOf(mapping, revenue)).toBe('万元')
    expect(unitOf(mapping, name)).toBeNull()
  })

  test('a link names the thing at its other end, within this list', () => {
    const mapping = assign(mapped(), product, 'edge:makes:product', valueKindOf)
    expect(assignmentsOf(mapping, product)).toEqual(['edge:makes:product'])
    const object = { kind: 'product', scheme: 'list:table-abcdef', code: '{columnD}' }
    expect(mapping.claims).toContainEqual({ subject: object, property: 'name', text: '{columnD}' })
  })

  test('a link may carry the quantity of another column, which can be taken off again', () => {
    const linked = assign(mapped(), product, 'edge:makes:product', valueKindOf)
    const carried = assign(linked, revenue, 'amount:makes', valueKindOf)
    expect(linksOf(carried)).toEqual(['makes'])
    expect(assignmentsOf(carried, revenue)).toEqual(['amount:makes'])
    expect(unitOf(carried, revenue)).toBe('')
    const freed = assign(carried, revenue, null, valueKindOf)
    expect(assignmentsOf(freed, revenue)).toEqual([])
    expect(assignmentsOf(freed, product)).toEqual(['edge:makes:product'])
  })

  test('a column that only a rule of the file uses is neither unused nor lost', () => {
    const when = { field: 'kind', is: 'a' }
    const base = mapped()
    const claims = base.claims.map((claim) => ({ ...claim, when }))
    const fields = { ...base.fields, kind: { column: '主要产品' } }
    expect(assignmentsOf({ ...base, claims, fields }, product)).toEqual(['rule'])
  })

  test('a column taken back leaves no claim and no field behind', () => {
    const linked = assign(mapped(), product, 'edge:makes:product', valueKindOf)
    const mapping = assign(linked, product, null, valueKindOf)
    expect(assignmentsOf(mapping, product)).toEqual([])
    expect(Object.keys(mapping.fields).toSorted()).toEqual(['columnA', 'columnB', 'columnC'])
    expect(mapping.claims.every(({ subject }) => subject.kind === 'firm')).toBe(true)
  })

  test('a column without a title is known by its place', () => {
    const mapping = assign(mapped(), untitled, 'property:note', valueKindOf)
    expect(mapping.fields.columnE?.column).toEqual({ index: 4 })
    expect(assignmentsOf(mapping, untitled)).toEqual(['property:note'])
  })

  test('what the screen does not know stays as it was', () => {
    const check = { field: 'columnC', must: { min: '0' }, else: 'refuse' }
    const rich = { ...mapped(), checks: [check], lookups: { a: { b: 'c' } } }
    const mapping = assign(rich, name, 'property:shortName', valueKindOf)
    expect(mapping).toMatchObject({ checks: [check], lookups: { a: { b: 'c' } } })
  })

  test('rows about another kind keep only what that kind can state', () => {
    const mapping = withKind(mapped(), 'institute', new Set(['name']))
    expect(mainSubject(mapping)?.kind).toBe('institute')
    expect(mapping.claims.map(({ property }) => property)).toEqual(['name'])
  })
})

test('a mapping to be kept knows the next file by its titles', () => {
  expect(readyToKeep(mapped()).match?.columns?.toSorted()).toEqual(
    ['单位名称', '统一社会信用代码', '营业收入'].toSorted(),
  )
})
