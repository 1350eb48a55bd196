import { sha256Hex, type Uuid, uuidOf } from '../../base/index.ts'
import type { Database } from '../../store/index.ts'
import { type WriteContext, write } from '../../trust/gate/index.ts'
import type { SourceRow } from '../sources/index.ts'
import { claimRow, thingId } from './claim.ts'
import type { ClaimDraft, ThingRow } from './model.ts'
import { sayingOf } from './saying.ts'
import { claimsReadOf, insertClaims, insertThings } from './store.ts'

/** What a reader drew from a text, and how sure it is, 0 to 99. */
export type HeldDraft = ClaimDraft & { readonly confidence: number }

/** A claim that is newly held, with the draft that it came from. */
export interface HeldClaim<Draft extends HeldDraft> {
  readonly claim: Uuid
  readonly draft: Draft
}

/**
 * Keeps what a machine read of a source as claims that nobody sees in the graph until a person
 * decides over each. What was read of the same place before, by this edition of the reader or by
 * another, whatever was decided over it since, is not proposed again. Tells how many are new.
 *
 * `drafts` are few enough for one transaction. Problems: `forbidden`, `key-reused`.
 */
export async function holdClaims<Draft extends HeldDraft>(
  context: WriteContext,
  source: Pick<SourceRow, 'id' | 'label'>,
  reader: string,
  drafts: readonly Draft[],
  onStored: (tx: Database, fresh: readonly HeldClaim<Draft>[]) => Promise<void>,
): Promise<number> {
  const { tenant } = context.actor
  const batch = uuidOf(String(tenant), 'read', source.id, reader)
  const shared = { tenant, source: source.id, batch, label: source.label }
  const pairs = drafts.map((draft) => {
    const standing = { held: true, confidence: draft.confidence }
    return { draft, row: claimRow(draft, { ...shared, method: 'read', reader }, standing) }
  })
  const rows = pairs.map(({ row }) => row)
  const claims = sha256Hex(rows.map(({ id }) => id).join('\n'))
  const { output } = await write(
    context,
    {
      name: 'hold-claims',
      permission: 'bring-source',
      input: { source: source.id, reader, claims, count: rows.length },
      object: { label: source.label },
    },
    async (tx) => {
      const before = await claimsReadOf(tx, tenant, source.id, rows)
      const fresh = pairs.filter(({ row }) => !before.has(sayingOf(row)))
      const subjects = new Set(fresh.map(({ row }) => row.subject))
      await insertThings(tx, thingRows(tenant, drafts, subjects))
      await insertClaims(
        tx,
        fresh.map(({ row }) => row),
      )
      await onStored(
        tx,
        fresh.map(({ row, draft }) => ({ claim: row.id, draft })),
      )
      return { claims: fresh.length }
    },
  )
  return output.claims
}

function thingRows(
  tenant: number,
  drafts: readonly HeldDraft[],
  wanted: ReadonlySet<Uuid>,
): ThingRow[] {
  const things = new Map<Uuid, ThingRow>()
  for (const { subject } of drafts) {
    const id = thingId(tenant, subject)
    if (wanted.has(id)) things.set(id, { tenant, id, ...subject })
  }
  return [...things.values()]
}
