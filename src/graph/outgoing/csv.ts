import { fillWords } from '../../base/index.ts'
import type { OutgoingFact, OutgoingGraph } from './model.ts'
import { HIDDEN_SENTENCE } from './words.ts'
import { zipOf } from './zip.ts'

/** A cell that a spreadsheet would take for a formula stands behind an apostrophe. */
const FORMULA = /^\s*[=+\-@\t\r|]/u
/** A plain negative number is no formula. */
const NUMBER = /^-?\d+(\.\d+)?$/u

/** One cell: quoted always, and never run by a spreadsheet. */
export function csvCell(text: string | null): string {
  const value = text ?? ''
  const safe = FORMULA.test(value) && !NUMBER.test(value) ? `'${value}` : value
  return `"${safe.replaceAll('"', '""')}"`
}

type Row = readonly (string | null)[]

/** UTF-8 with a byte order mark, as spreadsheets in China expect it; lines end as RFC 4180 says. */
export function csvOf(head: readonly string[], rows: readonly Row[]): string {
  return `\ufeff${[head, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`
}

const MEASURED = [
  ...['printed', 'operator', 'number', 'low', 'high', 'unit', 'valid_from', 'valid_to'],
  ...['source', 'sheet', 'page', 'row', 'cells', 'start', 'end', 'quote', 'synthetic'],
]

function measured(fact: OutgoingFact): Row {
  const { sheet, page, row, cells, start, end } = fact.locator
  const text = (number: number | null): string | null => (number === null ? null : String(number))
  return [
    ...[fact.printed, fact.operator, fact.number, fact.low, fact.high, fact.unit],
    ...[fact.validFrom, fact.validTo, fact.source.id, sheet, text(page), text(row), cells],
    ...[text(start), text(end), fact.quote, String(fact.source.synthetic)],
  ]
}

/** The five tables of a graph as a zip of CSV files: about, things, relations, values, sources. */
export function csvZip(graph: OutgoingGraph): Uint8Array {
  const values = graph.facts.filter(({ object }) => object === null)
  const relations = graph.facts.flatMap((fact) =>
    fact.object === null ? [] : [{ fact, object: fact.object }],
  )
  return zipOf([
    ['about.csv', csvOf(['what', 'text'], aboutRows(graph))],
    [
      'things.csv',
      csvOf(
        ['id', 'kind', 'scheme', 'code', 'name'],
        graph.things.map(({ id, kind, scheme, code, name }) => [id, kind, scheme, code, name]),
      ),
    ],
    [
      'relations.csv',
      csvOf(
        ['claim', 'subject', 'subject_name', 'property', 'object', 'object_name', ...MEASURED],
        relations.map(({ fact, object }) => [
          ...[fact.claim, fact.subject.id, fact.subject.name, fact.property],
          ...[object.id, object.name, ...measured(fact)],
        ]),
      ),
    ],
    [
      'values.csv',
      csvOf(
        ['claim', 'subject', 'subject_name', 'property', ...MEASURED],
        values.map((fact) => [
          ...[fact.claim, fact.subject.id, fact.subject.name, fact.property, ...measured(fact)],
        ]),
      ),
    ],
    [
      'sources.csv',
      csvOf(
        ['id', 'title', 'publisher', 'published_on', 'origin', 'media_type', 'sha256', 'synthetic'],
        graph.sources.map((source) => [
          ...[source.id, source.title, source.publisher, source.publishedOn, source.origin],
          ...[source.mediaType, source.sha256, String(source.synthetic)],
        ]),
      ),
    ],
  ])
}

/** What every copy must say of itself, as sentences in both languages. */
export function sayings(graph: OutgoingGraph): readonly { zh: string; en: string }[] {
  const hidden = graph.hidden.map(({ what, why, count }) => ({
    zh: fillWords(HIDDEN_SENTENCE, { what: what.zh, why: why.zh, count }).zh,
    en: fillWords(HIDDEN_SENTENCE, { what: what.en, why: why.en, count }).en,
  }))
  return [...graph.stamps, ...hidden]
}

function aboutRows(graph: OutgoingGraph): Row[] {
  return [
    ['title', graph.title],
    ['office', graph.office],
    ['known', graph.asOf.known],
    ['valid', graph.asOf.valid],
    ['audience', graph.audience],
    ...sayings(graph).flatMap(({ zh, en }) => [
      ['note', zh],
      ['note', en],
    ]),
  ]
}
