import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type JsonValue, Problem, parseQuantity } from '../../base/index.ts'
import {
  checkCode,
  checkStatement,
  choiceOf,
  loadVocabulary,
  parsePack,
  propertiesOf,
  reasonWords,
  type Statement,
  schemeOf,
  viewVocabulary,
} from './index.ts'

const CORE = 'packs/core'
const readJson = (path: string): JsonValue => JSON.parse(readFileSync(join(CORE, path), 'utf8'))
const inFolder = (folder: string): string[] =>
  readdirSync(join(CORE, folder)).map((file) => join(folder, file))
const files = [...inFolder('kinds'), ...inFolder('edges'), 'properties.json', 'schemes.json']
const core = loadVocabulary(files.map(readJson))

test('the core pack says everything the system speaks of', () => {
  expect(parsePack(readJson('pack.json'))).toMatchObject({ id: 'core', synthetic: false })
  expect([...core.kinds.keys()].sort()).toEqual(
    `chain chainTemplate division firm fund governmentBody industryClass institute officeHolder park
     platform policy product project stage technology templateSlot topic`.split(/\s+/),
  )
  expect([...core.edges.keys()].sort()).toEqual(
    `belongsToChain belongsToStage classifiedAs consumes dependsOn governs holdsShare kindOf leads
     locatedIn makes slotOf substitutes supplies`.split(/\s+/),
  )
  expect([...core.schemes.keys()]).toContain('credit-code')
  for (const { properties } of core.kinds.values()) expect(properties).toContain('name')
})

test('every property is carried by some kind, and each file holds what its name says', () => {
  const carried = new Set([...core.kinds.values()].flatMap(({ properties }) => properties))
  expect([...core.properties.keys()].filter((id) => !carried.has(id))).toEqual([])
  for (const path of [...inFolder('kinds'), ...inFolder('edges')]) {
    const [[, item] = []] = Object.entries(readJson(path) as Record<string, { id: string }>)
    const name = item?.id.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)
    expect(path).toMatch(new RegExp(`/${name}\\.json$`))
  }
})

test('the view has plain lists', () => {
  const view = viewVocabulary(core)
  expect(view.kinds.find(({ id }) => id === 'firm')?.words).toEqual({ zh: '企业', en: 'firm' })
  expect(view.edges.find(({ id }) => id === 'makes')?.reverse.zh).toBe('由其生产')
  expect(JSON.parse(JSON.stringify(view))).toEqual(view)
  expect(propertiesOf(core, 'stage').map(({ id }) => id)).toContain('verdict')
  expect(propertiesOf(core, 'nothing')).toEqual([])
})

const kind = (id: string, extra: object = {}): JsonValue => ({
  kind: { id, words: { zh: id, en: id }, keys: ['list'], properties: ['name'], ...extra },
})
const small: JsonValue[] = [
  kind('thing'),
  { properties: [{ id: 'name', words: { zh: '名', en: 'n' }, value: 'text', owner: 'office' }] },
  { schemes: [{ id: 'list', words: { zh: '表', en: 'l' }, source: 'x', named: true }] },
]

test.each<[string, JsonValue[], RegExp]>([
  ['an id twice', [...small, kind('thing')], /thing.*twice/],
  ['a kind without its property', [kind('other', { properties: ['size'] }), ...small], /size/],
  ['a kind without its scheme', [kind('other', { keys: ['lei'] }), ...small], /lei/],
  ['an unknown field', [kind('other', { colour: 'red' }), ...small], /kind other.*colour/],
  ['an id in capitals', [kind('Other'), ...small], /kind Other.*camelCase/],
  ['another file', [{ roles: [] }, ...small], /roles/],
  ['no object', ['x', ...small], /vocabulary/],
  [
    'a choice without choices',
    [
      { properties: [{ id: 'a', words: { zh: 'a', en: 'a' }, value: 'choice', owner: 'office' }] },
      ...small,
    ],
    /choice/,
  ],
  [
    'an edge to nowhere',
    [
      {
        edge: {
          id: 'joins',
          words: { zh: 'a', en: 'a' },
          reverse: { zh: 'a', en: 'a' },
          from: ['thing'],
          to: ['nothing'],
        },
      },
      ...small,
    ],
    /joins → nothing/,
  ],
])('a pack with %s is refused', (_, content, message) => {
  expect(() => loadVocabulary(content)).toThrow(Problem)
  expect(() => loadVocabulary(content)).toThrow(message)
})

test('a scheme of lists needs the name of the list', () => {
  expect(schemeOf(core, 'list:materials-2021')?.id).toBe('list')
  expect(schemeOf(core, 'list')).toBeUndefined()
  expect(schemeOf(core, 'credit-code')?.id).toBe('credit-code')
  expect(schemeOf(core, 'credit-code:x')).toBeUndefined()
})

test.each([
  ['credit-code', '91440300192317458f', '91440300192317458F'],
  ['stock-code', '600373.SH', '600373'],
  ['list:materials', ' 光刻胶 ', '光刻胶'],
  ['division', '４４０３００', '440300'],
  ['country', 'NL', 'NL'],
  ['hs', '854231', '854231'],
  ['gbt4754-2017', 'C', 'C'],
  ['shenwan', '270101', '270101'],
])('%s %j is %s', (scheme, text, code) => {
  expect(checkCode(core, scheme, text)).toEqual({ ok: true, code })
})

test.each([
  ['lei', 'x', 'scheme-unknown'],
  ['list', '光刻胶', 'scheme-unknown'],
  ['list:materials', '', 'code-empty'],
  ['list:materials', '光\u200b刻胶', 'code-suspicious'],
  ['list:materials', '光'.repeat(301), 'code-long'],
  ['division', '4403', 'code-form'],
  ['credit-code', '91440300192317458G', 'code-check'],
])('%s %j is refused: %s', (scheme, text, reason) => {
  const check = checkCode(core, scheme, text)
  expect(check).toMatchObject({ ok: false, reason })
  if (check.ok) return
  expect(reasonWords(check).zh).not.toMatch(/[{…]/)
  expect(reasonWords(check).en).not.toMatch(/[{…]/)
})

const firm = { kind: 'firm', scheme: 'stock-code', code: '688981' }
const product = { kind: 'product', scheme: 'list:x', code: '晶圆' }
const stage = { kind: 'stage', scheme: 'list:x', code: '制造' }
const say = (part: Partial<Statement>): Statement => ({
  ...{ subject: firm, property: 'name', object: null, text: null, quantity: null },
  ...part,
})

test.each<[string, Statement, string[]]>([
  ['a name', say({ text: '中芯国际' }), []],
  ['an edge', say({ property: 'makes', object: product }), []],
  [
    'an edge with a share',
    say({ property: 'makes', object: product, quantity: parseQuantity('35%') }),
    [],
  ],
  ['a date', say({ property: 'listedOn', text: '2020-07-16' }), []],
  ['a choice', say({ subject: stage, property: 'verdict', text: '弱' }), []],
  ['money abroad', say({ property: 'revenue', quantity: parseQuantity('63亿美元') }), []],
  ['no text', say({ text: ' ' }), ['value-missing']],
  ['an edge without object', say({ property: 'makes' }), ['object-missing']],
  ['an edge to the wrong kind', say({ property: 'makes', object: firm }), ['object-foreign']],
  [
    'an edge from the wrong kind',
    say({ subject: product, property: 'makes', object: product }),
    ['subject-foreign'],
  ],
  ['a value with an object', say({ text: 'x', object: product }), ['object-extra']],
  ['a value of another kind', say({ property: 'verdict', text: '弱' }), ['property-foreign']],
  ['no such property', say({ property: 'colour', text: 'red' }), ['property-unknown']],
  ['no such kind', say({ subject: { ...firm, kind: 'shop' }, text: 'x' }), ['kind-unknown']],
  [
    'a key of another kind',
    say({ subject: { ...stage, scheme: 'stock-code' }, text: 'x' }),
    ['key-foreign'],
  ],
  ['a wrong key', say({ subject: { ...firm, code: '999999' }, text: 'x' }), ['code-form']],
  ['no quantity', say({ property: 'revenue', text: '很多' }), ['value-quantity']],
  ['the wrong unit', say({ property: 'revenue', quantity: parseQuantity('35%') }), ['value-unit']],
  ['no date', say({ property: 'listedOn', text: '待定' }), ['value-date']],
  ['no choice', say({ subject: stage, property: 'verdict', text: '尚可' }), ['value-choice']],
  ['a wrong code', say({ property: 'creditCode', text: '123' }), ['code-length']],
])('%s', (_, statement, reasons) => {
  const misfits = checkStatement(core, statement)
  expect(misfits.map(({ reason }) => reason)).toEqual(reasons)
  for (const misfit of misfits) expect(reasonWords(misfit).zh).not.toMatch(/[{…]/)
})

test('a choice is known by its id, its words and its other spellings', () => {
  const position = core.properties.get('position')
  const exchange = core.properties.get('exchange')
  expect(position).toBeDefined()
  if (position === undefined || exchange === undefined) return
  expect(['上游', 'Upstream', 'upstream', '中间'].map((text) => choiceOf(position, text))).toEqual([
    ...['upstream', 'upstream', 'upstream'],
    null,
  ])
  expect(choiceOf(exchange, '上交所')).toBe('SSE')
})
