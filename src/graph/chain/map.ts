import { stableCompare, type Uuid } from '../../base/index.ts'
import { figureOfClaim, snapshotHash } from '../figures/index.ts'
import type {
  ChainFacts,
  ChainMap,
  EdgeFact,
  MemberFact,
  Ribbon,
  StageTile,
  ValueFact,
} from './model.ts'
import { bare, type Drawing, measuresOf, newestOf, tileOf } from './tile.ts'

function groupBy<Item>(items: readonly Item[], key: (item: Item) => Uuid): Map<Uuid, Item[]> {
  const groups = new Map<Uuid, Item[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group === undefined) groups.set(key(item), [item])
    else group.push(item)
  }
  return groups
}

/**
 * The parent of each stage. Sources may disagree or even run in circles; the first claim in order
 * of its id wins, and a stage whose parents lead back to itself stands at the top.
 */
export function parentsOf(edges: readonly EdgeFact[]): Map<Uuid, Uuid> {
  const parents = new Map<Uuid, Uuid>()
  for (const { subject, object } of edges) {
    if (parents.has(subject) || subject === object) continue
    let ancestor: Uuid | undefined = object
    while (ancestor !== undefined && ancestor !== subject) ancestor = parents.get(ancestor)
    if (ancestor === undefined) parents.set(subject, object)
  }
  return parents
}

/**
 * For each stage the members of itself and of all stages inside it. Synthetic members count for a
 * synthetic stage, and for a real one only while no real firm is known there: one invented firm
 * among real ones would make their count an invention, and where there is no other the count says
 * that it is synthetic.
 */
export function membersWithin(
  facts: Pick<ChainFacts, 'stages' | 'members' | 'parents'>,
): Map<Uuid, MemberFact[]> {
  const parents = parentsOf(facts.parents)
  const within = new Map<Uuid, MemberFact[]>(facts.stages.map(({ id }) => [id, []]))
  for (const member of facts.members) {
    let stage: Uuid | undefined = member.stage
    while (stage !== undefined) {
      within.get(stage)?.push(member)
      stage = parents.get(stage)
    }
  }
  for (const { id, synthetic } of facts.stages) {
    const members = within.get(id) ?? []
    if (synthetic || !members.some(isRealFirm)) continue
    within.set(
      id,
      members.filter((member) => !member.synthetic),
    )
  }
  return within
}

const isRealFirm = ({ kind, synthetic }: MemberFact): boolean => kind === 'firm' && !synthetic

function ribbonsOf(links: readonly EdgeFact[]): Ribbon[] {
  const groups = groupBy(links, ({ subject, object }) => `${subject} ${object}`)
  return [...groups.values()].flatMap((claims) => {
    const [first] = claims
    if (first === undefined) return []
    const marks = { synthetic: first.synthetic, stale: false }
    const measured = claims.find(({ number }) => number !== null)
    return [
      {
        id: first.claim,
        from: first.subject,
        to: first.object,
        sources: new Set(claims.filter(isEvidence).map(({ source }) => source)).size,
        figure: figureOfClaim(first.claim, bare(first.printed ?? ''), marks),
        value: measured === undefined ? null : figureOfClaim(measured.claim, measured, marks),
        synthetic: first.synthetic,
      },
    ]
  })
}

/** A template draws how such chains usually hang together; nobody stated it of this one. */
function isEvidence({ source_class }: EdgeFact): boolean {
  return source_class !== 'template'
}

/** Every claim that a map rests on. */
export function claimsOfMap(facts: ChainFacts): Uuid[] {
  const edges = [...facts.parents, ...facts.links, ...facts.values, ...facts.chainValues]
  const members = facts.members.flatMap(({ claim, place_claim }) => [
    claim,
    ...(place_claim === null ? [] : [place_claim]),
  ])
  return [...facts.stages, ...edges].map(({ claim }) => claim).concat(members)
}

function compareTiles(a: StageTile, b: StageTile): number {
  return a.order - b.order || stableCompare(a.name, b.name) || stableCompare(a.id, b.id)
}

/** The map of a chain from its facts. Pure: the same facts and day give the same map. */
export function buildMap(facts: ChainFacts, drawing: Drawing): ChainMap {
  const parents = parentsOf(facts.parents)
  const members = membersWithin(facts)
  const values: Map<Uuid, ValueFact[]> = groupBy(facts.values, ({ subject }) => subject)
  const stages = facts.stages.map(({ id, name, claim, synthetic }) =>
    tileOf(drawing, {
      id,
      name,
      claim,
      synthetic,
      parent: parents.get(id) ?? null,
      values: values.get(id) ?? [],
      members: members.get(id) ?? [],
    }),
  )
  const { chain, chainValues } = facts
  return {
    chain: {
      id: chain.id,
      name: chain.name,
      englishName: newestOf(chainValues, 'englishName')?.printed ?? null,
      scope: newestOf(chainValues, 'scope')?.printed ?? null,
      headline: measuresOf(drawing, chainValues),
    },
    stages: stages.sort(compareTiles),
    links: ribbonsOf(facts.links),
    snapshot: snapshotHash(claimsOfMap(facts)),
  }
}
