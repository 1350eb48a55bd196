import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../../store/index.ts'
import type { Access, AccessRecord, AuditPage, AuditQuestion, CommandRecord } from './model.ts'

/** Writes acts down in one statement, in their order. */
export async function insertAccesses(
  tx: Database,
  tenant: number,
  accesses: readonly Access[],
): Promise<void> {
  const rows = accesses.map(
    (one) => sql`(${tenant}::int4, ${one.at.toISOString()}::timestamptz, ${one.person}::uuid,
      ${one.organisation}::uuid, ${one.role}::text, ${[...one.labels]}::int2[], ${one.what}::text,
      ${one.object}::text, ${one.count}::int4, ${one.act}::text, ${one.request}::uuid,
      ${one.address}::text, ${one.route}::text, ${one.code}::text)`,
  )
  await sql`
    insert into read_audit (tenant, at, person, organisation, role, labels, what, object, count,
      act, request, address, route, code)
    values ${sql.join(rows)}`.execute(tx)
}

/** Acts from the newest on. */
export async function readAccesses(
  db: Database,
  tenant: number,
  question: AuditQuestion,
  { before, limit }: AuditPage,
): Promise<AccessRecord[]> {
  const { rows } = await sql<AccessRecord>`
    select r.sequence::text as sequence, r.at, r.person, p.name as "personName", r.organisation,
      o.name as "organisationName", r.role, r.act, r.request, r.address, r.route, r.what, r.object,
      r.count, r.code, array(select distinct l.level from label l
        where l.tenant = r.tenant and l.id = any(r.labels) order by l.level) as levels
    from read_audit r
    left join person p on p.tenant = r.tenant and p.id = r.person
    left join organisation o on o.tenant = r.tenant and o.id = r.organisation
    where ${sql.join(accessesAsked(tenant, question), sql` and `)}
      and ${before === null ? sql`true` : sql`r.sequence < ${before}::int8`}
    order by r.sequence desc limit ${limit}`.execute(db)
  return rows
}

export async function countAccesses(
  db: Database,
  tenant: number,
  question: AuditQuestion,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::float8 as count from read_audit r
    where ${sql.join(accessesAsked(tenant, question), sql` and `)}`.execute(db)
  return rows[0]?.count ?? 0
}

function accessesAsked(tenant: number, question: AuditQuestion): RawBuilder<unknown>[] {
  const { from, until, person, organisation, role, kind, object, result } = question
  return [
    sql`r.tenant = ${tenant}`,
    ...(from === null ? [] : [sql`r.at >= ${from}::timestamptz`]),
    ...(until === null ? [] : [sql`r.at < ${until}::timestamptz`]),
    ...(person === null ? [] : [sql`r.person = ${person}::uuid`]),
    ...(organisation === null ? [] : [sql`r.organisation = ${organisation}::uuid`]),
    ...(role === null ? [] : [sql`r.role = ${role}`]),
    ...(kind === null ? [] : [sql`r.act = ${kind}`]),
    ...(object === null ? [] : [sql`position(${object}::text in r.object) > 0`]),
    ...(result === null
      ? []
      : [result === 'answered' ? sql`r.code is null` : sql`r.code is not null`]),
  ]
}

/** Commands from the newest on. */
export async function readCommands(
  db: Database,
  tenant: number,
  question: AuditQuestion,
  { before, limit }: AuditPage,
): Promise<CommandRecord[]> {
  const { rows } = await sql<CommandRecord>`
    select e.sequence::text as sequence, e.id as entry, e.command, e.at, e.actor as person,
      p.name as "personName", (nullif(e.body, '')::jsonb ->> 'organisation')::uuid as organisation,
      o.name as "organisationName", nullif(e.body, '')::jsonb ->> 'role' as role, e.leaf::text as leaf
    from log_pending e
    left join person p on p.tenant = e.tenant and p.id = e.actor
    left join organisation o on o.tenant = e.tenant
      and o.id = (nullif(e.body, '')::jsonb ->> 'organisation')::uuid
    where ${sql.join(commandsAsked(tenant, question), sql` and `)}
      and ${before === null ? sql`true` : sql`e.sequence < ${before}::int8`}
    order by e.sequence desc limit ${limit}`.execute(db)
  return rows
}

export async function countCommands(
  db: Database,
  tenant: number,
  question: AuditQuestion,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::float8 as count from log_pending e
    where ${sql.join(commandsAsked(tenant, question), sql` and `)}`.execute(db)
  return rows[0]?.count ?? 0
}

/** A refused command leaves no entry, so whoever asks for refused ones is answered none. */
function commandsAsked(tenant: number, question: AuditQuestion): RawBuilder<unknown>[] {
  const { from, until, person, organisation, role, kind, object, result } = question
  const body = (name: string) => sql`nullif(e.body, '')::jsonb ->> ${name}::text`
  return [
    sql`e.tenant = ${tenant}`,
    ...(from === null ? [] : [sql`e.at >= ${from}::timestamptz`]),
    ...(until === null ? [] : [sql`e.at < ${until}::timestamptz`]),
    ...(person === null ? [] : [sql`e.actor = ${person}::uuid`]),
    ...(organisation === null ? [] : [sql`${body('organisation')} = ${organisation}`]),
    ...(role === null ? [] : [sql`${body('role')} = ${role}`]),
    ...(kind === null ? [] : [sql`starts_with(e.command, ${kind})`]),
    ...(object === null ? [] : [sql`e.id = ${object}::uuid`]),
    ...(result === 'refused' ? [sql`false`] : []),
  ]
}
