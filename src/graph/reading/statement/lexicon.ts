import { z } from 'zod'
import { type JsonValue, Problem } from '../../../base/index.ts'

// The words that the rules go by. Which ones a language of government uses is data of a pack; how a
// sentence is read with them is code.

const words = z.array(z.string().min(1)).min(1)
const operator = z.enum(['>=', '>', '<', '<=', '~', ''])
const bodyKind = z.enum([
  'government',
  'enterprise',
  'university',
  'institute',
  'association',
  'platform',
])

const ending = z.strictObject({
  kind: bodyKind,
  /** Where the name begins: at a place or 全国, or behind whatever ends the words before. */
  begins: z.enum(['place', 'any']),
  /** Characters between the beginning and the ending, at least; and before the ending, at most. */
  least: z.int().nonnegative(),
  longest: z.int().positive(),
  words,
  /** What may not follow: 大学 before 生 is no university. */
  notBefore: words.optional(),
})

const bodies = z.strictObject({
  levels: words,
  proper: words,
  work: words,
  workEndings: words,
  central: words,
  centralParts: words,
  ministryEndings: words,
  noMinistries: words,
  endings: z.array(ending).min(1),
  known: z.partialRecord(bodyKind, words),
  /** Words behind which a name begins, and words that hold one of them and are none. */
  cuts: words,
  kept: words,
  /** A name of such words alone is nobody's: 保险公司, 相关企业集团. */
  generic: words,
  firmNouns: words,
  firmTraits: words,
  notFirms: words,
})

const figures = z.strictObject({
  units: words,
  /** Words that begin like a unit and are none: 13部门, 表1所示. */
  notUnits: words,
  before: z.record(z.string(), operator),
  after: z.record(z.string(), operator),
  /** Units that are left out behind 万 and 亿, by the words around. */
  bare: z.record(z.string(), words),
  indices: words,
  /** What a list of points is counted by: 五大工程, 三方面. */
  counters: words,
  planned: words,
  said: words,
  notSaid: words,
  strongSaid: words,
  verbs: words,
  rises: words,
  compared: words,
  nouns: words,
  notSubjects: words,
  home: words,
  nation: words,
  world: words,
  openings: words,
  industries: words,
})

const papers = z.strictObject({
  nouns: words,
  openings: words,
  called: words,
  issues: words,
  manner: words,
  soft: words,
  actors: words,
  announced: words,
  short: words,
  lists: words,
  issuerColumn: words,
  nation: words,
})

const places = z.strictObject({
  /** Short names that are words of another meaning as well; they count with their ending only. */
  ambiguous: words,
  /** Parts of the world that are neither country nor division. */
  areas: words,
  endings: words,
  /** How a part of a city ends that no table of divisions has. */
  districts: words,
})

const schemas = { bodies, figures, papers, places }

export type BodyWords = z.infer<typeof bodies>
export type Ending = z.infer<typeof ending>
export type FigureWords = z.infer<typeof figures>
export type PaperWords = z.infer<typeof papers>
export type PlaceWords = z.infer<typeof places>

/** All words, one file each. */
export interface Lexicon {
  readonly bodies: BodyWords
  readonly figures: FigureWords
  readonly papers: PaperWords
  readonly places: PlaceWords
}

/** Checks the files of a lexicon, asked for by their names. Problem: `pack-invalid`. */
export function parseLexicon(fileOf: (name: keyof Lexicon) => JsonValue): Lexicon {
  const parse = <Name extends keyof Lexicon>(name: Name): Lexicon[Name] => {
    const result = schemas[name].safeParse(fileOf(name))
    if (result.success) return result.data as Lexicon[Name]
    const issue = result.error.issues[0]
    const reason = `${issue?.path.join('.')}: ${issue?.message}`
    throw new Problem('pack-invalid', { pack: 'core', file: `reading/${name}.json`, reason })
  }
  return {
    bodies: parse('bodies'),
    figures: parse('figures'),
    papers: parse('papers'),
    places: parse('places'),
  }
}
