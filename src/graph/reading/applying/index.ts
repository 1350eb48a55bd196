/**
 * Runs a mapping over the rows of a sheet: compiled once, then fast and without state between rows.
 * What cannot be taken is held or refused with its reason in both languages, never dropped. It does
 * not know what is already held of the things it speaks of.
 */
export { faultOfCell } from './fields.ts'
export { type Lookup, LookupCollector, type Lookups } from './lookup.ts'
export type { ReadClaim, RowReading, RowReason } from './model.ts'
export { type ApplyOptions, applyMapping, compileMapping, type RowReader } from './row.ts'
