import { anyOf } from '../../choice.ts'
import type { PaperWords } from '../../lexicon.ts'

/** Finds papers, who issued them and when. */
export interface PaperRules {
  readonly isTitle: RegExp
  /** What a sentence calls the thing in 《》 right before it. */
  readonly called: RegExp
  readonly quoted: RegExp
  readonly bare: RegExp
  readonly issued: RegExp
  readonly announced: RegExp
  readonly issueAhead: RegExp
  readonly soft: RegExp
  readonly actor: RegExp
  readonly short: RegExp
  readonly list: RegExp
  readonly issuerColumn: RegExp
  readonly nation: RegExp
}

export function paperRules(words: PaperWords): PaperRules {
  const noun = anyOf(words.nouns)
  const verb = `(?:${anyOf(words.manner)})*${anyOf(words.issues)}{1,2}(?:了|的)?`
  return {
    isTitle: new RegExp(`${noun}(?:（[^（）]*）|[\\d—–-]+年?)*$|^${anyOf(words.openings)}`),
    called: new RegExp(`${anyOf(words.called)}$`),
    quoted: new RegExp(`${verb}“([^“”]{6,40})”(?:国家)?(?:计划|规划|方案|战略|行动)`, 'g'),
    bare: new RegExp(
      `^(?:[\\u4e00-\\u9fa5]{2,16}关于|${anyOf(words.openings)}|“十[一二三四五]五”)[^。，；：《》]{6,80}${noun}$`,
    ),
    issued: new RegExp(`([^。；《》]*?)(${verb})[^。；《》，]{0,14}$`),
    announced: new RegExp(`${verb}[^。《》]{0,30}${anyOf(words.announced)}`),
    issueAhead: new RegExp(`^${verb}`),
    soft: new RegExp(anyOf(words.soft), 'g'),
    actor: new RegExp(`${anyOf(words.actors)}(?:（[A-Za-z]+）)?$`),
    short: new RegExp(`${anyOf(words.short)}“?$`),
    list: new RegExp(`${anyOf(words.lists)}$`),
    issuerColumn: new RegExp(`^${anyOf(words.issuerColumn)}$`),
    nation: new RegExp(anyOf(words.nation)),
  }
}
