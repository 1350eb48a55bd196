import type { Article, Place } from './model.ts'
import { mostNamed, type PlaceRules } from './places.ts'

const SOURCE =
  /^（(?:来源|编辑整理|资料来源|编辑|作者)?[:：]?[^（）]{2,60}）$|（[^（）\n]{2,40}(?:19|20)\d{6}[^（）\n]{0,30}）$/
const DAY = /((?:19|20)\d\d)(?:年|-|\/|\.)?(\d{1,2})(?:月|-|\/|\.)?(\d{1,2})日?/
const DATE_LINE =
  /^(?:（?|——|发布时间：|发布日期：|时间：|日期：|来源：.{0,20})(?:19|20)\d\d(?:年|-|\/)\d{1,2}(?:月|-|\/)\d{1,2}日?/
const ISSUE = /((?:19|20)\d\d)年第\d+期/

/** Articles between their source lines, each with its title, date and region. */
export function articlesOf(
  places: PlaceRules,
  text: string,
  paragraphs: readonly Place[],
): Article[] {
  const whole = yearOfIssue(text)
  const articles: Article[] = []
  let first = 0
  paragraphs.forEach((paragraph, at) => {
    const isLast = at === paragraphs.length - 1
    if (!isLast && !SOURCE.test(text.slice(paragraph.from, paragraph.to))) return
    articles.push(articleOf(places, text, paragraphs.slice(first, at + 1), whole))
    first = at + 1
  })
  return articles
}

function articleOf(
  places: PlaceRules,
  text: string,
  paragraphs: readonly Place[],
  whole: string,
): Article {
  const from = paragraphs[0]?.from ?? 0
  const to = paragraphs.at(-1)?.to ?? 0
  const body = text.slice(from, to)
  const printed = paragraphs.map((each) => text.slice(each.from, each.to))
  const isTitle = (line: string): boolean =>
    line.length >= 5 && line.length <= 45 && !/[。；，]|^【|^（/.test(line)
  const title = printed.slice(0, 4).find(isTitle) ?? printed.slice(-4).find(isTitle) ?? ''
  const region = places.all(title)[0]?.name ?? mostNamed(places, body.slice(0, 4000))
  return { from, to, title, region, date: dateOf(printed) || whole }
}

/** Last day of the source line at the end, else of a date line near the beginning. */
function dateOf(paragraphs: readonly string[]): string {
  const end = paragraphs.at(-1) ?? ''
  const source = SOURCE.test(end) ? end.slice(end.lastIndexOf('（')) : ''
  const days = [...source.matchAll(/((?:19|20)\d\d)(\d\d)(\d\d)/g)]
  const last = days.at(-1)
  if (last !== undefined) return `${last[1]}-${last[2]}-${last[3]}`
  const line = [...paragraphs.slice(0, 12), end].find(
    (each) => each.length < 70 && DATE_LINE.test(each),
  )
  const found = line === undefined ? null : DAY.exec(line)
  if (found === null) return ''
  return `${found[1]}-${String(found[2]).padStart(2, '0')}-${String(found[3]).padStart(2, '0')}`
}

/** Year on the cover of a periodical, else the latest year of which a day or month is told. */
function yearOfIssue(text: string): string {
  const issue = ISSUE.exec(text)
  if (issue !== null) return issue[1] as string
  const years = [...text.matchAll(/((?:19|20)\d\d)年\d{1,2}月/g)].map(([, year]) => year as string)
  return years.sort().at(-1) ?? ''
}
