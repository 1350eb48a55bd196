/**
 * What a tile of the map says, line by line. A stage with nothing known is one quiet line; evidence
 * earns height. The layout takes the number of lines from here, the tile draws the same lines. Pure.
 */
import type { Figure, MarkWord, StageTile, VerdictWord } from '../api/index.ts'
import type { TileLines } from '../map/index.ts'
import { MAKER_PLACES, monthsBetween } from '../parts/index.ts'
import type { Change } from './changes.ts'

export type Caption =
  /** With the bar in the same line where nothing else is known. */
  | { kind: 'numbers'; isWithBar: boolean; age: Age | null }
  | { kind: 'firms'; figure: Figure; age: Age | null }
  | { kind: 'fact'; fact: StageTile['facts'][number]; period: string | null; age: Age | null }
  | { kind: 'change'; change: Change }
  | { kind: 'foot'; marks: readonly MarkWord[]; isSynthetic: boolean; age: Age | null }

/** How old the newest evidence is, on the day of the map; null where its day is not known. */
export interface Age {
  newest: string | null
  months: number | null
  isStale: boolean
}

export type TileBar =
  | { kind: 'makers' }
  | { kind: 'share'; percent: number; fact: StageTile['facts'][number] }
  | { kind: 'open' }

export interface TileContent {
  isTiny: boolean
  /** Makers are known and nothing else: name, and one line with bar and numbers. */
  isQuiet: boolean
  bar: TileBar | null
  captions: readonly Caption[]
  /** Marks that stand in the head: a stage that holds others is wide enough to have them there. */
  headMarks: readonly MarkWord[]
  /** For a stage with children and no verdict: how its children stand. */
  inside: readonly { word: VerdictWord; count: number }[]
  age: Age | null
}

/** Lines of numbers and facts; the drawer and the table hold the rest. */
const LINES_MAX = 2

export function tileContent(
  tile: StageTile,
  children: readonly StageTile[],
  change: Change | undefined,
  today: string,
): TileContent {
  const age = ageOf(tile, today)
  const hasMakers = MAKER_PLACES.some((place) => tile.makers[place] !== null)
  const facts = tile.facts.filter(({ figure }) => figure.number !== null)
  const hasFirms = tile.firms.number !== null && tile.firms.number !== '0'
  const isKnown =
    tile.verdict.figure !== null || tile.marks.length > 0 || hasMakers || facts.length > 0
  const isGroup = children.length > 0
  const known = { hasMakers, facts, age, hasFirms, isGroup }
  const captions = isKnown || hasFirms ? captionsOf(tile, known) : []
  if (change) captions.push({ kind: 'change', change })
  const isBare = captions.length === 1 && captions[0]?.kind === 'numbers'
  const isQuiet = isBare && !isGroup
  const isBarInLine = isBare || (isGroup && hasMakers)
  const hasBar = (isKnown || hasFirms) && !isBarInLine
  return {
    isTiny: captions.length === 0,
    isQuiet,
    bar: hasBar ? barOf(hasMakers, facts) : null,
    captions: isBare ? [{ kind: 'numbers', isWithBar: true, age: null }] : footLast(captions),
    headMarks: isGroup ? tile.marks.map(({ mark }) => mark) : [],
    inside: tile.verdict.word === 'unknown' ? countInside(children) : [],
    age,
  }
}

export function linesOf(content: TileContent): TileLines {
  return {
    isTiny: content.isTiny,
    hasBar: content.bar !== null,
    captions: content.captions.length,
    isQuiet: content.isQuiet,
  }
}

export function ageOf(
  { newest, stale }: Pick<StageTile, 'newest' | 'stale'>,
  today: string,
): Age | null {
  if (newest === null) return stale ? { newest, months: null, isStale: true } : null
  return { newest, months: monthsBetween(newest, today), isStale: stale }
}

interface Known {
  hasMakers: boolean
  hasFirms: boolean
  facts: StageTile['facts']
  age: Age | null
  isGroup: boolean
}

/** Numbers and facts, then marks; the age stands at the right of the last line. */
function captionsOf(tile: StageTile, known: Known): Caption[] {
  const { hasMakers, hasFirms, facts, age, isGroup } = known
  const captions: Caption[] = []
  if (hasMakers) captions.push({ kind: 'numbers', isWithBar: isGroup, age: null })
  else if (hasFirms) captions.push({ kind: 'firms', figure: tile.firms, age: null })
  for (const fact of facts.slice(0, LINES_MAX - captions.length)) {
    const period = tile.stale ? null : (fact.figure.period?.slice(0, 7) ?? null)
    captions.push({ kind: 'fact', fact, period, age: null })
  }
  const isWorn = tile.synthetic || (!isGroup && tile.marks.length > 0)
  if (isWorn || captions.length === 0) {
    const marks = isGroup ? [] : tile.marks.map(({ mark }) => mark)
    captions.push({ kind: 'foot', marks, isSynthetic: tile.synthetic, age: null })
  }
  const last = captions.at(-1)
  if (last && last.kind !== 'change') last.age = age
  return captions
}

function footLast(captions: readonly Caption[]): Caption[] {
  const isFoot = ({ kind }: Caption) => kind === 'foot'
  return [...captions.filter((each) => !isFoot(each)), ...captions.filter(isFoot)]
}

/** Where only a share is known, the bar is that share and its caption says of what. */
function barOf(hasMakers: boolean, facts: StageTile['facts']): TileBar {
  if (hasMakers) return { kind: 'makers' }
  const fact = facts.find(({ figure }) => figure.unit === '%' && figure.operator === '=')
  return fact ? { kind: 'share', percent: Number(fact.figure.number), fact } : { kind: 'open' }
}

const WORST_FIRST: readonly VerdictWord[] = ['missing', 'weak', 'stable', 'strong', 'unknown']

function countInside(children: readonly StageTile[]) {
  return WORST_FIRST.map((word) => ({
    word,
    count: children.filter(({ verdict }) => verdict.word === word).length,
  })).filter(({ count }) => count > 0)
}
