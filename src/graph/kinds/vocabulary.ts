import { type JsonValue, Problem, type Words } from '../../base/index.ts'
import { OFFICE_SCHEME } from './named.ts'
import {
  type EdgeKind,
  type Kind,
  type Pack,
  type Property,
  packSchema,
  type Scheme,
  vocabularyFileSchema,
} from './schema.ts'

/** Everything that may be said, by id. Value properties and edges share one space of ids. */
export interface Vocabulary {
  readonly kinds: ReadonlyMap<string, Kind>
  readonly edges: ReadonlyMap<string, EdgeKind>
  readonly properties: ReadonlyMap<string, Property>
  readonly schemes: ReadonlyMap<string, Scheme>
}

/**
 * The vocabulary of all packs together, from the parsed content of their files
 * (`kinds/*.json`, `edges/*.json`, `properties.json`, `schemes.json`) in any order.
 * Problem: `pack-invalid`, when a file has another shape, an id occurs twice or leads nowhere.
 */
export function loadVocabulary(files: readonly JsonValue[]): Vocabulary {
  const kinds = new Map<string, Kind>()
  const edges = new Map<string, EdgeKind>()
  const properties = new Map<string, Property>()
  const schemes = new Map<string, Scheme>()
  for (const content of files) {
    const file = parseFile(content)
    if ('kind' in file) add(kinds, file.kind)
    else if ('edge' in file) add(edges, file.edge)
    else if ('properties' in file) for (const property of file.properties) add(properties, property)
    else for (const scheme of file.schemes) add(schemes, scheme)
  }
  const vocabulary = { kinds, edges, properties, schemes }
  for (const loose of looseEnds(vocabulary)) refuse('vocabulary', loose)
  return vocabulary
}

/** Reads a `pack.json`. Problem: `pack-invalid`. */
export function parsePack(content: JsonValue): Pack {
  const parsed = packSchema.safeParse(content)
  return parsed.success ? parsed.data : refuse('pack.json', reasonOf(parsed.error))
}

function parseFile(content: JsonValue) {
  const parsed = vocabularyFileSchema.safeParse(content)
  return parsed.success ? parsed.data : refuse(nameOf(content), reasonOf(parsed.error))
}

interface Issue {
  path: PropertyKey[]
  message: string
  errors?: Issue[][]
}

/** The first complaint of the branch that came furthest: of a union, the others only mislead. */
function reasonOf(error: { issues: readonly unknown[] }): string {
  const issue = deepest(error.issues as Issue[])
  return issue === undefined ? 'invalid' : `${issue.path.map(String).join('.')}: ${issue.message}`
}

function deepest(issues: readonly Issue[]): Issue | undefined {
  const nested = issues.flatMap((issue) => {
    const inner = (issue.errors ?? []).map(deepest).filter((found) => found !== undefined)
    return [issue, ...inner.map((found) => ({ ...found, path: [...issue.path, ...found.path] }))]
  })
  return nested.sort((left, right) => right.path.length - left.path.length)[0]
}

/** What to call a file that was handed over without its name. */
function nameOf(content: JsonValue): string {
  if (content === null || typeof content !== 'object' || Array.isArray(content)) return 'vocabulary'
  const [key = 'vocabulary', value] = Object.entries(content)[0] ?? []
  const id = value !== null && typeof value === 'object' && 'id' in value ? value.id : undefined
  return typeof id === 'string' ? `${key} ${id}` : key
}

function add<Item extends { id: string }>(items: Map<string, Item>, item: Item): void {
  if (items.has(item.id)) refuse(item.id, 'the id occurs twice')
  items.set(item.id, item)
}

/** Ids that lead nowhere, and ids that would mean both a value and an edge. */
function looseEnds({ kinds, edges, properties, schemes }: Vocabulary): string[] {
  const missing = (from: string, ids: readonly string[], known: ReadonlyMap<string, unknown>) =>
    ids.filter((id) => !known.has(id)).map((id) => `${from} → ${id}`)
  return [
    ...[...kinds.values()].flatMap((kind) => [
      ...missing(`kind ${kind.id}`, kind.keys, schemes),
      ...missing(`kind ${kind.id}`, kind.properties, properties),
    ]),
    ...[...edges.values()].flatMap((edge) => [
      ...missing(`edge ${edge.id}`, [...edge.from, ...edge.to], kinds),
      ...(properties.has(edge.id) ? [`${edge.id} is an edge and a property`] : []),
    ]),
    ...[...properties.values()].flatMap(({ id, scheme }) =>
      missing(`property ${id}`, scheme === undefined ? [] : [scheme], schemes),
    ),
  ]
}

function refuse(file: string, reason: string): never {
  throw new Problem('pack-invalid', { pack: 'vocabulary', file, reason })
}

/** The properties that a kind may carry, in the order in which its file lists them. */
export function propertiesOf(vocabulary: Vocabulary, kind: string): readonly Property[] {
  const ids = vocabulary.kinds.get(kind)?.properties ?? []
  return ids.flatMap((id) => vocabulary.properties.get(id) ?? [])
}

/** The scheme of `list:materials-2021` is `list`; of `credit-code`, itself. */
export function schemeOf(vocabulary: Vocabulary, scheme: string): Scheme | undefined {
  const [, id = '', name = ''] = /^([^:]*):?(.*)$/.exec(scheme) ?? []
  const found = vocabulary.schemes.get(id)
  return found?.named === (name !== '') ? found : undefined
}

/** The vocabulary as the interface shows it: plain lists with words in both languages. */
export interface VocabularyView {
  kinds: { id: string; words: Words; properties: string[]; namesHold: Kind['namesHold'] }[]
  /** The scheme of names that hold in the whole office. */
  officeScheme: string
  edges: { id: string; words: Words; reverse: Words; from: string[]; to: string[] }[]
  properties: {
    id: string
    words: Words
    value: string
    unit: string | null
    scheme: string | null
    choices: { id: string; words: Words }[]
  }[]
  schemes: { id: string; words: Words }[]
}

export function viewVocabulary(vocabulary: Vocabulary): VocabularyView {
  const { kinds, edges, properties, schemes } = vocabulary
  return {
    kinds: [...kinds.values()].map((kind) => ({
      id: kind.id,
      words: kind.words,
      properties: [...kind.properties],
      namesHold: kind.namesHold,
    })),
    officeScheme: OFFICE_SCHEME,
    edges: [...edges.values()].map(({ id, words, reverse, from, to }) => ({
      ...{ id, words, reverse },
      ...{ from: [...from], to: [...to] },
    })),
    properties: [...properties.values()].map(({ id, words, value, unit, scheme, choices }) => ({
      ...{ id, words, value, unit: unit ?? null, scheme: scheme ?? null },
      choices: (choices ?? []).map((choice) => ({ id: choice.id, words: choice.words })),
    })),
    schemes: [...schemes.values()].map(({ id, words }) => ({ id, words })),
  }
}
