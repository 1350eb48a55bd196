// Makes the code tables of packs/core/codes from open data that may be shipped (sources and
// licences: packs/core/codes/NOTICE). What was typed by hand stands in packs/core/codes/typed and is
// only read here. Run it again when the data changes; the result is committed.
// usage: node --import ./tools/typescript.mjs tools/make-codes.ts [folder of the open data]
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'

const DATA = process.argv[2] ?? join(process.env.LIANSHU_SHARED ?? '../shared', 'data')
const CODES = 'packs/core/codes'
const HEADER = 'scheme,edition,code,parent,nameZh,nameEn,validFrom,validTo'

type Row = Record<string, string>

const read = (path: string): Row[] =>
  parse(readFileSync(path, 'utf8'), { bom: true, columns: true, skipEmptyLines: true })

const cell = (text: string): string =>
  /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

function write(file: string, header: string, rows: readonly (readonly string[])[]): void {
  const lines = rows.map((row) => row.map((text) => cell(text.trim())).join(','))
  writeFileSync(join(CODES, file), `${[header, ...lines].join('\n')}\n`)
  console.log(`${file}: ${rows.length} rows`)
}

/** Province, city and county; the province codes of two digits and the city's four get their zeros. */
function divisions(): Row[] {
  const folder = join(DATA, 'cn-divisions')
  const counties = read(join(folder, 'areas.csv')).filter(({ code = '' }) => !code.endsWith('00'))
  return [
    ...read(join(folder, 'provinces.csv')).map(({ code, name }) => ({
      ...{ code: `${code}0000`, parent: '', name: name ?? '' },
    })),
    ...read(join(folder, 'cities.csv')).map(({ code, name, provinceCode }) => ({
      ...{ code: `${code}00`, parent: `${provinceCode}0000`, name: name ?? '' },
    })),
    ...counties.map(({ code = '', name = '', cityCode }) => ({
      ...{ code, parent: `${cityCode}00`, name },
    })),
  ]
}

/** The edition of the data, completed and dated where somebody typed an act with its number. */
function writeDivisions(): void {
  const typed = read(join(CODES, 'typed/division-history.csv'))
  const known = new Map(typed.map((row) => [row.code, row]))
  const edition = divisions()
  const codes = new Set(edition.map(({ code }) => code))
  const added = typed.filter(({ code }) => !codes.has(code))
  const rows = [
    ...edition.map(({ code = '', parent = '', name = '' }) => {
      const { validFrom = '', validTo = '' } = known.get(code) ?? {}
      return ['division', '2022', code, parent, name, '', validFrom, validTo]
    }),
    ...added.map((row) => HEADER.split(',').map((column) => row[column] ?? '')),
  ].sort((left, right) => ((left[2] ?? '') < (right[2] ?? '') ? -1 : 1))
  write('division.csv', HEADER, rows)
  const valid = added.filter(({ validTo }) => validTo === '')
  const named = [...edition, ...valid.map(({ code = '', nameZh = '' }) => ({ code, name: nameZh }))]
  write('place-names.csv', 'name,code,alternatives', placeNames(named))
}

const NATIONS = [
  ...['朝鲜族', '土家族', '苗族', '藏族', '羌族', '彝族', '布依族', '侗族', '哈尼族', '壮族'],
  ...['傣族', '白族', '景颇族', '傈僳族', '回族', '蒙古族', '蒙古', '哈萨克', '柯尔克孜', '维吾尔'],
].join('|')
const NATION = new RegExp(`(?<=..)(${NATIONS})+$`)
const HOLDER = /^(市辖区|县|.*直辖县级行政区划)$/

/** 深圳市 → 深圳, 广西壮族自治区 → 广西, 延边朝鲜族自治州 → 延边, 昆山市 → 昆山; '' for the rest. */
function shortName({ code = '', name = '' }: Row): string {
  if (HOLDER.test(name) || (!code.endsWith('00') && !name.endsWith('市'))) return ''
  const bare = name.replace(/(特别行政区|自治区|自治州|地区|省|市|盟)$/, '')
  const short = /自治[区州]$/.test(name) ? bare.replace(NATION, '') : bare
  return short.length >= 2 && short !== name ? short : ''
}

/** Each short name with the highest division that bears it, and the others; equals give none. */
function placeNames(rows: readonly Row[]): string[][] {
  const codes = new Map<string, Set<string>>()
  for (const row of rows) {
    const name = shortName(row)
    if (name !== '') codes.set(name, (codes.get(name) ?? new Set()).add(row.code ?? ''))
  }
  const rank = (code: string): number => (code.endsWith('0000') ? 0 : code.endsWith('00') ? 1 : 2)
  const found: string[][] = []
  for (const [name, own] of codes) {
    const [first = '', ...others] = [...own].sort((left, right) => rank(left) - rank(right))
    const isShared = others.some((other) => rank(other) === rank(first))
    if (!isShared) found.push([name, first, others.join(' ')])
  }
  const aliases = read(join(CODES, 'typed/place-aliases.csv'))
  return [...found, ...aliases.map(({ name = '', code = '' }) => [name, code, ''])]
}

/** Codes that the crosswalk knows as of 2017; a class's parent is what its digits begin with. */
function writeIndustries(): void {
  const pairs = read(join(DATA, 'gbt4754-crosswalk', 'gb_2011_2017.csv'))
  const typed = read(join(CODES, 'typed/gbt4754-2017-names.csv'))
  const known = new Map(
    typed.map(({ code = '', parent = '', nameZh = '' }) => [code, { parent, nameZh }]),
  )
  const codes = new Set(pairs.map((pair) => pair.to_code ?? ''))
  for (const code of [...codes])
    for (let cut = 2; cut < code.length; cut += 1) codes.add(code.slice(0, cut))
  const sections = typed.filter(({ parent }) => parent === '').map(({ code = '' }) => code)
  const rows = [...sections, ...[...codes].sort()].map((code) => {
    const { parent, nameZh } = known.get(code) ?? { parent: code.slice(0, -1), nameZh: '' }
    return ['gbt4754-2017', '2017', code, parent, nameZh, '', '', '']
  })
  write('gbt4754-2017.csv', HEADER, rows)
}

/** English names as the source has them; its total row says which edition it is. */
function writeHarmonizedSystem(): void {
  const rows = read(join(DATA, 'hs-codes', 'harmonized-system.csv'))
  const total = rows.find(({ hscode }) => hscode === 'TOTAL')?.description ?? ''
  const edition = /HS(\d{4})/.exec(total)?.[1] ?? '未明'
  const codes = rows.filter(({ level = '' }) => ['2', '4', '6'].includes(level))
  write(
    'hs.csv',
    HEADER,
    codes.map(({ hscode = '', parent = '', description = '' }) => {
      return ['hs', edition, hscode, parent === 'TOTAL' ? '' : parent, '', description, '', '']
    }),
  )
}

writeDivisions()
writeIndustries()
writeHarmonizedSystem()
