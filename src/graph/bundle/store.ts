import { sql } from 'kysely'
import type { Uuid } from '../../base/index.ts'
import type { Database } from '../../store/index.ts'
import type { Visibility } from '../../trust/access/index.ts'
import { uuidList } from '../evidence/index.ts'
import type { ToldDerivation } from './model.ts'

/** Hashes of the files of some sources. */
export async function sourceHashes(
  db: Database,
  tenant: number,
  ids: Iterable<Uuid>,
): Promise<Map<Uuid, string>> {
  const { rows } = await sql<{ id: Uuid; sha256: string }>`
    select id, sha256 from source
    where tenant = ${tenant} and id = any(${uuidList(ids)})`.execute(db)
  return new Map(rows.map(({ id, sha256 }) => [id, sha256]))
}

/** A stored computation as it is kept. */
export interface KeptDerivation extends Omit<ToldDerivation, 'claims' | 'hidden'> {
  /** Ids with commas between. */
  readonly claims: string
}

/** Those of some stored computations that the reader may see, by their ids. */
export async function keptDerivations(
  db: Database,
  { tenant, labels }: Visibility,
  ids: Iterable<Uuid>,
): Promise<KeptDerivation[]> {
  const { rows } = await sql<KeptDerivation>`
    select id, algorithm, version, parameters, seed, snapshot, output,
      array_to_string(claims, ',') as claims
    from derivation where tenant = ${tenant} and label = any(${[...labels]}::int2[])
      and id = any(${uuidList(ids)}) order by id`.execute(db)
  return rows
}

/** Who published some batches, and when: by this their entries are found in the log. */
export async function batchDecisions(
  db: Database,
  tenant: number,
  batches: Iterable<Uuid>,
): Promise<{ batch: Uuid; actor: Uuid; at: string }[]> {
  const { rows } = await sql<{ batch: Uuid; actor: Uuid; at: string }>`
    select id as batch, actor, recorded_at as at from decision
    where tenant = ${tenant} and kind = 'publish' and root is not null
      and id = any(${uuidList(batches)}) order by id`.execute(db)
  return rows
}
