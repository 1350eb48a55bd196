import { fillWords, type Words } from '../../base/index.ts'
import { csvOf } from '../outgoing/index.ts'
import type { PortableFact, PortableGraph } from './model.ts'
import { HIDDEN_SENTENCE } from './words.ts'

const MEASURED = [
  ...['printed', 'operator', 'number', 'low', 'high', 'unit', 'valid_from', 'valid_to'],
  ...['source', 'sheet', 'page', 'row', 'cells', 'start', 'end', 'quote', 'synthetic'],
]

const SUBJECT = ['claim', 'subject', 'subject_name', 'property']

type Cell = string | number | boolean | null

const table = (head: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  csvOf([head, ...rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell))))])

function measured(fact: PortableFact): Cell[] {
  const { sheet, page, row, cells, start, end } = fact.locator
  return [
    ...[fact.printed, fact.operator, fact.number, fact.low, fact.high, fact.unit],
    ...[fact.validFrom, fact.validTo, fact.source.id, sheet, page, row, cells, start, end],
    ...[fact.quote, fact.source.synthetic],
  ]
}

const said = ({ claim, subject, property }: PortableFact): Cell[] => [
  ...[claim, subject.id, subject.name, property],
]

/** The tables of a graph by the names of their files: about, things, relations, values, sources. */
export function graphTables(graph: PortableGraph): [name: string, text: string][] {
  const { facts, things, sources } = graph
  const relations = facts.flatMap((fact) => {
    const { object } = fact
    return object === null ? [] : [[...said(fact), object.id, object.name, ...measured(fact)]]
  })
  const values = facts
    .filter(({ object }) => object === null)
    .map((fact) => [...said(fact), ...measured(fact)])
  return [
    ['about.csv', table(['what', 'text'], aboutRows(graph))],
    [
      'things.csv',
      table(
        ['id', 'kind', 'scheme', 'code', 'name'],
        things.map(({ id, kind, scheme, code, name }) => [id, kind, scheme, code, name]),
      ),
    ],
    ['relations.csv', table([...SUBJECT, 'object', 'object_name', ...MEASURED], relations)],
    ['values.csv', table([...SUBJECT, ...MEASURED], values)],
    [
      'sources.csv',
      table(
        ['id', 'title', 'publisher', 'published_on', 'origin', 'media_type', 'sha256', 'synthetic'],
        sources.map((source) => [
          ...[source.id, source.title, source.publisher, source.publishedOn, source.origin],
          ...[source.mediaType, source.sha256, source.synthetic],
        ]),
      ),
    ],
  ]
}

/** What every copy must say of itself. */
export function sayings({ stamps, hidden }: PortableGraph): readonly Words[] {
  const lines = hidden.map(({ what, why, facts, quotes }) => ({
    zh: fillWords(HIDDEN_SENTENCE, { what: what.zh, why: why.zh, facts, quotes }).zh,
    en: fillWords(HIDDEN_SENTENCE, { what: what.en, why: why.en, facts, quotes }).en,
  }))
  return [...stamps, ...lines]
}

function aboutRows(graph: PortableGraph): Cell[][] {
  const { title, office, asOf, audience } = graph
  return [
    ['title', title],
    ['office', office],
    ['known', asOf.known],
    ['valid', asOf.valid],
    ['audience', audience],
    ...sayings(graph).flatMap(({ zh, en }) => [
      ['note', zh],
      ['note', en],
    ]),
  ]
}
