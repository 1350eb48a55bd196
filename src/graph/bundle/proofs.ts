import { Problem, type Uuid } from '../../base/index.ts'
import type { Database } from '../../store/index.ts'
import {
  entryById,
  type Head,
  headOver,
  type KeptEntry,
  proveConsistency,
  proveLeaves,
  readKeys,
} from '../../trust/checkpoint/index.ts'
import { proveClaims } from '../evidence/index.ts'
import { byId, json, lines } from './content.ts'
import type { BundleFile, ToldClaim } from './model.ts'
import type { BundleReading } from './read.ts'

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

/**
 * The files by which a bundle is proved: the checkpoint, an older one from when the version was
 * signed with the proof that the log only grew since, the keys, the entries behind the list with
 * their places in the tree, and of claims their places in the batches that published them.
 */
export async function proofFiles(
  db: Database,
  tenant: number,
  { told, signing, publishing }: BundleReading,
  exported: { readonly entry: Uuid; readonly head: Head },
): Promise<BundleFile[]> {
  const { head } = exported
  const older = await headOfSigning(db, tenant, signing, head)
  const open = new Map([...publishing].flatMap(([id, entry]) => (entry ? [[id, entry]] : [])))
  const behind = [...signing, ...open.values()].map(({ id }) => id)
  const consistency =
    older === null ? [] : await proveConsistency(db, tenant, older.size, head.size)
  const signers = new Set([head.key, ...(older === null ? [] : [older.key])])
  const keys = (await readKeys(db, tenant)).filter(({ id }) => signers.has(id))
  return [
    { name: 'proof/checkpoint.txt', text: head.note },
    { name: 'proof/checkpoint-of-signing.txt', text: older?.note ?? '' },
    json('proof/consistency.json', consistency.map(base64)),
    json(
      'proof/keys.json',
      byId(keys).map(({ name, publicKey }) => ({ name, publicKey: base64(publicKey) })),
    ),
    lines(
      'proof/entries.jsonl',
      await entryLines(db, tenant, [exported.entry, ...behind], head.size),
    ),
    lines('proof/batches.jsonl', await batchLines(db, tenant, told.claims, new Set(open.keys()))),
  ]
}

/** The first checkpoint over the signature, where it is an earlier one. */
async function headOfSigning(
  db: Database,
  tenant: number,
  signing: readonly KeptEntry[],
  head: Head,
): Promise<Head | null> {
  const last = signing.at(-1)
  const older = last === undefined ? null : await headOver(db, tenant, last.id)
  return older === null || older.size >= head.size ? null : older
}

async function entryLines(db: Database, tenant: number, ids: readonly Uuid[], size: number) {
  const placed = new Map<number, KeptEntry>()
  for (const id of ids) {
    const entry = await entryById(db, tenant, id)
    if (entry?.leaf == null || entry.leaf >= size) throw new Problem('log-waiting')
    placed.set(entry.leaf, entry)
  }
  const leaves = [...placed.keys()].sort((one, other) => one - other)
  const proofs = await proveLeaves(db, tenant, leaves, size)
  return proofs.flatMap(({ leaf, hashes }) => {
    const entry = placed.get(leaf)
    if (entry === undefined) return []
    const { body, salt } = entry
    return [{ leaf, body, salt: base64(salt), proof: hashes.map(base64) }]
  })
}

async function batchLines(
  db: Database,
  tenant: number,
  claims: readonly ToldClaim[],
  batches: ReadonlySet<Uuid>,
) {
  const proved: { id: Uuid; leaf: number; size: number; proof: string[] }[] = []
  for (const batch of batches) {
    const own = claims.filter((claim) => claim.batch === batch && claim.quoteHash !== null)
    const proofs = await proveClaims(db, tenant, batch, new Set(own.map(({ id }) => id)))
    for (const { claim: id, leaf, size, hashes } of proofs) {
      proved.push({ id, leaf, size, proof: hashes.map(base64) })
    }
  }
  return byId(proved).map(({ id: claim, ...proof }) => ({ claim, ...proof }))
}
