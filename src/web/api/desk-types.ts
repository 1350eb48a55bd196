/** Shapes of the working screens: sources, jobs, imports, things, people. See types.ts. */
import type {
  ChainSummary,
  ClaimSource,
  ClaimView,
  Figure,
  Language,
  ThingRef,
  Words,
} from './types.ts'

export interface SourceView extends ClaimSource {
  mediaType: string
  fileName: string
  sizeBytes: number
  sha256: string
  class: string
  origin: string | null
  broughtAt: string
  broughtBy: { name: string }
  parts: SourcePart[]
  /** As what it is best opened; null for what is neither. */
  form: 'table' | 'document' | null
  /** Pages that can be turned; 0 where it has none. */
  pages: number
  /** Null where nobody asked for its text to be read. */
  reading: DocumentReading | null
  claims: number
  supersedes: string | null
  supersededBy: string | null
}

/** How a document became text, or why it did not. */
export interface DocumentReading {
  job: string
  state: JobState
  stage: string | null
  done: number
  total: number | null
  problem: JobView['problem']
  pages: number | null
  characters: number | null
  cautions: { code: string; words: Words; count: number; page: number | null }[]
}

export interface SourcePart {
  sheet: string | null
  page: number | null
  first: number | null
  last: number | null
}

export interface SheetWindow {
  kind: 'sheet'
  sheet: string | null
  columns: { letters: string; title: string }[]
  rows: { row: number; cells: string[] }[]
  /** The last row of the sheet. */
  total: number
}

/** Text of a source, with the spans that claims rest on, in code points within `text`. */
export interface TextWindow {
  kind: 'text'
  /** Where `text` begins in the source, in code points. */
  first: number
  text: string
  total: number
  /** The page that this text stands on; null where there are none. */
  page: number | null
  pages: number
  spans: { claim: string; start: number; end: number }[]
}

export type SourceWindow = SheetWindow | TextWindow

export interface ClaimCheck {
  result: 'matches' | 'changed' | 'missing'
  found: string | null
  characters: number
}

export interface ClaimPage {
  items: ClaimView[]
  next: string | null
}

export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'

export interface JobView {
  id: string
  kind: string
  title: string
  state: JobState
  stage: string | null
  done: number
  total: number | null
  result?: unknown
  problem: { code: string; title: string; detail: string; next: string } | null
  createdAt: string
  startedAt: string | null
  endedAt: string | null
  actor: string
}

export type RowOutcome = 'new' | 'changed' | 'same' | 'possible' | 'held' | 'refused'

export type ImportReport = Record<RowOutcome | 'rows' | 'claims', number>

export interface JobDetail extends JobView {
  report: ImportReport | null
  /** What an import read; null for other jobs. */
  batch: JobBatch | null
  /** What it reads; null for jobs that read nothing. */
  source: { id: string; title: string } | null
}

export interface JobBatch {
  source: { id: string; title: string }
  mapping: { id: string; version: number }
  state: 'open' | 'ready' | 'published' | 'discarded'
  dryRun: boolean
}

/** Why a row, or one cell of it, was held or refused. */
export interface RowReason {
  field: string | null
  cells: string | null
  code: string
  words: Words
}

export interface JobRow {
  sheet: string | null
  first: number
  last: number
  outcome: RowOutcome
  reasons: RowReason[]
  cells: string[] | null
}

/** A mapping as data; the screen changes what it knows and hands the rest on untouched. */
export interface MappingDocument {
  id: string
  version: number
  title: Words
  [rest: string]: unknown
}

export interface SheetHead {
  sheet: string | null
  columns: { index: number; letters: string; title: string }[]
  headerRows: number
  firstDataRow: number
  encoding: string | null
}

export interface PreviewRow {
  row: number
  outcome: 'ok' | 'held' | 'refused'
  reasons: RowReason[]
  claims: { subject: string; property: string; object: string | null; text: string | null }[]
}

export interface MappingProposal {
  mapping: MappingDocument
  reason: Words
  saved: boolean
}

/** A column, what it is taken for, how surely (0 to 1) and why. */
export interface ColumnGuess {
  index: number
  words: Words
  confidence: number
  reason: Words
  remarks: Words[]
  unit: string | null
}

export interface ImportPreview {
  takenFor: Words
  sheets: { name: string | null; rows: number | null; head: SheetHead }[]
  head: SheetHead
  sample: { row: number; cells: string[] }[]
  /** Id of the mapping through which the rows were read. */
  mapping: string | null
  proposals: MappingProposal[]
  /** On what the proposal that is not kept rests, column by column. */
  columns: ColumnGuess[]
  rows: PreviewRow[]
  counts: { ok: number; held: number; refused: number; claims: number }
}

export interface MappingView {
  id: string
  version: number
  title: Words
  mapping: MappingDocument
  origin: 'pack' | 'office'
}

export interface FirmRow {
  id: string
  name: string
  /** The name that fitted a search, where it is another. */
  alias: string | null
  detail: string | null
  synthetic: boolean
  figure: Figure
}

export interface SourceRef {
  id: string
  title: string
}

export interface ThingName {
  name: string
  property: string
  validFrom: string | null
  validTo: string | null
  figure: Figure
  source: SourceRef
}

export interface ThingValue {
  property: string
  label: Words
  readings: {
    figure: Figure
    source: SourceRef
    validFrom: string | null
    recordedOn: string
  }[]
  hasConflict: boolean
}

export interface ThingEdges {
  property: string
  label: Words
  direction: 'out' | 'in'
  total: number
  items: { thing: ThingRef; figure: Figure; source: SourceRef }[]
}

export interface ThingView {
  id: string
  kind: string
  name: string
  names: ThingName[]
  /** Its own first; `joinedBy` is the decision that brought a key here. */
  keys: { scheme: string; code: string; joinedBy: string | null }[]
  values: ThingValue[]
  edges: ThingEdges[]
  /** Each with the stages of the thing that it holds. */
  chains: { id: string; name: string; stages: string[] }[]
  synthetic: boolean
}

export interface Overview {
  chains: ChainSummary[]
  /** A count of files; no claim stands behind it. */
  sources: number
  claims: Figure
  entities: Figure
  firms: Figure
  /** Claims that wait for a person. */
  held: number
  jobs: JobView[]
  latestSources: SourceView[]
}

export type OrganisationKind = 'government' | 'firm' | 'institute'

export interface PersonView {
  id: string
  login: string
  name: string
  language: Language
  active: boolean
  memberships: { organisation: { id: string; name: string }; role: string }[]
}

export interface OrganisationView {
  id: string
  name: string
  kind: OrganisationKind
  home: string | null
  creditCode: string | null
  active: boolean
}

export interface RoleView {
  id: string
  name: Words
  faces: string[]
  organisations: OrganisationKind[]
  permissions: string[]
}

export interface WrittenPerson {
  person: PersonView
  /** Told this once; null where the person has one already. */
  password: string | null
}

export interface CoverageRow {
  id: string
  part: Words
  name: Words
  screen: string | null
  command: string | null
  pack: string | null
  test: string | null
  absentBecause: Words | null
}

/** How the desk confirms, and who set it so; nobody did where it is as it was installed. */
export interface DeskView {
  mode: 'four-eyes' | 'one-person'
  words: Words
  reason: string | null
  setBy: string | null
  setAt: string | null
}
