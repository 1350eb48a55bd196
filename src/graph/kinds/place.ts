import { parse } from 'csv-parse/sync'
import { Problem, plainText } from '../../base/index.ts'
import { type CodeRow, type CodeTable, codeTables } from './codes.ts'

/** A division of China or a country. */
export interface Place {
  scheme: 'division' | 'country'
  code: string
  name: string
  level: 'country' | 'province' | 'city' | 'county'
  /** Codes that the text may mean as well: 吉林 is the province, and may be 吉林市 220200. */
  alternatives: readonly string[]
}

/** A name that tables write for a place, with what else it may mean. */
interface PlaceName {
  code: string
  alternatives: readonly string[]
}

/** Divisions and countries by code and by the names that tables write. */
export interface Places {
  readonly divisions: CodeTable
  readonly countries: CodeTable
  /** Short names and by-names (深圳, 内蒙, 沪) and full names that are no one's else. */
  readonly names: ReadonlyMap<string, PlaceName>
  /** Codes by "prefix name": what a name means inside a province or a city. */
  readonly inside: ReadonlyMap<string, string>
}

/**
 * Puts together the rows of the division and country tables and the text of `place-names.csv`
 * (name, code, alternatives with blanks between). Problem: `pack-invalid`.
 */
export function loadPlaces(rows: readonly CodeRow[], namesText: string): Places {
  const tables = codeTables(rows)
  const divisions = tables.get('division')
  const countries = tables.get('country')
  if (divisions === undefined || countries === undefined) {
    const reason = 'division, country'
    throw new Problem('pack-invalid', { pack: 'codes', file: 'division.csv', reason })
  }
  const names = new Map<string, PlaceName>()
  for (const [name, meant] of fullNames([...countries.rows, ...divisions.rows])) {
    names.set(name, meant)
  }
  const lines: string[][] = parse(namesText, { bom: true, fromLine: 2, skipEmptyLines: true })
  for (const [name = '', code = '', others = ''] of lines) {
    names.set(name, { code, alternatives: others.split(' ').filter((other) => other !== '') })
  }
  return { divisions, countries, names, inside: indexInside(divisions.rows) }
}

/** Rows that only hold others together; their names are no names of places. */
const HOLDERS = /^(市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$/

/** Full names; one that several divisions of the highest level bear (朝阳区) stays out. */
function fullNames(rows: readonly CodeRow[]): Map<string, PlaceName> {
  const codes = new Map<string, string[]>()
  for (const { nameZh, code, validTo } of rows) {
    if (nameZh === null || validTo !== null || HOLDERS.test(nameZh)) continue
    codes.set(nameZh, [...(codes.get(nameZh) ?? []), code])
  }
  const found = new Map<string, PlaceName>()
  for (const [name, own] of codes) {
    const [first = '', second] = own.sort((left, right) => rankOf(left) - rankOf(right))
    if (second !== undefined && rankOf(first) === rankOf(second)) continue
    found.set(name, { code: first, alternatives: own.slice(1) })
  }
  return found
}

const LEVELS = ['country', 'province', 'city', 'county'] as const

function rankOf(code: string): number {
  return LEVELS.indexOf(levelOf(code))
}

/** Level of a code: two letters are a country, zeros at the end tell the rest. */
function levelOf(code: string): Place['level'] {
  if (/^[A-Z]{2}$/.test(code)) return 'country'
  if (code.endsWith('0000')) return 'province'
  return code.endsWith('00') ? 'city' : 'county'
}

/**
 * The place that a code or a printed name means: 440300, 深圳, 深圳市, 广东深圳, 江苏省苏州市昆山市,
 * 荷兰, NL. A short name of a province and a city means the province and names the city as an
 * alternative; a name that only equals bear (朝阳区) gives null. With a day, a code is looked up as
 * it was then.
 */
export function divisionOf(places: Places, text: string, on?: string): Place | null {
  const plain = plainText(text).replace(/[\s\-—/·,，、]+/g, '')
  if (/^\d{6}$/.test(plain) || /^[A-Z]{2}$/.test(plain)) return placeOfCode(places, plain, [], on)
  const inChina = plain.length > 2 ? plain.replace(/^中国/, '') : plain
  const named = places.names.get(inChina)
  if (named !== undefined) return placeOfCode(places, named.code, named.alternatives, on)
  return placeByPath(places, inChina, on)
}

function placeOfCode(
  places: Places,
  code: string,
  alternatives: readonly string[],
  on: string | undefined,
): Place | null {
  const scheme = code.length === 2 ? 'country' : 'division'
  const table = scheme === 'country' ? places.countries : places.divisions
  const row = table.find(code, on)
  if (row === null) return null
  return { scheme, code, name: row.nameZh ?? code, level: levelOf(code), alternatives }
}

/** Longer than any path of three names; an address is not a place. */
const PATH_LIMIT = 40

/** 广东深圳南山区: the longest known beginning, then the rest among what lies inside it. */
function placeByPath(places: Places, text: string, on: string | undefined): Place | null {
  if (text.length > PATH_LIMIT) return null
  for (let cut = text.length - 1; cut >= 2; cut -= 1) {
    const outer = places.names.get(text.slice(0, cut))
    if (outer === undefined) continue
    const readings = [outer.code, ...outer.alternatives]
    const inner = readings.map((code) => innerCode(places, code, text.slice(cut)))
    const code = inner.find((found) => found !== null)
    if (code !== undefined && code !== null) return placeOfCode(places, code, [], on)
  }
  return null
}

/** The one division inside `outer` that bears the name, whole or without its ending. */
function innerCode(places: Places, outer: string, name: string): string | null {
  const prefix = outer.replace(/(00)+$/, '')
  if (outer.length !== 6 || prefix === outer) return null
  const short = places.names.get(name)?.code
  if (short?.startsWith(prefix) && short !== outer) return short
  const found = places.inside.get(`${prefix} ${name}`)
  if (found !== undefined) return found === SEVERAL ? null : found
  // 江苏苏州昆山: one more step down.
  for (let cut = name.length - 1; cut >= 2; cut -= 1) {
    const next = innerCode(places, outer, name.slice(0, cut))
    const last = next === null ? null : innerCode(places, next, name.slice(cut))
    if (last !== null) return last
  }
  return null
}

const SEVERAL = ''
const ENDING = /(自治县|自治州|新区|地区|区|县|市|盟|旗)$/

/**
 * Codes by "prefix name" below every province and city, so that a path costs a few look-ups and
 * not a walk over all divisions. A whole name goes before one without its ending.
 */
function indexInside(rows: readonly CodeRow[]): Map<string, string> {
  const whole = new Map<string, string>()
  const bare = new Map<string, string>()
  for (const { code, nameZh, validTo } of rows) {
    if (nameZh === null || validTo !== null || HOLDERS.test(nameZh)) continue
    const short = nameZh.replace(ENDING, '')
    for (const prefix of [code.slice(0, 2), code.slice(0, 4)]) {
      if (code === prefix.padEnd(6, '0')) continue
      note(whole, `${prefix} ${nameZh}`, code)
      if (short.length >= 2) note(bare, `${prefix} ${short}`, code)
    }
  }
  return new Map([...bare, ...whole])
}

function note(index: Map<string, string>, key: string, code: string): void {
  index.set(key, index.has(key) ? SEVERAL : code)
}

/** How far from home a maker is. */
export type PlaceRelation = 'local' | 'province' | 'country' | 'abroad'

/**
 * How a place (`code`: six digits, or two letters of a country) lies to the division of an
 * organisation. Local is what lies within its own jurisdiction, so for a province all of it;
 * province is the rest of the same province. A place that is only known to a wider area than home
 * is not local. Null when the code is none, and for places in the country where nobody said where
 * home is: to call them all distant would put the makers next door out of reach. Hong Kong, Macao and Taiwan (810000, 820000, 710000,
 * also HK, MO, TW) are 境外, outside the customs territory, as trade statistics count them: a supply
 * from there crosses the border that a drill would close.
 */
export function placeRelation(home: string | null, code: string | null): PlaceRelation | null {
  if (code === null) return null
  const isSeated = home !== null && /^\d{6}$/.test(home)
  if (/^[A-Z]{2}$/.test(code)) return code !== 'CN' ? 'abroad' : isSeated ? 'country' : null
  if (!/^\d{6}$/.test(code)) return null
  if (OUTSIDE_CUSTOMS.includes(code.slice(0, 2))) return 'abroad'
  if (!isSeated) return null
  if (home.slice(0, 2) !== code.slice(0, 2)) return 'country'
  return code.startsWith(home.replace(/(?:00){1,2}$/, '')) ? 'local' : 'province'
}

/** Beginnings of the division codes of Taiwan, Hong Kong and Macao. */
const OUTSIDE_CUSTOMS = ['71', '81', '82']
