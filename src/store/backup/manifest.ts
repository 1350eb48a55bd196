import { join } from 'node:path'
import { z } from 'zod'
import { canonicalJson, type JsonValue, Problem, sha256Hex } from '../../base/index.ts'

/** The first and only shape of a backup; a program that does not know a number refuses it. */
export const BACKUP_FORMAT = 1

export const MANIFEST_FILE = 'manifest.json'

const Hash = z.string().regex(/^[0-9a-f]{64}$/)
const Count = z.int().nonnegative()
/** Names become names of files and of tables: nothing else may stand in them. */
const Name = z.string().regex(/^[a-z][a-z0-9_]{0,62}$/)

const Log = z.strictObject({
  tenant: z.int().positive(),
  origin: z.string(),
  /** Leaves of the signed tree. */
  size: Count,
  root: Hash,
  /** The checkpoint as a signed note. */
  note: z.string(),
})

const Table = z.strictObject({
  name: Name,
  columns: z.array(Name).min(1),
  rows: Count,
  sizeBytes: Count,
  sha256: Hash,
})

const Manifest = z.strictObject({
  format: z.literal(BACKUP_FORMAT),
  /** Version of the program that took it. */
  program: z.string(),
  /** UTC, ISO 8601: the moment of which it tells. */
  takenAt: z.string(),
  engine: z.enum(['pglite', 'postgres']),
  durability: z.enum(['D0', 'D1', 'D2']),
  migrations: z.array(z.strictObject({ version: Count, name: z.string(), checksum: Hash })),
  logs: z.array(Log),
  /** In an order in which each may be filled after those before it. */
  tables: z.array(Table),
  /** What the next number of an identity column is. */
  sequences: z.array(z.strictObject({ table: Name, column: Name, next: z.string() })),
  blobs: z.array(z.strictObject({ sha256: Hash, sizeBytes: Count })),
  /** The last record of the journal whose rows are in here; null where no journal was kept. */
  journal: z.int().nullable(),
})

/** Where the rows of a table stand in a backup. */
export const tableFile = (table: string): string => join('tables', `${table}.copy`)

/** Where a blob stands in a backup, as in the installation. */
export const blobFile = (sha256: string): string =>
  join('blobs', sha256.slice(0, 2), sha256.slice(2))

export type Manifest = z.infer<typeof Manifest>
export type ManifestTable = z.infer<typeof Table>
export type LogState = z.infer<typeof Log>

/** What names a backup whole: a hash over all that its manifest says, hashes of its files included. */
export function digestOf(manifest: Manifest): string {
  return sha256Hex(canonicalJson(manifest as unknown as JsonValue))
}

/** The text of the manifest's file, with the hash over itself at its end. */
export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify({ ...manifest, digest: digestOf(manifest) }, null, 1)}\n`
}

/**
 * Reads a manifest, and proves that it is as it was written.
 * Problems: `backup-invalid`, `backup-damaged`, `backup-newer`.
 */
export function parseManifest(text: string): Manifest {
  const said = fromJson(text)
  const format = said.format
  if (typeof format === 'number' && format > BACKUP_FORMAT) {
    throw new Problem('backup-newer', { found: `format ${format}`, known: BACKUP_FORMAT })
  }
  const { digest, ...rest } = said
  const parsed = Manifest.safeParse(rest)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw invalid(`${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`)
  }
  if (digestOf(parsed.data) !== digest) throw new Problem('backup-damaged', { file: MANIFEST_FILE })
  return parsed.data
}

function fromJson(text: string): Record<string, unknown> {
  try {
    const said: unknown = JSON.parse(text)
    if (typeof said === 'object' && said !== null) return said as Record<string, unknown>
  } catch {}
  throw invalid('JSON')
}

const invalid = (reason: string): Problem =>
  new Problem('backup-invalid', { reason: `${MANIFEST_FILE}: ${reason}` })
