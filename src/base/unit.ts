import type { Words } from './language.ts'

/** A unit as stored: its own name is the key; `spellings` are what people print for it. */
interface Unit {
  words: Words
  /** Printed close to the number in Chinese, as in 35%. */
  close?: boolean
  spellings: readonly string[]
}

const unit = (zh: string, en: string, ...spellings: string[]): Unit => ({
  words: { zh, en },
  spellings: [zh, ...spellings],
})
const close = (sign: string, ...spellings: string[]): Unit => ({
  words: { zh: sign, en: sign },
  close: true,
  spellings: [sign, ...spellings],
})

/** Units that carry more than a counting word; the key is what `Quantity.unit` holds. */
const MEASURES: Readonly<Record<string, Unit>> = {
  元: unit('元', 'CNY', '人民币元', '元人民币', '人民币', 'RMB', 'CNY', '¥'),
  USD: unit('美元', 'USD', '美金', 'USD', 'US$', '$'),
  EUR: unit('欧元', 'EUR', 'EUR', '€'),
  JPY: unit('日元', 'JPY', 'JPY'),
  HKD: unit('港元', 'HKD', '港币', 'HKD', 'HK$'),
  GBP: unit('英镑', 'GBP', 'GBP', '£'),
  KRW: unit('韩元', 'KRW', 'KRW'),
  TWD: unit('新台币', 'TWD', 'TWD'),
  '%': close('%'),
  '‰': close('‰'),
  百分点: unit('个百分点', 'percentage points', '百分点'),
  倍: unit('倍', 'times'),
  吨: unit('吨', 't', 't'),
  吨标准煤: unit('吨标准煤', 'tce', 'tce'),
  千克: unit('千克', 'kg', '公斤', 'kg', 'KG'),
  克: unit('克', 'g', 'g'),
  公里: unit('公里', 'km', '千米', 'km'),
  米: unit('米', 'm'),
  毫米: unit('毫米', 'mm', 'mm'),
  微米: unit('微米', 'μm', 'μm', 'µm', 'um'),
  纳米: unit('纳米', 'nm', 'nm'),
  英寸: unit('英寸', 'inch', '吋'),
  平方米: unit('平方米', 'm²', '㎡', 'm²'),
  平方公里: unit('平方公里', 'km²', '平方千米', 'km²', '㎢'),
  立方米: unit('立方米', 'm³', 'm³'),
  亩: unit('亩', 'mu'),
  公顷: unit('公顷', 'ha', 'ha'),
  升: unit('升', 'L', 'L'),
  桶: unit('桶', 'barrels'),
  千瓦时: unit('千瓦时', 'kWh', 'kWh', 'KWh'),
  兆瓦时: unit('兆瓦时', 'MWh', 'MWh'),
  吉瓦时: unit('吉瓦时', 'GWh', 'GWh'),
  千瓦: unit('千瓦', 'kW', 'kW', 'KW'),
  兆瓦: unit('兆瓦', 'MW', 'MW'),
  吉瓦: unit('吉瓦', 'GW', 'GW'),
  标准箱: unit('标准箱', 'TEU', 'TEU'),
  年: unit('年', 'years'),
  月: unit('个月', 'months'),
  天: unit('天', 'days'),
  小时: unit('小时', 'hours'),
  分钟: unit('分钟', 'minutes'),
  秒: unit('秒', 'seconds'),
}

/** Counting words, each its own unit; English says only what is counted, so it says nothing. */
const COUNTS: Readonly<Record<string, string>> = {
  ...{ 家: 'firms', 个: '', 种: 'kinds', 项: 'items', 件: 'items', 台: 'units', 套: 'sets' },
  ...{ 辆: 'vehicles', 架: 'aircraft', 艘: 'ships', 人: 'people', 名: 'people', 位: 'people' },
  ...{
    户: 'households',
    条: 'lines',
    座: 'sites',
    只: '',
    片: 'wafers',
    颗: 'pieces',
    枚: 'pieces',
  },
  ...{ 块: 'pieces', 张: 'sheets', 次: 'times', 届: '', 所: 'sites', 处: 'sites', 类: 'classes' },
  ...{ 款: 'models', 例: 'cases', 篇: 'papers', 单: 'orders', 笔: 'deals', 起: 'cases', 支: '' },
  ...{ 部: '', 批: 'batches', 层: 'layers', 组: 'groups', 根: '', 岁: 'years old', 人次: 'visits' },
  ...{ 分: 'points', 档: 'grades', 级: 'grades', 道: 'steps' },
}

const bySpelling = new Map<string, string>()
for (const [key, { spellings }] of Object.entries(MEASURES)) {
  for (const spelling of spellings) bySpelling.set(spelling, key)
}
for (const key of Object.keys(COUNTS)) bySpelling.set(key, key)

/** 3月 and 5日 are dates, so these two mean a duration only below a stroke. */
const BELOW_STROKE: Readonly<Record<string, string>> = { 月: '月', 日: '天' }

/** 片/月, 元/吨, 片每月. */
const RATE = /^(.+?)(?:\/|每)(.+)$/

/** The stored unit of a printed one, also of a rate such as 片/月; null when it is none we know. */
export function unitOf(printed: string): string | null {
  const known = bySpelling.get(printed)
  if (known !== undefined) return known
  const rate = RATE.exec(printed)
  if (rate === null) return null
  const above = bySpelling.get(rate[1] as string)
  const below = BELOW_STROKE[rate[2] as string] ?? bySpelling.get(rate[2] as string)
  return above === undefined || below === undefined ? null : `${above}/${below}`
}

/** How a unit stands behind a number in both languages; '' for a bare number. */
export function unitWords(unitKey: string): Words & { close: boolean } {
  const slash = unitKey.indexOf('/')
  if (slash > 0) {
    const above = unitWords(unitKey.slice(0, slash))
    const below = belowStroke(unitKey.slice(slash + 1))
    return { zh: `${above.zh}/${below.zh}`, en: `${above.en}/${below.en}`, close: false }
  }
  const measure = MEASURES[unitKey]
  if (measure !== undefined) return { ...measure.words, close: measure.close === true }
  return { zh: unitKey, en: COUNTS[unitKey] ?? unitKey, close: false }
}

/** Below a stroke stands one of a thing: per month, not per months. */
function belowStroke(unitKey: string): Words {
  const one = ONE_OF[unitKey]
  return one === undefined ? unitWords(unitKey) : { zh: unitKey, en: one }
}

const ONE_OF: Readonly<Record<string, string>> = {
  ...{ 年: 'year', 月: 'month', 天: 'day', 小时: 'hour', 人: 'person', 家: 'firm', 台: 'unit' },
}

/** Powers of ten that Chinese and English write as words; longest first, so 万亿 is not 万. */
const SCALES: readonly (readonly [word: string, size: string])[] = [
  ['万亿', '1000000000000'],
  ['千亿', '100000000000'],
  ['百亿', '10000000000'],
  ['十亿', '1000000000'],
  ['千万', '10000000'],
  ['百万', '1000000'],
  ['十万', '100000'],
  ['trillion', '1000000000000'],
  ['billion', '1000000000'],
  ['million', '1000000'],
  ['thousand', '1000'],
  ['亿', '100000000'],
  ['万', '10000'],
  ['千', '1000'],
  ['百', '100'],
]

/** Splits 万元 or 亿 into scale and stored unit; '' is the bare number; null for unknown words. */
export function splitUnit(printed: string): { size: string; unit: string } | null {
  if (printed === '') return { size: '1', unit: '' }
  // A whole known unit goes first: 5千瓦 is five kilowatts, not five thousand watts.
  const whole = unitOf(printed)
  if (whole !== null) return { size: '1', unit: whole }
  for (const [word, size] of SCALES) {
    if (!printed.startsWith(word)) continue
    const rest = printed.slice(word.length).trim()
    const restUnit = rest === '' ? '' : unitOf(rest)
    if (restUnit !== null) return { size, unit: restUnit }
  }
  return null
}
