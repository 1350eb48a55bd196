/** What a reader takes at most. Each limit is named in the Problem that refuses the file. */
export interface ReadLimits {
  /** Bytes of all parts of a zip container together, counted while they are inflated. */
  archiveBytes: number
  archiveEntries: number
  /** Inflated bytes per packed byte; asked after the first MiB, since small XML packs very well. */
  archiveRatio: number
  /** Characters of one row, all cells together. */
  rowCharacters: number
  columns: number
}

/**
 * Sheets of offices stay far below these. The ratio leaves room for a long column of zeros (about
 * 100); a bomb starts at 1,000. The number of columns is Excel's own.
 */
export const READ_LIMITS: ReadLimits = {
  archiveBytes: 200 * 1024 * 1024,
  archiveEntries: 2_000,
  archiveRatio: 200,
  rowCharacters: 1_000_000,
  columns: 16_384,
}

/** Inflated bytes below which the ratio says nothing. */
export const RATIO_FREE_BYTES = 1024 * 1024
