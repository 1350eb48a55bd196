/** What waits for somebody, from the overview: the most pressing first, each with a way on. Pure. */
import type { ChainSummary, Figure, JobView, Overview } from '../../api/index.ts'
import type { WordKey } from '../../words/index.ts'

export interface Waiting {
  key: string
  what: WordKey
  values: Record<string, string | number>
  /** The count in the sentence, where it is a figure. */
  figure: Figure | null
  act: WordKey
  href: string
}

/** Chains with unjudged stages that are named one by one; the table lists them all. */
const CHAINS_NAMED = 3

/** Kinds of facts to look at again that are named one by one; the page lists them all. */
const KINDS_NAMED = 3

/** What else is known when the list is drawn up. */
export interface AlsoKnown {
  /** Chains of which some stage rests on evidence that is out of date. */
  readonly stale?: readonly string[]
  /** Kinds of facts that the role of the reader keeps, with how many are too old. */
  readonly kept?: readonly { property: string; name: string; stale: number }[]
}

export function whatWaits(
  overview: Overview,
  permissions: readonly string[],
  nameOf: (chain: ChainSummary) => string,
  { stale = [], kept = [] }: AlsoKnown = {},
): Waiting[] {
  const may = (permission: string) => permissions.includes(permission)
  return [
    ...(may('read-jobs') ? overview.jobs.filter(({ state }) => state === 'failed') : []).map(
      failedJob,
    ),
    ...(overview.held > 0 && may('decide-claim') ? [heldClaims(overview.held)] : []),
    ...(may('state-claim') ? kept : [])
      .filter((kind) => kind.stale > 0)
      .toSorted((one, other) => other.stale - one.stale)
      .slice(0, KINDS_NAMED)
      .map(toRecheck),
    ...overview.chains
      .filter(({ id }) => stale.includes(id))
      .map((chain) => staleGround(chain, nameOf(chain))),
    ...unjudged(overview.chains).map((chain) => unjudgedStages(chain, nameOf(chain))),
  ]
}

function failedJob({ id, title }: JobView): Waiting {
  const words = { what: 'overview.waits.failed', act: 'overview.waits.failed.act' } as const
  return { key: id, ...words, values: { title }, figure: null, href: `/jobs/${id}` }
}

function heldClaims(n: number): Waiting {
  const words = { what: 'overview.waits.held', act: 'overview.waits.held.act' } as const
  return { key: 'held', ...words, values: { n }, figure: null, href: '/review' }
}

function toRecheck({
  property,
  name,
  stale: n,
}: {
  property: string
  name: string
  stale: number
}) {
  const words = { what: 'overview.waits.recheck', act: 'overview.waits.recheck.act' } as const
  const href = `/freshness?view=stale&property=${property}`
  return { key: `recheck ${property}`, ...words, values: { n, name }, figure: null, href }
}

function staleGround(chain: ChainSummary, name: string): Waiting {
  const words = { what: 'overview.waits.stale', act: 'overview.waits.stale.act' } as const
  const href = `/chains/${chain.id}?lens=freshness`
  return { key: `stale ${chain.id}`, ...words, values: { chain: name }, figure: null, href }
}

function unjudgedStages(chain: ChainSummary, name: string): Waiting {
  const words = { what: 'overview.waits.unknown', act: 'overview.waits.unknown.act' } as const
  const href = `/chains/${chain.id}?lens=evidence`
  const values = { chain: name }
  return { key: chain.id, ...words, values, figure: chain.verdicts.unknown, href }
}

function unjudged(chains: readonly ChainSummary[]): ChainSummary[] {
  const open = (chain: ChainSummary) => Number(chain.verdicts.unknown.number ?? 0)
  return chains
    .filter((chain) => open(chain) > 0 && !chain.synthetic)
    .sort((one, other) => open(other) - open(one))
    .slice(0, CHAINS_NAMED)
}
