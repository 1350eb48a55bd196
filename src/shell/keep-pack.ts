/** Packs are kept by their hash, so that what was in force on a day can be read again later. */
import { write } from '../trust/gate/index.ts'
import type { Installation } from './installation.ts'
import { type PackFiles, packJson } from './packs.ts'

/**
 * Keeps the bytes of a pack as blobs, its manifest among them, and enters in the log that it is in
 * force. A pack that is kept already is left alone. Problem: `forbidden`.
 */
export async function keepPack(installation: Installation, pack: PackFiles): Promise<void> {
  const { store, now, random } = installation
  if (await store.blobs.has(pack.sha256)) return
  for (const bytes of pack.files.values()) await store.blobs.putBytes(bytes)
  const { id, version } = packJson(pack, 'pack.json') as { id: string; version: number }
  const context = {
    store,
    actor: await installation.operator(),
    now: now(),
    random,
    key: `pack-${id}-${pack.sha256}`,
    dryRun: false,
  }
  const input = { id, version, sha256: pack.sha256, parent: null }
  const command = { name: 'pack.keep', permission: 'manage-mappings', input } as const
  await write(context, command, async () => ({ sha256: pack.sha256 }))
  await store.blobs.putBytes(new TextEncoder().encode(pack.manifest))
}
