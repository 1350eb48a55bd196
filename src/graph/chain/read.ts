import { Problem, type Uuid } from '../../base/index.ts'
import { type Algorithms, nameThings, type Parameters, type Reading } from '../figures/index.ts'
import { type KeptFacts, keptChainFacts } from './kept.ts'
import { buildMap, claimsOfMap, membersWithin, parentsOf } from './map.ts'
import type { ChainFacts, ChainMap, MemberFact, Place } from './model.ts'
import { firstClaims, readChainFacts, readTotals, recordedDays, validSpan } from './store.ts'
import { type Drawing, placesOfFirms } from './tile.ts'

/** Distance of a place from the office that looks; `home` is its division code. */
export type Relate = (home: string, code: string) => Exclude<Place, 'unplaced'> | null

/** A reading by somebody from somewhere. */
export interface ChainReading extends Reading {
  /** Division code of the office that looks; '' where it has none. */
  readonly home: string
  readonly relate: Relate
  /** Facts that were read before; a reading within a transaction has none. */
  readonly kept?: KeptFacts
}

/** What drawing needs, for a reading of one chain. */
export function drawingOf(reading: ChainReading, chain: Uuid): Drawing {
  const { asOf, home } = reading
  return {
    lexicon: reading.lexicon,
    today: asOf.known.slice(0, 10),
    relate: (code) => reading.relate(home, code),
    parameters: { chain, home, known: asOf.known, valid: asOf.valid },
  }
}

async function factsOf(reading: ChainReading, chain: Uuid): Promise<ChainFacts> {
  const [facts = null] = await keptChainFacts(reading.db, reading, [chain])
  if (facts === null) throw new Problem('not-found', { what: chain })
  return facts
}

/** A chain as it was known and as it was, with the days between which a screen may move. */
export interface DatedChainMap extends ChainMap {
  readonly known: string
  readonly valid: string
  readonly firstRecorded: string | null
  readonly recordedDays: readonly string[]
  readonly validSpan: { readonly from: string | null; readonly to: string | null }
}

/** The map of a chain. Problem: `not-found`. */
export async function readMap(reading: ChainReading, chain: Uuid): Promise<DatedChainMap> {
  const facts = await factsOf(reading, chain)
  const map = buildMap(facts, drawingOf(reading, chain))
  const days = await recordedDays(reading.db, reading.visibility.tenant)
  const latest = { ...reading, asOf: { ...reading.asOf, valid: '9999-12-31' } }
  const subjects = [chain, ...facts.stages.map(({ id }) => id)]
  return {
    ...map,
    known: reading.asOf.known,
    valid: reading.asOf.valid,
    firstRecorded: days[0] ?? null,
    recordedDays: days,
    validSpan: await validSpan(reading.db, latest, subjects),
  }
}

/** A firm or another member of a stage, with the claims that put it there. */
export interface StageMember {
  readonly id: Uuid
  readonly kind: string
  readonly name: string
  readonly region: string | null
  readonly place: Place
  readonly claim: Uuid
  readonly placeClaim: Uuid | null
  readonly synthetic: boolean
}

/** One stage with all that belongs to it and to the stages inside it. */
export interface StageReading {
  readonly map: ChainMap
  readonly facts: ChainFacts
  readonly members: readonly StageMember[]
  readonly ancestors: readonly Uuid[]
}

function ancestorsOf(facts: ChainFacts, stage: Uuid): Uuid[] {
  const parents = parentsOf(facts.parents)
  const ancestors: Uuid[] = []
  for (let at = parents.get(stage); at !== undefined; at = parents.get(at)) ancestors.unshift(at)
  return ancestors
}

/** A stage within its chain. Problem: `not-found` for either. */
export async function readStage(
  reading: ChainReading,
  chain: Uuid,
  stage: Uuid,
): Promise<StageReading> {
  const facts = await factsOf(reading, chain)
  if (!facts.stages.some(({ id }) => id === stage)) throw new Problem('not-found', { what: stage })
  const rows = membersWithin(facts).get(stage) ?? []
  const names = await nameThings(
    reading,
    rows.map(({ member }) => member),
  )
  const places = placesOfFirms(rows, (code) => reading.relate(reading.home, code))
  const firstRows = new Map<Uuid, MemberFact>()
  for (const row of rows) if (!firstRows.has(row.member)) firstRows.set(row.member, row)
  const members = [...firstRows.values()].map((row) => ({
    id: row.member,
    kind: row.kind,
    name: names.get(row.member)?.name ?? row.member,
    region: row.place_code,
    place: places.get(row.member) ?? 'unplaced',
    claim: row.claim,
    placeClaim: row.place_claim,
    synthetic: row.synthetic,
  }))
  const map = buildMap(facts, drawingOf(reading, chain))
  return { map, facts, members, ancestors: ancestorsOf(facts, stage) }
}

/** Re-reads with the parameters of a figure, so that it opens as it was when it was shown. */
function readingOf(reading: Reading, parameters: Parameters, relate: Relate): ChainReading | null {
  const { home = '', known, valid } = parameters
  if (known === undefined || valid === undefined) return null
  if (Number.isNaN(Date.parse(known)) || Number.isNaN(Date.parse(valid))) return null
  return { ...reading, home, relate, asOf: { known, valid } }
}

async function memberClaims(
  reading: Reading,
  parameters: Parameters,
  relate: Relate,
  isCounted: (place: Place) => boolean,
): Promise<{ output: string; claims: Uuid[] } | null> {
  const again = readingOf(reading, parameters, relate)
  const { chain, stage } = parameters
  if (again === null || chain === undefined || stage === undefined) return null
  const facts = await readChainFacts(reading.db, again, chain)
  if (facts === null) return null
  const within = membersWithin(facts).get(stage) ?? []
  const rows = within.filter(({ kind }) => kind === 'firm')
  const places = placesOfFirms(rows, (code) => relate(again.home, code))
  const counted = rows.filter(({ member }) => isCounted(places.get(member) ?? 'unplaced'))
  const claims = counted.flatMap(({ claim, place_claim }) => [
    claim,
    ...(place_claim === null ? [] : [place_claim]),
  ])
  const output = String(new Set(counted.map(({ member }) => member)).size)
  return { output, claims: [...new Set(claims)] }
}

/** The computations whose figures stand on the map and in its lists. */
export function chainAlgorithms(relate: Relate): Algorithms {
  return {
    'stage-firms': {
      words: {
        zh: '计数：属于本环节及其下级环节的企业，一家计一次',
        en: 'Count of firms that belong to the stage or to stages inside it, each once',
      },
      version: 1,
      compute: (reading, parameters) => memberClaims(reading, parameters, relate, () => true),
    },
    'stage-makers': {
      words: {
        zh: '计数：本环节企业中，所在地与本单位同属本地、省内、国内或境外者',
        en: 'Count of firms of the stage by the distance of their place from this office',
      },
      version: 1,
      compute: (reading, parameters) =>
        memberClaims(reading, parameters, relate, (place) => place === parameters.place),
    },
    'chain-count': {
      words: {
        zh: '计数：产业链在所选日期的环节、供给关系、企业或依据',
        en: 'Count of stages, links, firms or claims of the chain on the chosen days',
      },
      version: 1,
      compute: (reading, parameters) => chainCount(reading, parameters, relate),
    },
    total: {
      words: {
        zh: '计数：本人可见且在所选日期有效的陈述、对象或企业',
        en: 'Count of claims, things or firms that the reader may see on the chosen days',
      },
      version: 1,
      compute: (reading, parameters) => totalOf(reading, parameters, relate),
    },
  }
}

/** One count of what a chain is made of. */
export interface ChainCount {
  readonly count: number
  readonly claims: readonly Uuid[]
  /** Whether something invented is counted. */
  readonly synthetic: boolean
}

/**
 * What a chain is made of, as the claims behind each count. Invented firms are left out as soon as
 * one real firm is known, as they are in the stages.
 */
export function chainCounts(facts: ChainFacts): Record<string, ChainCount> {
  const all = facts.members.filter(({ kind }) => kind === 'firm')
  const real = all.filter(({ synthetic }) => !synthetic)
  const firms = real.length > 0 ? real : all
  const claims = claimsOfMap(facts)
  const { stages, links } = facts
  const stated = [...stages, ...links, ...facts.parents, ...facts.values, ...facts.members]
  return {
    stages: {
      count: stages.length,
      claims: stages.map(({ claim }) => claim),
      synthetic: stages.some(({ synthetic }) => synthetic),
    },
    links: {
      count: new Set(links.map(({ subject, object }) => `${subject} ${object}`)).size,
      claims: links.map(({ claim }) => claim),
      synthetic: links.some(({ synthetic }) => synthetic),
    },
    firms: {
      count: new Set(firms.map(({ member }) => member)).size,
      claims: firms.map(({ claim }) => claim),
      synthetic: firms !== real && firms.length > 0,
    },
    claims: {
      count: new Set(claims).size,
      claims,
      synthetic: stated.some(({ synthetic }) => synthetic),
    },
  }
}

async function chainCount(reading: Reading, parameters: Parameters, relate: Relate) {
  const again = readingOf(reading, parameters, relate)
  const { chain, what } = parameters
  if (again === null || chain === undefined || what === undefined) return null
  const facts = await readChainFacts(reading.db, again, chain)
  const counts = facts === null ? {} : chainCounts(facts)
  const counted = Object.hasOwn(counts, what) ? counts[what] : undefined
  return counted === undefined
    ? null
    : { output: String(counted.count), claims: [...new Set(counted.claims)] }
}

async function totalOf(reading: Reading, parameters: Parameters, relate: Relate) {
  const again = readingOf(reading, parameters, relate)
  const { what } = parameters
  if (again === null || (what !== 'claims' && what !== 'entities' && what !== 'firms')) return null
  const totals = await readTotals(reading.db, again)
  const claims = await firstClaims(reading.db, again, what)
  return { output: String(totals[what]), claims, total: totals[what] }
}
