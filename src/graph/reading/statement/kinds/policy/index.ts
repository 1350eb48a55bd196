import { within } from '../../analysis.ts'
import type { Analysis, Doubt, KindReader, Sentence, Statement } from '../../model.ts'
import { regionOfName } from '../../places.ts'
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
    const places = new Map<string, number>()
    for (const mention of mentionsOf(analysis)) {
      const key = folded(mention.title.title)
      const same = places.get(key)
      if (same === undefined) {
        if (isAlias(analysis, mention.title, kept)) continue
        places.set(key, kept.length)
        kept.push(mention)
      } else kept[same] = together(kept[same] as Mention, mention)
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
    const isList = analysis.rules.papers.list.test(
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
  const { announced: announcing, issueAhead } = analysis.rules.papers
  const place = sentence.number
  for (const before of analysis.sentences.slice(Math.max(0, place - 2), place).reverse()) {
    const told = announcing.exec(before.text)
    if (told === null || before.text.includes('《')) continue
    const end = before.from + told.index + (issueAhead.exec(told[0])?.[0].length ?? 2)
    const found = issuingOf(analysis, before, { from: end, to: end })
    if (found.issuer !== '') return found
  }
  return null
}

/** Papers before among which the long form of a short title is sought. */
const PAPERS_BEFORE = 100

/** 以下简称《…》, or a short form of a title that was told before. */
function isAlias(analysis: Analysis, title: Title, kept: readonly Mention[]): boolean {
  const before = analysis.text.slice(Math.max(0, title.from - 8), title.from)
  if (analysis.rules.papers.short.test(before)) return true
  const plain = title.title
  if (plain.length <= 5) return true
  return (
    plain.length <= 14 &&
    kept.slice(-PAPERS_BEFORE).some((each) => isShortFor(plain, each.title.title))
  )
}

const folded = (title: string): string => title.replace(/[\s“”《》（）()—–\-〈〉]/g, '')

const fullness = ({ title, issuing }: Mention): number =>
  (issuing.issuer === '' ? 0 : 2) +
  (issuing.date === '' ? 0 : 1) +
  (title.documentNumber === '' ? 0 : 4)

/** The fuller mention with what only the other says. */
const together = (left: Mention, right: Mention): Mention =>
  fullness(right) > fullness(left) ? merged(right, left) : merged(left, right)

const merged = (full: Mention, other: Mention): Mention => ({
  ...full,
  issuing: {
    issuer: full.issuing.issuer || other.issuing.issuer,
    date:
      other.issuing.date.length > full.issuing.date.length ? other.issuing.date : full.issuing.date,
    from: full.issuing.from,
  },
})

function statementOf(analysis: Analysis, mention: Mention): Statement {
  const { title, issuing } = mention
  const own = issuerInTitle(title.title)
  const issuer = issuing.issuer || own
  const year =
    NUMBER.exec(title.documentNumber)?.[2] ??
    /(?<![\d—-])((?:19|20)\d\d)年(?!前|远景|[—-])/.exec(title.title)?.[1]
  const region = regionOf(analysis, mention, issuer)
  const from =
    title.to - issuing.from <= QUOTE_LIMIT ? Math.min(issuing.from, title.from) : title.from
  const fields = {
    title: title.title,
    issuer,
    doc_number: title.documentNumber,
    date: issuing.date || (year ?? ''),
    region,
  }
  const confidence = 60 + Math.min(35, fullness(mention) * 6)
  const doubts = doubtsOf(analysis, mention, fields)
  const said = { kind: 'policy', fields, confidence, doubts }
  return statementAt(analysis, { from, to: title.to }, said)
}

/** What the sentence of the title does not say itself. */
function doubtsOf(
  analysis: Analysis,
  { sentence }: Mention,
  { issuer, date }: { readonly issuer: string; readonly date: string },
): Doubt[] {
  const text = sentence?.text ?? ''
  const doubts: Doubt[] = []
  const isNamed = issuer.split('、').every((name) => text.includes(name))
  if (!isNamed) doubts.push({ code: 'issuer-elsewhere', detail: issuer })
  if (date === '' || text.includes(date.slice(0, 4))) return doubts
  const moments = sentence === undefined ? [] : within(analysis.moments, sentence)
  const own = moments.findLast(({ iso, isReckoned }) => isReckoned && iso === date)
  const words = own && analysis.text.slice(own.from, own.to)
  doubts.push(
    words === undefined
      ? { code: 'date-elsewhere', detail: date }
      : { code: 'date-reckoned', detail: words },
  )
  return doubts
}

function regionOf(analysis: Analysis, { title, sentence }: Mention, issuer: string): string {
  const { bodies, papers, places } = analysis.rules
  const first = issuer.split('、')[0] ?? ''
  const named = regionOfName(places, first)
  if (named !== '' && named !== '全国') return named
  if (bodies.isCentral.test(first) || papers.nation.test(issuer)) return '全国'
  const own = places.all(title.title)[0]
  if (own !== undefined) return own.name
  const article = sentence === undefined ? undefined : analysis.articles[sentence.article]
  return /我国/.test(analysis.text.slice(Math.max(0, title.from - 6), title.from))
    ? '全国'
    : (article?.region ?? '')
}
