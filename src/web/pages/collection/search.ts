/** The state of the collection screens, as the address holds it. */
export interface RoundSearch {
  /** Absent: the recipients. */
  view?: 'answers' | 'cells'
  /** A recipient by its ordinal: its returns are open, or its cells alone are shown. */
  of?: string
}

/** What is being composed. */
export interface ComposeSearch {
  chain?: string
  kind?: string
  /** Properties, with commas between. */
  properties?: string
  region?: string
  list?: string
  /** Absent: each firm answers for itself. */
  by?: 'department'
  /** Ids of organisations, with commas between. */
  departments?: string
  /** What departments answer that do not answer all: see `sharesIn`. */
  shares?: string
  /** Label of what comes back; absent: internal. */
  label?: string
  again?: string
  title?: string
  period?: string
  due?: string
}

const ORDINAL = /^[1-9]\d{0,4}$/u
const FIELDS = ['chain', 'kind', 'properties', 'region', 'list'] as const
const MORE = ['departments', 'shares', 'label', 'again', 'title', 'period', 'due'] as const
const LONGEST = 2_000

export function validateRoundSearch(search: Record<string, unknown>): RoundSearch {
  const found: RoundSearch = {}
  if (search.view === 'answers' || search.view === 'cells') found.view = search.view
  if (typeof search.of === 'string' && ORDINAL.test(search.of)) found.of = search.of
  return found
}

export function validateComposeSearch(search: Record<string, unknown>): ComposeSearch {
  const found: ComposeSearch = search.by === 'department' ? { by: 'department' } : {}
  for (const name of [...FIELDS, ...MORE]) {
    const value = search[name]
    if (typeof value === 'string' && value.trim() !== '') found[name] = value.slice(0, LONGEST)
  }
  return found
}

/** Parts of a value that holds several, with commas between. */
export const partsOf = (value: string | undefined): string[] =>
  (value ?? '').split(',').filter((part) => part !== '')

/** What one department answers: properties and a division; all, and everywhere, where left out. */
export interface Share {
  organisation: string
  properties?: string[]
  region?: string
}

const SHARE = /^([^:@]+)(?::([^@]*))?(?:@(.*))?$/u

/** The chosen departments, each with its share: `id:property.property@division;…` in the address. */
export function sharesIn({ departments, shares, properties }: ComposeSearch): Share[] {
  const asked = partsOf(properties)
  const said = new Map(
    (shares ?? '').split(';').flatMap((part) => {
      const [, organisation, own = '', region = ''] = SHARE.exec(part) ?? []
      if (organisation === undefined) return []
      const chosen = own.split('.').filter((each) => asked.includes(each))
      const share: Share = { organisation }
      if (chosen.length > 0) share.properties = chosen
      if (region !== '') share.region = region
      return [[organisation, share] as const]
    }),
  )
  return partsOf(departments).map((organisation) => said.get(organisation) ?? { organisation })
}

/** The same as text for the address; undefined where everybody answers all. */
export function sharesText(shares: readonly Share[]): string | undefined {
  const parts = shares.flatMap(({ organisation, properties = [], region = '' }) => {
    if (properties.length === 0 && region === '') return []
    const own = properties.length === 0 ? '' : `:${properties.join('.')}`
    return `${organisation}${own}${region === '' ? '' : `@${region.replaceAll(/[;@]/gu, ' ')}`}`
  })
  return parts.length === 0 ? undefined : parts.join(';')
}
