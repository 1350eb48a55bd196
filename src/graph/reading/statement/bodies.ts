import type { Body, BodyKind, Sentence } from './model.ts'
import { isCountry, PLACE, regionOfName } from './places.ts'

/** Work that a department of government is named after, at any level. */
const WORK =
  '发展和改革|发展改革|发改|教育|科学技术|科技|工业和信息化|工信|经济和信息化|经信|公安|民政|司法|财政|人力资源和社会保障|人力资源社会保障|人社|自然资源|生态环境|住房和城乡建设|住房城乡建设|住建|交通运输|水利|农业农村|商务|文化和旅游|文旅|卫生健康|卫健|应急管理|审计|国有资产监督管理|国资|市场监督管理|市场监管|统计|医疗保障|医保|地方金融监督管理|地方金融监管|金融监管|知识产权|大数据|银保监|证监|能源|林业和草原|海关|税务|药品监督管理|药监|食品药品监督管理|国防科技工业|信访|投资促进|数据|民族事务'
const CENTRAL =
  '中共中央办公厅|中共中央|中央办公厅|国务院办公厅|国务院国资委|国务院新闻办公室|国务院|外交部|国防部|国家发展改革委|国家发改委|国家发展和改革委员会|发展改革委|工业和信息化部|工信部|科学技术部|科技部|教育部|公安部|民政部|司法部|财政部|人力资源社会保障部|人社部|自然资源部|生态环境部|住房城乡建设部|住建部|交通运输部|水利部|农业农村部|商务部|文化和旅游部|卫生健康委|国家卫生健康委|国家卫健委|应急管理部|应急部|中国人民银行|人民银行|央行|审计署|海关总署|税务总局|市场监管总局|国家市场监管总局|国家知识产权局|国家能源局|国家统计局|国家数据局|国家药监局|国家食品药品监督管理总局|证监会|银保监会|中国证监会|中国银保监会|国家医保局|国家网信办|中央网信办|全国人大|全国政协|最高人民法院|最高人民检察院'
const LEVEL = '(?:省|市|县|区|州|自治区)'
const PROPER = `(?:${PLACE}(?:[\\u4e00-\\u9fa5]{1,6}(?:市|区|县|新区|开发区|高新区))?|全国|全省|全市|国家|中国|美国)`
const NAME = '[\\u4e00-\\u9fa5A-Za-z0-9]'

/** Patterns in the order in which they are tried at one place; the longest wins. */
const PATTERNS: readonly (readonly [RegExp, BodyKind])[] = [
  [
    new RegExp(`(?:${CENTRAL})(?:[\\u4e00-\\u9fa5]{2,8}?(?:司|总部|中心支行|分行)|办公厅)?`, 'g'),
    'government',
  ],
  [new RegExp(`(?:${PROPER}|${LEVEL})?(?:${WORK})(?:委员会|厅|局|委|办)`, 'g'), 'government'],
  [new RegExp(`(?:${PROPER})(?:${LEVEL})?(?:人民)?政府(?:办公厅|办公室)?`, 'g'), 'government'],
  [
    new RegExp(
      `(?:${PROPER})${LEVEL}?(?:人大常委会|人大|政协)(?:[\\u4e00-\\u9fa5]{2,8}?委员会)?`,
      'g',
    ),
    'government',
  ],
  [new RegExp(`(?:${PROPER})${NAME}{0,14}?(?:开发区|高新区)(?:管委会)?`, 'g'), 'government'],
  [
    new RegExp(`(?:${PLACE})(?:国务院|内阁|能源部|商务部|国防部|国会|${NAME}{1,6}省)`, 'g'),
    'government',
  ],
  [new RegExp(`${NAME}{2,16}(?:推进委员会|领导小组|工作委员会)`, 'g'), 'government'],
  [new RegExp(`内阁${NAME}{2,6}(?:中心|本部)`, 'g'), 'government'],
  [
    new RegExp(
      `${NAME}{2,}(?:（[\\u4e00-\\u9fa5]{2,6}）)?${NAME}{0,14}?(?:股份有限公司|有限责任公司|有限公司)`,
      'g',
    ),
    'enterprise',
  ],
  [/[\u4e00-\u9fa5A-Za-z/]{2,8}(?:集团|公司|控股)/g, 'enterprise'],
  [
    new RegExp(
      `(?:交通|工商|建设|农业|中国|招商|浦发|兴业|民生|光大|中信|平安|${PLACE})银行(?:股份有限公司)?`,
      'g',
    ),
    'enterprise',
  ],
  [new RegExp(`(?:${PLACE})${NAME}{2,8}交易所`, 'g'), 'enterprise'],
  [
    /[\u4e00-\u9fa5]{2,4}(?:基因|制药|汽车|理财|诊断|医疗|生物|科技|电子|重工|药业|能源|股份)(?=[、，。等）])/g,
    'enterprise',
  ],
  [
    new RegExp(`(?:${PLACE}|[\\u4e00-\\u9fa5]{2,4})[\\u4e00-\\u9fa5]{0,8}大学(?!生|院|城|科)`, 'g'),
    'university',
  ],
  [
    new RegExp(
      `(?:${PROPER}|${LEVEL})?(?:（${PLACE}）)?${NAME}{2,6}(?:（[\\u4e00-\\u9fa5]{2,6}）)${NAME}{2,10}(?:研究院|研究所)`,
      'g',
    ),
    'institute',
  ],
  [
    new RegExp(
      `(?:${PROPER})(?:（${PLACE}）)?${NAME}{1,14}(?:研究院|研究所|科学院|开发院|设计院|研究中心|实验室|专家委员会|保护中心|信息中心)`,
      'g',
    ),
    'institute',
  ],
  [
    new RegExp(
      `[省市](?:${NAME}{2,10})(?:研究院|研究所|科研院[\\u4e00-\\u9fa5]{2,6}中心|信息中心|评估中心)`,
      'g',
    ),
    'institute',
  ],
  [
    new RegExp(
      `(?:${PROPER})${NAME}{2,14}(?:协会|联合会|学会|商会|联盟|促进会|妇联|总工会)(?:（[A-Za-z]+）)?`,
      'g',
    ),
    'association',
  ],
  [/全国妇联|全国工商联|共青团中央|中华全国总工会|绿色金融委员会/g, 'association'],
  [new RegExp(`(?:${PROPER}|市|省)${NAME}{2,10}(?:交易中心|技术交易所|交易市场)`, 'g'), 'platform'],
  [/(?<=[、在])[\u4e00-\u9fa5]{2,5}(?:网|通)(?=[、，。等])/g, 'platform'],
]

/** Words behind which a name begins: what stands before them is no part of it. */
const CUT =
  /.*(?:由|和|与|及|在|对|向|从|据|是|为|的|了|等|将|被|经|让|把|于|以|并|联合|会同|委托|包括|支持|根据|按照|成立|组建|建立|获悉|推动|引导|鼓励|服务|来自|作为|通过|获得|参与|加入|近日|日前|目前|其中|例如|以及|首家|一家|这家|年|月|日|如|到|该|各|家)(?=[\u4e00-\u9fa5A-Z])/
const GENERIC =
  /^(?:各|有关|相关|地方|本|该|此|高新技术|科研|外资|基金|国有|上市|中小|大型|小型|保险|投资|企业|金融|专业|跨国|子|母|分|龙头|民营|国家重点|全国重点)?(?:级)?(?:政府|部门|企业|公司|集团|银行|大学|协会|行业协会|联盟|实验室|重点实验室|研究院|研究中心|商会|学会|交易所|交易中心|管理公司|理财公司|子公司|开发区|高新区|研究所|政协|人大)$/
const COMPANIES =
  /((?:[\u4e00-\u9fa5A-Za-z]{2,6}(?:、|以及|和)){2,}[\u4e00-\u9fa5A-Za-z]{2,6})(?:等)?(?:\d{1,3}家|[一二三四五六七八九十两]+家|多家)?(?:跨国|知名|国内外|龙头|大型|国际|头部|诊断|国内|主要)?(?:企业|公司|厂商|巨头|品牌|药企|市场占有率)/g

/** Organisations that one sentence names, none inside another. */
export function bodiesIn(sentence: Sentence, region: string): Body[] {
  const found: Body[] = []
  for (const [pattern, kind] of PATTERNS) {
    for (const match of sentence.text.matchAll(pattern)) {
      const body = bodyOf(match[0], match.index, kind, sentence, region)
      if (body !== null) found.push(body)
    }
  }
  found.push(...companiesIn(sentence))
  return longestOnly(found)
}

function bodyOf(
  printed: string,
  at: number,
  kind: BodyKind,
  sentence: Sentence,
  region: string,
): Body | null {
  const isPlain =
    kind === 'government' || kind === 'platform' || /^(?:全国|共青|中华|绿色)/.test(printed)
  const cut = isPlain ? null : CUT.exec(printed)
  const name = cut === null ? printed : printed.slice(cut[0].length)
  if (name.length < 3 && !/^(?:央行)$/.test(name)) return null
  if (GENERIC.test(name) || /^[一二三四五六七八九十\d]/.test(name)) return null
  if (kind === 'government' && /^(?:各|全国|全省|全市)(?:.*政府|.*开发区)/.test(name)) return null
  const from = sentence.from + at + printed.length - name.length
  return { from, to: from + name.length, name, kind, region: regionOf(name, region) }
}

const regionOf = (name: string, region: string): string => {
  const own = regionOfName(name)
  if (own !== '') return own
  if (new RegExp(`^(?:${CENTRAL})`).test(name)) return '全国'
  return region
}

function companiesIn(sentence: Sentence): Body[] {
  const found: Body[] = []
  for (const match of sentence.text.matchAll(COMPANIES)) {
    const list = match[1] as string
    let at = sentence.from + match.index
    for (const part of list.split(/(、|以及|和)/)) {
      const isName = part !== '、' && part !== '以及' && part !== '和'
      const cut = CUT.exec(part)
      const name = cut === null ? part : part.slice(cut[0].length)
      const from = at + part.length - name.length
      if (isName && name.length >= 2 && !/[产业链场业化品能]$/.test(name))
        found.push({ from, to: at + part.length, name, kind: 'enterprise', region: '全国' })
      at += part.length
    }
  }
  return found
}

function longestOnly(found: readonly Body[]): Body[] {
  const byLength = [...found].sort(
    (left, right) => right.to - right.from - (left.to - left.from) || left.from - right.from,
  )
  const kept: Body[] = []
  for (const body of byLength) {
    if (kept.every((other) => body.to <= other.from || body.from >= other.to)) kept.push(body)
  }
  return kept.sort((left, right) => left.from - right.from)
}

/** Whether a name is one of a place alone, which may issue a paper as well: 浙江省, 天津. */
export const isPlaceName = (name: string): boolean =>
  new RegExp(`^${PLACE}(?:${PLACE})?(?:高新区|开发区|新区)?$`).test(name) || isCountry(name)
