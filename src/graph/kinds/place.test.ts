import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Problem } from '../../base/index.ts'
import { codeTables, divisionOf, loadPlaces, parseCodes, placeRelation } from './index.ts'

const CODES = 'packs/core/codes'
const textOf = (file: string): string => readFileSync(`${CODES}/${file}`, 'utf8')
const rowsOf = (file: string) => parseCodes(textOf(file), file)
const places = loadPlaces(
  [...rowsOf('division.csv'), ...rowsOf('country.csv')],
  textOf('place-names.csv'),
)
const tables = codeTables([
  ...rowsOf('division.csv'),
  ...rowsOf('gbt4754-2017.csv'),
  ...rowsOf('hs.csv'),
])

// printed | code | name | level | alternatives
test.each([
  ['440300', '440300', '深圳市', 'city', []],
  ['深圳', '440300', '深圳市', 'city', []],
  ['深圳市', '440300', '深圳市', 'city', []],
  ['广东深圳', '440300', '深圳市', 'city', []],
  ['广东省深圳市南山区', '440305', '南山区', 'county', []],
  ['中国 广东 深圳', '440300', '深圳市', 'city', []],
  ['江苏-苏州-昆山', '320583', '昆山市', 'county', []],
  ['昆山', '320583', '昆山市', 'county', []],
  ['江苏', '320000', '江苏省', 'province', []],
  ['北京', '110000', '北京市', 'province', []],
  ['北京市朝阳区', '110105', '朝阳区', 'county', []],
  ['上海浦东', '310115', '浦东新区', 'county', []],
  ['内蒙', '150000', '内蒙古自治区', 'province', []],
  ['内蒙古', '150000', '内蒙古自治区', 'province', []],
  ['广西', '450000', '广西壮族自治区', 'province', []],
  ['吉林', '220000', '吉林省', 'province', ['220200']],
  ['吉林市', '220200', '吉林市', 'city', []],
  ['海南', '460000', '海南省', 'province', ['632500']],
  ['延边', '222400', '延边朝鲜族自治州', 'city', []],
  ['东莞', '441900', '东莞市', 'city', []],
  ['湖北仙桃', '429004', '仙桃市', 'county', []],
  ['湖北恩施', '422800', '恩施土家族苗族自治州', 'city', []],
  ['西藏拉萨城关区', '540102', '城关区', 'county', []],
  ['香港', '810000', '香港特别行政区', 'province', []],
  ['台湾', '710000', '台湾省', 'province', []],
  ['荷兰', 'NL', '荷兰', 'country', []],
  ['NL', 'NL', '荷兰', 'country', []],
  ['中国', 'CN', '中国', 'country', []],
] as const)('%s is %s', (text, code, name, level, alternatives) => {
  expect(divisionOf(places, text)).toMatchObject({ code, name, level, alternatives })
})

test.each(['朝阳区', '市辖区', '999999', '火星', '', '广东苏州', 'XX'])(
  '%j is no place',
  (text) => {
    expect(divisionOf(places, text)).toBeNull()
  },
)

test('a code is looked up as it was on a day', () => {
  expect(divisionOf(places, '371200', '2018-01-01')?.name).toBe('莱芜市')
  expect(divisionOf(places, '371200', '2020-01-01')).toBeNull()
  expect(divisionOf(places, '371200')?.name).toBe('莱芜市')
  expect(divisionOf(places, '500000', '1990-01-01')).toBeNull()
  expect(divisionOf(places, '510200', '1990-01-01')?.name).toBe('重庆市')
})

// home | place | relation
test.each([
  ['320500', '320500', 'local'],
  ['320500', '320583', 'local'],
  ['320583', '320583', 'local'],
  ['320583', '320500', 'province'],
  ['320500', '320100', 'province'],
  ['320500', '320000', 'province'],
  ['320000', '320500', 'local'],
  ['320000', '320000', 'local'],
  ['310000', '310115', 'local'],
  ['310115', '310115', 'local'],
  ['320500', '440300', 'country'],
  ['320500', '710000', 'abroad'],
  ['320500', 'HK', 'abroad'],
  ['320500', 'CN', 'country'],
  ['320500', 'NL', 'abroad'],
  [null, '440300', null],
  [null, 'CN', null],
  [null, 'NL', 'abroad'],
  ['320500', null, null],
  ['320500', '江苏', null],
] as const)('from %s, %s is %s', (home, code, relation) => {
  expect(placeRelation(home, code)).toBe(relation)
})

test('what is local lies inside home, and all that lies inside home is local', () => {
  const division = fc.constantFrom(...places.divisions.rows.map(({ code }) => code))
  fc.assert(
    fc.property(division, division, (home, code) => {
      const relation = placeRelation(home, code)
      const isInside = code.startsWith(home.replace(/(00)+$/, ''))
      expect(relation === 'local').toBe(isInside && !/^(71|81|82)/.test(code))
    }),
    { numRuns: 2000 },
  )
})

test('every parent is in its table, and no code is there twice at one time', () => {
  for (const table of tables.values()) {
    const codes = new Set(table.rows.map(({ code }) => code))
    expect(table.rows.filter(({ parent }) => parent !== null && !codes.has(parent))).toEqual([])
    const valid = table.rows.filter(({ validTo }) => validTo === null).map(({ code }) => code)
    expect(new Set(valid).size).toBe(valid.length)
  }
})

test('the tables are as large as their sources say', () => {
  const lengths = (scheme: string, length: number): number =>
    tables.get(scheme)?.rows.filter(({ code }) => code.length === length).length ?? 0
  expect([1, 2, 3, 4].map((length) => lengths('gbt4754-2017', length))).toEqual([20, 97, 473, 1381])
  expect([2, 4, 6].map((length) => lengths('hs', length))).toEqual([97, 1229, 5613])
})

test('codes are found by code, by parent and by a part of their name', () => {
  const industries = tables.get('gbt4754-2017')
  expect(industries?.find('39')?.nameZh).toBe('计算机、通信和其他电子设备制造业')
  expect(industries?.find('3973')).toMatchObject({ parent: '397', nameZh: null })
  expect(industries?.childrenOf('I').map(({ code }) => code)).toEqual(['63', '64', '65'])
  expect(industries?.childrenOf(null).length).toBe(20)
  expect(industries?.search('汽车', 5).map(({ code }) => code)).toEqual(['36'])
  expect(
    tables
      .get('hs')
      ?.search('8542', 3)
      .map(({ code }) => code),
  ).toEqual([...['8542', '854231', '854232']])
})

test.each(['a,b\n1,2\n', 'scheme,edition\n"x'])('%j is no code table', (text) => {
  expect(() => parseCodes(text, 'x.csv')).toThrow(Problem)
})
