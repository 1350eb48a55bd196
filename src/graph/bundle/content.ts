import {
  canonicalJson,
  type JsonValue,
  sha256Hex,
  stableCompare,
  type Uuid,
} from '../../base/index.ts'
import type { Figure } from '../figures/index.ts'
import type { OutgoingCell, OutgoingList, OutgoingRow } from '../outgoing/index.ts'
import {
  BUNDLE_FORMAT,
  BUNDLE_VERSION,
  type BundleContent,
  type BundleFile,
  type ToldClaim,
  type ToldDerivation,
  type ToldSignature,
  type ToldSource,
} from './model.ts'

/** All that a bundle of a list tells, reviewed for its readers. */
export interface ToldList {
  readonly tenant: number
  /** Name of the log that answers for it. */
  readonly origin: string
  readonly suite: string
  readonly list: OutgoingList
  readonly claims: readonly ToldClaim[]
  readonly sources: readonly ToldSource[]
  readonly derivations: readonly ToldDerivation[]
  readonly signatures: readonly ToldSignature[]
  /**
   * Batches by which claims were published, each with the entry of the log that says so; null where
   * something else in the batch may not be told, and then no claim is proved to be in it.
   */
  readonly batches: readonly { readonly id: Uuid; readonly entry: Uuid | null }[]
}

/** Lays out what is told; the same told gives the same bytes. */
export function contentOf(told: ToldList): BundleContent {
  const { list, claims } = told
  const quoted = claims.flatMap(({ id, quote }) => (quote === null ? [] : [{ claim: id, quote }]))
  const files = [
    json('list.json', listJson(list)),
    lines('claims.jsonl', claims.map(claimJson)),
    lines('quotes.jsonl', quoted),
    lines('sources.jsonl', told.sources),
    lines('derivations.jsonl', told.derivations),
    json('hidden.json', hiddenJson(list)),
    json('signatures.json', told.signatures),
    json('batches.json', told.batches),
  ]
  const named = files.map(({ name, text }) => ({
    ...{ name, sha256: sha256Hex(text), bytes: Buffer.byteLength(text) },
  }))
  const { tenant, origin, suite } = told
  const manifest = json('manifest.json', {
    ...{ format: BUNDLE_FORMAT, version: BUNDLE_VERSION, kind: 'list' },
    ...{ tenant, origin, suite, files: named },
  })
  const sizeBytes = named.reduce((sum, { bytes }) => sum + bytes, 0)
  return { files, manifest, sha256: sha256Hex(manifest.text), sizeBytes }
}

/** Whatever of our own holds only what JSON can say; what is undefined is left out. */
const plain = (value: unknown): JsonValue => JSON.parse(JSON.stringify(value)) as JsonValue

export const json = (name: string, value: unknown): BundleFile => ({
  name,
  text: `${canonicalJson(plain(value))}\n`,
})

export const lines = (name: string, values: readonly unknown[]): BundleFile => ({
  name,
  text: values.map((value) => `${canonicalJson(plain(value))}\n`).join(''),
})

function claimJson({ id, batch, source, quoteHash, said }: ToldClaim) {
  return { ...said, id, batch, source, quoteHash }
}

function listJson(list: OutgoingList) {
  const { file, chain, number, state, signedOn, seal, asOf, audience, audienceWords } = list
  const { office, stamps, policy, rows } = list
  return {
    list: { id: file.id, words: file.words },
    columns: file.columns.map(({ id, words }) => ({ id, words })),
    ...{ chain, number, state, signedOn, seal, asOf, audience, audienceWords },
    ...{ office, stamps, policy },
    rows: rows.map((row, at) => rowJson(row, at, list)),
  }
}

function rowJson(row: OutgoingRow, at: number, { file }: OutgoingList) {
  const { thing, name, cells, office, reasons, basis, byHand, stale, synthetic, fallen } = row
  return {
    ...{ thing, place: at + 1, name: figureJson(name) },
    cells: cells.map((cell, each) => ({
      column: file.columns[each]?.id ?? '',
      ...cellJson(cell),
    })),
    office: cellJson(office),
    ...{ reasons, basis, byHand, stale, synthetic, fallen },
  }
}

const cellJson = ({ figures, words, hidden }: OutgoingCell) => ({
  ...{ words, hidden, figures: figures.map(figureJson) },
})

/** A figure as it stands in the list; whether it is stale depends on the day and is said of the row. */
function figureJson({ id, text, operator, number, low, high, unit, period }: Figure) {
  return { id, text, operator, number, low, high, unit, period }
}

/** What was hidden and by which rule, and not where. */
const hiddenJson = ({ hidden }: OutgoingList) =>
  hidden.map(({ reason, what, why, rows, cells, quotes }) => ({
    ...{ reason, what, why, rows, cells, quotes },
  }))

/** In the order of their ids, so that the order in which they were found tells nothing. */
export const byId = <Told extends { readonly id: string }>(told: Iterable<Told>): Told[] =>
  [...told].sort((one, other) => stableCompare(one.id, other.id))
