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

/**
 * Keeps what a machine read of a source as claims that nobody sees in the graph until a person
 * decides over each. What was read of the same place before, by this edition of the reader or by
 * another, whatever was decided over it since, is not proposed again. Tells how many are new.
 *
 * `drafts` are few enough for one transaction. Problems: `forbidden`, `key-reused`.
 */
export async function holdClaims(
  context: WriteContext,
  source: Pick<SourceRow, 'id' | 'label'>,
  reader: string,
  drafts: readonly HeldDraft[],
  onStored: (tx: Database) => Promise<void>,
): Promise<number> {
  const { tenant } = context.actor
  const batch = uuidOf(String(tenant), 'read', source.id, reader)
  const shared = { tenant, source: source.id, batch, label: source.label }
  const rows = drafts.map((draft) =>
    claimRow(
      draft,
      { ...shared, method: 'read', reader },
      { held: true, confidence: draft.confidence },
    ),
  )
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
      const fresh = rows.filter((row) => !before.has(sayingOf(row)))
      const subjects = new Set(fresh.map(({ subject }) => subject))
      await insertThings(tx, thingRows(tenant, drafts, subjects))
      await insertClaims(tx, fresh)
      await onStored(tx)
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
