import type { JsonValue, Uuid } from '../../base/index.ts'

/** The mark of the format; another number is another format. */
export const BUNDLE_FORMAT = 'lianshu-bundle'
export const BUNDLE_VERSION = 1

/** A file of a bundle: JSON in its one spelling, or one such JSON a line. */
export interface BundleFile {
  readonly name: string
  readonly text: string
}

/** What a bundle tells, in files, and the manifest that names and hashes them. */
export interface BundleContent {
  readonly files: readonly BundleFile[]
  readonly manifest: BundleFile
  /** SHA-256 over the manifest: by this one hash the log answers for all of it. */
  readonly sha256: string
  readonly sizeBytes: number
}

/** A claim as a bundle tells it, with all from which its id was made. */
export interface ToldClaim {
  readonly id: Uuid
  readonly batch: Uuid
  readonly source: Uuid
  /** Null where the quote is hidden: a hash of short words can be guessed. */
  readonly quoteHash: Uuid | null
  readonly quote: string | null
  /** Everything else; JSON as it stands in the file. */
  readonly said: { readonly [name: string]: JsonValue }
}

export interface ToldSource {
  readonly id: Uuid
  readonly title: string | null
  readonly publisher: string | null
  readonly publishedOn: string | null
  /** Hash of the file's bytes; null where the source may not be known by it. */
  readonly sha256: string | null
  readonly synthetic: boolean
}

/** A stored computation with the claims that it rests on, as far as they may be told. */
export interface ToldDerivation {
  readonly id: Uuid
  readonly algorithm: string
  readonly version: number
  readonly parameters: JsonValue
  readonly seed: string | null
  readonly snapshot: string
  readonly output: JsonValue
  readonly claims: readonly Uuid[]
  /** So many more claims went in that may not be told. */
  readonly hidden: number
}

/** One of the two steps by which a version became a signed one. */
export interface ToldSignature {
  readonly act: 'submit' | 'sign'
  readonly at: string
  readonly by: Uuid
  /** Null where persons may not be named. */
  readonly name: string | null
  readonly mode: string
  /** The entry of the log; null where its words may not be told, or where it is not in the log. */
  readonly entry: Uuid | null
}
