import type { Uuid } from '../../base/index.ts'
import { encodeRows, keepEncodedRows } from '../../store/index.ts'
import { CLAIM_TABLES, type ClaimTable, cellsOf } from './columns.ts'
import type { ClaimRow, Projection } from './model.ts'

/**
 * Claims with their facts as the thread that reads them hands them over: rows of each table as the
 * store takes them. Handed over as objects, a large table costs more in the crossing than in the
 * reading.
 */
export type EncodedClaims = Readonly<Record<ClaimTable, Uint8Array>>

/** Rows of the tables of claims, the id of the claim in the second column of each. */
export function encodeClaims(
  claims: readonly ClaimRow[],
  projections: readonly Projection[],
): EncodedClaims {
  const encode = (table: ClaimTable, rows: readonly object[]): Uint8Array =>
    encodeRows(
      CLAIM_TABLES[table],
      rows.map((row) => cellsOf(CLAIM_TABLES[table], row)),
    )
  const rowsOf = (table: keyof Projection): object[] =>
    projections.flatMap((projection) => projection[table] ?? [])
  return {
    claim: encode('claim', claims),
    entity: encode('entity', rowsOf('entity')),
    edge: encode('edge', rowsOf('edge')),
    value: encode('value', rowsOf('value')),
    term: encode('term', rowsOf('term')),
  }
}

const CLAIM_ID = 1

/** The rows of those claims whose id `keep` accepts. */
export function keepClaims(claims: EncodedClaims, keep: (id: Uuid) => boolean): EncodedClaims {
  const kept = (table: ClaimTable): Uint8Array => keepEncodedRows(claims[table], CLAIM_ID, keep)
  return {
    claim: kept('claim'),
    entity: kept('entity'),
    edge: kept('edge'),
    value: kept('value'),
    term: kept('term'),
  }
}
