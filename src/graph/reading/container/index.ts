/**
 * What a file is and whether it may be opened: kinds by bytes, limits, and the guard for zip
 * containers that every office file passes first. It reads no content.
 */
export { type Archive, openArchive } from './archive.ts'
export { READ_LIMITS, type ReadLimits } from './limits.ts'
export { type FileKind, promisedKind, SNIFF_BYTES, sniff, tableKind } from './sniff.ts'
export { KIND_WORDS } from './words.ts'
