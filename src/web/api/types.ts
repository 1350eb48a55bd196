/**
 * The shapes of the HTTP interface as the screens read them. Dates are ISO days, times ISO UTC.
 * Not the domain: a screen draws what it is given and never imports a module of the server.
 */
import type { Language, Words } from '../../base/index.ts'

export type { Language, Words }

export type VerdictWord = 'strong' | 'stable' | 'weak' | 'missing' | 'unknown'
export type MarkWord = 'chokePoint' | 'breakPoint' | 'blockage'
export type Position = 'upstream' | 'midstream' | 'downstream'
export type Operator = '=' | '>' | '>=' | '<' | '<=' | '~'

/** A value with the way back to its source: `id` opens the evidence reader or the derivation. */
export interface Figure {
  id: string
  text: string
  kind: 'read' | 'computed'
  synthetic: boolean
  stale: boolean
  operator: Operator
  number: string | null
  low: string | null
  high: string | null
  unit: string
  period: string | null
}

/** What the server says of itself to anybody. */
export interface Health {
  status: 'starting' | 'ok' | 'stopping'
  durability: 'D0' | 'D1' | 'D2' | null
  version: string
  sample: boolean
}

export interface Me {
  /** `passwordTemporary`: given by somebody else and not yet changed. */
  person: { id: string; name: string; login: string; passwordTemporary: boolean }
  organisation: { id: string; name: string; home: string | null }
  role: string
  roles: { id: string; name: Words; organisation: { id: string; name: string } }[]
  faces: ('cockpit' | 'desk' | 'firm')[]
  permissions: string[]
  /** Must first set up a second factor, and may do nothing else. */
  mustEnrol: boolean
  /** Which measures guard signing in here. */
  safeguards: { secondFactor: boolean; stepUp: boolean; separated: boolean }
  tenant: { id: number; name: string }
  sample: boolean
  durability: 'D0' | 'D1' | 'D2'
}

export interface Page<Item> {
  items: Item[]
  next: string | null
}

export interface ChainSummary {
  id: string
  name: string
  englishName: string | null
  stages: Figure
  firms: Figure
  links: Figure
  claims: Figure
  synthetic: boolean
  verdicts: Record<VerdictWord, Figure>
  newest: string | null
}

export interface Makers {
  local: Figure | null
  province: Figure | null
  country: Figure | null
  abroad: Figure | null
  unplaced: Figure | null
}

export interface StageTile {
  id: string
  name: string
  englishName: string | null
  parent: string | null
  position: Position | null
  /** Group label of the column, e.g. 设计, 制造, 封测. */
  column: string | null
  order: number
  verdict: { word: VerdictWord; figure: Figure | null }
  marks: { mark: MarkWord; figure: Figure }[]
  makers: Makers
  facts: { property: string; label: Words; figure: Figure }[]
  firms: Figure
  sources: number
  newest: string | null
  stale: boolean
  synthetic: boolean
}

export interface Ribbon {
  id: string
  from: string
  to: string
  sources: number
  figure: Figure
  synthetic: boolean
  value: Figure | null
}

export interface ChainMap {
  chain: {
    id: string
    name: string
    englishName: string | null
    scope: string | null
    headline: { label: Words; figure: Figure }[]
  }
  known: string
  valid: string
  firstRecorded: string | null
  recordedDays: string[]
  validSpan: { from: string | null; to: string | null }
  stages: StageTile[]
  links: Ribbon[]
  snapshot: string
}

export interface StageFact {
  property: string
  label: Words
  figure: Figure
  source: { id: string; title: string }
  validFrom: string | null
  recordedOn: string
  conflicts: number
}

export interface StageFirm {
  id: string
  name: string
  shortName: string | null
  region: string | null
  figure: Figure
  share: Figure | null
}

export interface StageNeighbour {
  id: string
  name: string
  verdict: VerdictWord
}

export interface StageDetail {
  tile: StageTile
  chain: { id: string; name: string }
  ancestors: { id: string; name: string }[]
  facts: StageFact[]
  firms: { items: StageFirm[]; total: number }
  products: { items: (ThingRef & { figure: Figure })[]; total: number }
  upstream: StageNeighbour[]
  downstream: StageNeighbour[]
}

export interface SearchItem {
  id: string
  kind: string
  name: string
  /** The name that fitted, where it is not the display name. */
  alias: string | null
  detail: string | null
  verdict: VerdictWord | null
  href: string
}

export interface SearchAnswer {
  groups: { kind: string; items: SearchItem[] }[]
  ms: number
}

export interface Locator {
  sheet: string | null
  page: number | null
  row: number | null
  cells: string | null
  start: number | null
  end: number | null
}

export interface ClaimSource {
  id: string
  title: string
  publisher: string
  publishedOn: string | null
  label: string
  synthetic: boolean
}

export interface ThingRef {
  id: string
  kind: string
  name: string
}

export interface ClaimView {
  id: string
  subject: ThingRef
  property: string
  propertyLabel: Words
  object: ThingRef | null
  figure: Figure
  quote: string
  locator: Locator
  source: ClaimSource
  method: string
  reader: string
  /** 0 to 100. */
  confidence: number
  validFrom: string | null
  validTo: string | null
  stage: 'draft' | 'published' | 'rejected' | 'withdrawn'
  recordedAt: string | null
  decidedBy: { name: string } | null
  conflicts: { claim: string; figure: Figure; source: { id: string; title: string } }[]
}

export interface Derivation {
  id: string
  algorithm: Words
  version: string
  parameters: Record<string, unknown>
  snapshot: string
  output: string
  claims: ClaimView[]
  total: number
}

export type FigureAnswer =
  | { kind: 'span'; claim: ClaimView }
  | { kind: 'derivation'; derivation: Derivation }

/** How far a name without a code is one thing. */
export type NamesHold = 'table' | 'chain' | 'office'

export interface PropertyWords {
  id: string
  words: Words
  value: string
  unit: string | null
  scheme: string | null
  choices: { id: string; words: Words }[]
}

export interface Vocabulary {
  kinds: { id: string; words: Words; properties: string[]; namesHold: NamesHold }[]
  officeScheme: string
  edges: { id: string; words: Words; reverse: Words; from: string[]; to: string[] }[]
  properties: PropertyWords[]
  schemes: { id: string; words: Words }[]
}
