/** Mappings that are at hand: those an office keeps, and those that come with the program. */
import { type JsonValue, Problem } from '../base/index.ts'
import { listMappings, readMapping } from '../graph/intake/index.ts'
import { type Mapping, parseMapping } from '../graph/reading/index.ts'
import type { Installation } from './installation.ts'
import { type PackFiles, packJson } from './packs.ts'

/** A mapping with where it comes from; an office's edition goes before the pack's. */
export interface KnownMapping {
  readonly mapping: Mapping
  readonly version: number
  readonly origin: 'pack' | 'office'
}

/** The mappings of a pack: every JSON file below it that says `fields`. Problem: `mapping-invalid`. */
export function mappingsOfPack(pack: PackFiles): Mapping[] {
  return [...pack.files.keys()]
    .filter((path) => path.endsWith('.json'))
    .map((path) => packJson(pack, path))
    .filter(isMapping)
    .map(parseMapping)
}

const isMapping = (content: JsonValue): boolean =>
  typeof content === 'object' && content !== null && 'fields' in content

/** All mappings of a tenant: first those it keeps, then those of the packs that it has not changed. */
export async function knownMappings(
  { store, packMappings }: Installation,
  tenant: number,
): Promise<KnownMapping[]> {
  const kept = await listMappings(store.read, tenant)
  const ids = new Set(kept.map(({ id }) => id))
  return [
    ...kept.map(({ content, version }) => ({
      mapping: parseMapping(content),
      version,
      origin: 'office' as const,
    })),
    ...packMappings
      .filter(({ id }) => !ids.has(id))
      .map((mapping) => ({ mapping, version: mapping.version, origin: 'pack' as const })),
  ]
}

/** The mapping that a request means: by its id, or as it stands there. */
export async function chosenMapping(
  { store, packMappings }: Installation,
  tenant: number,
  choice: unknown,
): Promise<Mapping> {
  if (typeof choice !== 'string') return parseMapping(choice)
  const kept = await readMapping(store.read, tenant, choice)
  if (kept !== null) return parseMapping(kept.content)
  const packed = packMappings.find(({ id }) => id === choice)
  if (packed === undefined) throw new Problem('mapping-not-found', { mapping: choice })
  return packed
}
