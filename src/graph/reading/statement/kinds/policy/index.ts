import type { Analysis, KindReader, Sentence, Statement } from '../../model.ts'
import { placesIn, regionOfName } from '../../places.ts'
import { statementAt } from '../../statement.ts'
import { type Issuing, issuerInTitle, issuingOf } from './issuers.ts'
import { tableRows } from './tables.ts'
import { isShortFor, NUMBER, type Title, titlesIn } from './titles.ts'

const QUOTE_LIMIT = 110

interface Mention {
  readonly title: Title
  readonly issuing: Issuing
  readonly sentence: Sentence | undefined
}

/** Papers that a document names: once each, at the fullest mention. */
export const policy: KindReader = {
  kind: 'policy',
  read(analysis: Analysis): Statement[] {
    const kept: Mention[] = []
    for (const mention of mentionsOf(analysis)) {
      const same = kept.findIndex(({ title }) => isSame(title.title, mention.title.title))
      if (same < 0) {
        if (!isAlias(analysis, mention.title, kept)) kept.push(mention)
      } else if (fullness(mention) > fullness(kept[same] as Mention)) {
        kept[same] = merged(mention, kept[same] as Mention)
      } else kept[same] = merged(kept[same] as Mention, mention)
    }
    return kept.map((mention) => statementOf(analysis, mention))
  },
}

function mentionsOf(analysis: Analysis): Mention[] {
  const titles = titlesIn(analysis)
  const rows = tableRows(analysis, titles)
  let at = 0
  let last: { paragraph: number; issuing: Issuing } | null = null
  return titles.map((title) => {
    while (
      at < analysis.sentences.length - 1 &&
      (analysis.sentences[at] as Sentence).to <= title.from
    )
      at += 1
    const sentence = analysis.sentences[at]
    const row = rows.get(title)
    if (row !== undefined) return { title, sentence, issuing: { ...row, from: title.from } }
    if (sentence === undefined)
      return { title, sentence, issuing: { issuer: '', date: '', from: title.from } }
    let issuing = issuingOf(analysis, sentence, title)
    const lead = announced(analysis, sentence)
    if (issuing.issuer === '' && lead !== null)
      last = { paragraph: sentence.paragraph, issuing: lead }
    const isList = /(?:分别是|包括|即|、|和)$/.test(
      analysis.text.slice(Math.max(0, title.from - 3), title.from),
    )
    if (
      issuing.issuer === '' &&
      isList &&
      last !== null &&
      sentence.paragraph - last.paragraph <= 2
    )
      issuing = { ...last.issuing, from: title.from }
    if (issuing.issuer !== '') last = { paragraph: sentence.paragraph, issuing }
    return { title, sentence, issuing }
  })
}

/** The sentence before may tell of several papers that this one lists: 发布了…三大文件. */
function announced(analysis: Analysis, sentence: Sentence): Issuing | null {
  const place = analysis.sentences.indexOf(sentence)
  for (const before of analysis.sentences.slice(Math.max(0, place - 2), place).reverse()) {
    const told = /(?:发布|印发|出台|公布)(?:了)?[^。]{0,30}(?:文件|政策|办法|规则|方案)/.exec(
      before.text,
    )
    if (told === null || before.text.includes('《')) continue
    const end =
      before.from + told.index + (/^(?:发布|印发|出台|公布)了?/.exec(told[0])?.[0].length ?? 2)
    const found = issuingOf(analysis, before, { from: end, to: end })
    if (found.issuer !== '') return found
  }
  return null
}

/** 以下简称《…》, or a short form of a title that was told before. */
function isAlias(analysis: Analysis, title: Title, kept: readonly Mention[]): boolean {
  const before = analysis.text.slice(Math.max(0, title.from - 8), title.from)
  if (/(?:简称|下称|简称为)“?$/.test(before)) return true
  const plain = title.title
  if (plain.length <= 5) return true
  return plain.length <= 14 && kept.some((each) => isShortFor(plain, each.title.title))
}

const isSame = (left: string, right: string): boolean => {
  const fold = (text: string): string => text.replace(/[\s“”《》（）()—–\-〈〉]/g, '')
  return fold(left) === fold(right)
}

const fullness = ({ title, issuing }: Mention): number =>
  (issuing.issuer === '' ? 0 : 2) +
  (issuing.date === '' ? 0 : 1) +
  (title.documentNumber === '' ? 0 : 4)

const merged = (full: Mention, other: Mention): Mention => ({
  ...full,
  issuing: {
    issuer: full.issuing.issuer || other.issuing.issuer,
    date:
      other.issuing.date.length > full.issuing.date.length ? other.issuing.date : full.issuing.date,
    from: full.issuing.from,
  },
})

function statementOf(analysis: Analysis, { title, issuing }: Mention): Statement {
  const own = issuerInTitle(title.title)
  const issuer = issuing.issuer || own
  const year =
    NUMBER.exec(title.documentNumber)?.[2] ??
    /(?<![\d—-])((?:19|20)\d\d)年(?!前|远景|[—-])/.exec(title.title)?.[1]
  const region = regionOf(analysis, title, issuer)
  const from =
    title.to - issuing.from <= QUOTE_LIMIT ? Math.min(issuing.from, title.from) : title.from
  const fields = {
    title: title.title,
    issuer,
    doc_number: title.documentNumber,
    date: issuing.date || (year ?? ''),
    region,
  }
  const confidence = 60 + Math.min(35, fullness({ title, issuing, sentence: undefined }) * 6)
  return statementAt(analysis, { from, to: title.to }, { kind: 'policy', fields, confidence })
}

const CENTRAL =
  /国务院|国家|^(?:科技|教育|财政|工信|生态环境|商务|农业农村|公安|交通运输|工业和信息化|人力资源社会保障)部|^中共中央|全国|CFDA|推进委员会/

function regionOf(analysis: Analysis, title: Title, issuer: string): string {
  const first = issuer.split('、')[0] ?? ''
  const named = regionOfName(first)
  if (named !== '' && named !== '全国') return named
  if (CENTRAL.test(issuer)) return '全国'
  const own = placesIn(title.title)[0]
  if (own !== undefined) return own
  const article = analysis.articles.find((each) => title.from >= each.from && title.from < each.to)
  return /我国/.test(analysis.text.slice(Math.max(0, title.from - 6), title.from))
    ? '全国'
    : (article?.region ?? '')
}
