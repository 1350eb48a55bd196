import type { JsonValue } from '../../base/index.ts'
import type { PortableFact, PortableGraph, PortableSource } from './model.ts'
import { sayings } from './tables.ts'

const ID = { '@type': '@id' } as const
const dated = (kind: 'date' | 'dateTime', id: string) => ({ '@id': id, '@type': `xsd:${kind}` })

/**
 * The context of the export. It stands in every document, so that expanding one needs no network;
 * words of others are PROV-O, Web Annotation, Dublin Core and SKOS.
 */
const JSON_LD_CONTEXT = {
  prov: 'http://www.w3.org/ns/prov#',
  oa: 'http://www.w3.org/ns/oa#',
  dcterms: 'http://purl.org/dc/terms/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  lianshu: 'urn:lianshu:vocabulary:',
  wasDerivedFrom: { '@id': 'prov:wasDerivedFrom', ...ID },
  wasGeneratedBy: { '@id': 'prov:wasGeneratedBy', ...ID },
  generatedAtTime: dated('dateTime', 'prov:generatedAtTime'),
  endedAtTime: dated('dateTime', 'prov:endedAtTime'),
  used: { '@id': 'prov:used', ...ID },
  hasTarget: { '@id': 'oa:hasTarget' },
  hasSource: { '@id': 'oa:hasSource', ...ID },
  hasSelector: { '@id': 'oa:hasSelector' },
  start: { '@id': 'oa:start', '@type': 'xsd:nonNegativeInteger' },
  end: { '@id': 'oa:end', '@type': 'xsd:nonNegativeInteger' },
  value: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value',
  conformsTo: { '@id': 'dcterms:conformsTo', ...ID },
  exact: 'oa:exact',
  title: 'dcterms:title',
  publisher: 'dcterms:publisher',
  issued: dated('date', 'dcterms:issued'),
  format: 'dcterms:format',
  bibliographicCitation: 'dcterms:bibliographicCitation',
  audience: 'dcterms:audience',
  description: 'dcterms:description',
  prefLabel: 'skos:prefLabel',
  notation: 'skos:notation',
  inScheme: 'lianshu:scheme',
  subject: { '@id': 'lianshu:subject', ...ID },
  object: { '@id': 'lianshu:object', ...ID },
  property: { '@id': 'lianshu:property', ...ID },
  printed: 'lianshu:printed',
  operator: 'lianshu:operator',
  number: { '@id': 'lianshu:number', '@type': 'xsd:decimal' },
  low: { '@id': 'lianshu:low', '@type': 'xsd:decimal' },
  high: { '@id': 'lianshu:high', '@type': 'xsd:decimal' },
  unit: 'lianshu:unit',
  validFrom: dated('date', 'lianshu:validFrom'),
  validTo: dated('date', 'lianshu:validTo'),
  known: dated('dateTime', 'lianshu:known'),
  valid: dated('date', 'lianshu:valid'),
  method: 'lianshu:method',
  reader: 'lianshu:reader',
  sha256: 'lianshu:sha256',
  synthetic: { '@id': 'lianshu:synthetic', '@type': 'xsd:boolean' },
} as const

const CELLS_SPECIFICATION = 'http://tools.ietf.org/rfc/rfc7111'
const PAGES_SPECIFICATION = 'http://tools.ietf.org/rfc/rfc3778'

const urn = (id: string): string => `urn:uuid:${id}`
const activity = (batch: string): string => `urn:lianshu:reading:${batch}`

/** Members that are there; JSON-LD has no use for null. */
function present(members: Record<string, JsonValue | null>): Record<string, JsonValue> {
  return Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== null && value !== ''),
  ) as Record<string, JsonValue>
}

/** The whole export as one JSON-LD document. */
export function jsonLd(graph: PortableGraph): string {
  const readings = new Map(graph.facts.map((fact) => [fact.batch, fact]))
  const said = sayings(graph).flatMap(({ zh, en }) => [
    { '@value': zh, '@language': 'zh' },
    { '@value': en, '@language': 'en' },
  ])
  const about = present({
    '@id': 'urn:lianshu:export',
    '@type': 'prov:Bundle',
    title: graph.title,
    publisher: graph.office,
    known: graph.asOf.known,
    valid: graph.asOf.valid,
    audience: graph.audience,
    description: said.length === 0 ? null : said,
  })
  const nodes: JsonValue[] = [
    about,
    ...graph.things.map(({ id, kind, scheme, code, name }) =>
      present({
        '@id': urn(id),
        '@type': `lianshu:${kind}`,
        prefLabel: name,
        notation: code,
        inScheme: scheme,
      }),
    ),
    ...graph.sources.map(sourceNode),
    ...[...readings.values()].map(readingNode),
    ...graph.facts.map(factNode),
  ]
  const context = JSON.stringify(JSON_LD_CONTEXT)
  const lines = nodes.map((node) => JSON.stringify(node)).join(',\n')
  return `{"@context":${context},"@graph":[\n${lines}\n]}\n`
}

function sourceNode(source: PortableSource): JsonValue {
  const { id, title, publisher, publishedOn, origin, mediaType, sha256, synthetic } = source
  return present({
    ...{ '@id': urn(id), '@type': 'prov:Entity', title, publisher, issued: publishedOn },
    ...{ bibliographicCitation: origin, format: mediaType, sha256, synthetic },
  })
}

function readingNode({ batch, method, reader, source }: PortableFact): JsonValue {
  return present({
    ...{ '@id': activity(batch), '@type': 'prov:Activity', method, reader, used: urn(source.id) },
  })
}

function factNode(fact: PortableFact): JsonValue {
  const { claim, subject, property, object, printed, operator, number, low, high, unit } = fact
  return present({
    ...{ '@id': urn(claim), '@type': 'prov:Entity', subject: urn(subject.id) },
    ...{ property: `lianshu:${property}`, object: object === null ? null : urn(object.id) },
    ...{ printed, operator, number, low, high, unit },
    ...{ validFrom: fact.validFrom, validTo: fact.validTo, synthetic: fact.source.synthetic },
    ...{ wasDerivedFrom: urn(fact.source.id), wasGeneratedBy: activity(fact.batch) },
    ...{ generatedAtTime: momentOf(fact.recordedAt), hasTarget: targetOf(fact) },
  })
}

const momentOf = (recordedAt: string | null): string | null =>
  recordedAt === null ? null : new Date(recordedAt).toISOString()

/** The place in the source: a span of code points, cells of a sheet, or a page; with its words. */
function targetOf({ locator, quote, source }: PortableFact): JsonValue {
  const { sheet, page, row, cells, start, end } = locator
  const selectors: JsonValue[] = []
  if (start !== null && end !== null) {
    selectors.push({ '@type': 'oa:TextPositionSelector', start, end })
  }
  if (cells !== null || row !== null) {
    const place = cells ?? `row=${row}`
    const value = sheet === null ? place : `${sheet}!${place}`
    selectors.push({ '@type': 'oa:FragmentSelector', conformsTo: CELLS_SPECIFICATION, value })
  }
  if (page !== null) {
    const value = `page=${page}`
    selectors.push({ '@type': 'oa:FragmentSelector', conformsTo: PAGES_SPECIFICATION, value })
  }
  if (quote !== null) selectors.push({ '@type': 'oa:TextQuoteSelector', exact: quote })
  const target = { '@type': 'oa:SpecificResource', hasSource: urn(source.id) }
  return selectors.length === 0 ? target : { ...target, hasSelector: selectors }
}
