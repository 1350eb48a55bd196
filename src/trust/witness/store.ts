import { sql } from 'kysely'
import type { Uuid } from '../../base/index.ts'
import type { Database } from '../../store/index.ts'
import type { Fork, WitnessRow } from './model.ts'
import type { KeptWitness } from './rules.ts'

export async function insertWitness(
  tx: Database,
  tenant: number,
  row: WitnessRow & { readonly registeredBy: Uuid },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into log_witness (tenant, id, name, suite, public_key, organisation, registered_by, registered_at)
    values (${tenant}, ${row.id}, ${row.name}, ${row.suite}, ${Buffer.from(row.publicKey)},
      ${row.organisation}, ${row.registeredBy}, ${row.registeredAt})
    on conflict do nothing`.execute(tx)
  return numAffectedRows === 1n
}

/** Ends the standing of a witness; what it cosigned stays. Answers whether there was one. */
export async function retireWitness(
  tx: Database,
  tenant: number,
  { id, at }: { readonly id: string; readonly at: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update log_witness set retired_at = ${at}
    where tenant = ${tenant} and id = ${id} and retired_at is null`.execute(tx)
  return numAffectedRows === 1n
}

/** All witnesses with the largest tree that each cosigned, the first registered first. */
export async function readWitnesses(db: Database, tenant: number): Promise<KeptWitness[]> {
  const { rows } = await sql<KeptWitness>`
    select w.id, w.name, w.suite, w.public_key as "publicKey", o.name as organisation,
      w.registered_at as "registeredAt", w.retired_at as "retiredAt",
      c.size::float8 as size, c.signed_at as "signedAt"
    from log_witness w
    join organisation o on o.tenant = w.tenant and o.id = w.organisation
    left join lateral (
      select size, signed_at from log_cosignature c
      where c.tenant = w.tenant and c.witness = w.id order by size desc limit 1
    ) c on true
    where w.tenant = ${tenant} order by w.registered_at, w.id`.execute(db)
  return rows
}

export async function readNeeded(db: Database, tenant: number): Promise<number> {
  const { rows } = await sql<{ needed: number }>`
    select witnesses_needed as needed from log_tree where tenant = ${tenant}`.execute(db)
  return rows[0]?.needed ?? 0
}

export async function setNeeded(tx: Database, tenant: number, needed: number): Promise<void> {
  await sql`update log_tree set witnesses_needed = ${needed} where tenant = ${tenant}`.execute(tx)
}

/** Keeps a cosignature; the same one again changes nothing. */
export async function insertCosignature(
  tx: Database,
  tenant: number,
  row: { size: number; witness: string; line: string; signedAt: string; receivedAt: string },
): Promise<void> {
  await sql`
    insert into log_cosignature (tenant, size, witness, line, signed_at, received_at)
    values (${tenant}, ${row.size}::int8, ${row.witness}, ${row.line}, ${row.signedAt},
      ${row.receivedAt})
    on conflict do nothing`.execute(tx)
}

/** The lines under a checkpoint of that size, by witnesses that stand. */
export async function readLines(db: Database, tenant: number, size: number): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select c.line from log_cosignature c
    join log_witness w on w.tenant = c.tenant and w.id = c.witness and w.retired_at is null
    where c.tenant = ${tenant} and c.size = ${size}::int8 order by w.registered_at, w.id`.execute(
    db,
  )
  return rows.map(({ line }) => line)
}

/** Keeps the proof that the log was told in two ways; the same one again changes nothing. */
export async function insertFork(
  tx: Database,
  tenant: number,
  fork: Fork & { readonly root: Uint8Array },
): Promise<void> {
  await sql`
    insert into log_fork (tenant, size, root, note, reported_at)
    values (${tenant}, ${fork.size}::int8, ${Buffer.from(fork.root)}, ${fork.note},
      ${fork.reportedAt})
    on conflict do nothing`.execute(tx)
}

export async function readForks(db: Database, tenant: number): Promise<Fork[]> {
  const { rows } = await sql<Fork>`
    select size::float8 as size, note, reported_at as "reportedAt" from log_fork
    where tenant = ${tenant} order by reported_at, size`.execute(db)
  return rows
}
