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

/** What is asked of acts and of commands alike; `row` is the alias of either. */
function timeAsked(
  row: 'r' | 'e',
  tenant: number,
  { from, until }: AuditQuestion,
): RawBuilder<unknown>[] {
  const at = sql.ref(`${row}.at`)
  return [
    sql`${sql.ref(`${row}.tenant`)} = ${tenant}`,
    ...(from === null ? [] : [sql`${at} >= ${from}::timestamptz`]),
    ...(until === null ? [] : [sql`${at} < ${until}::timestamptz`]),
  ]
}

function accessesAsked(tenant: number, question: AuditQuestion): RawBuilder<unknown>[] {
  const { person, organisation, role, kind, object, result } = question
  return [
    ...timeAsked('r', tenant, question),
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

/** Who gave a command and as what stands in the body of its entry, which may be erased. */
const ORGANISATION = sql`(nullif(e.body, '')::jsonb ->> 'organisation')::uuid`
const ROLE = sql`nullif(e.body, '')::jsonb ->> 'role'`

/** Commands from the newest on. */
export async function readCommands(
  db: Database,
  tenant: number,
  question: AuditQuestion,
  { before, limit }: AuditPage,
): Promise<CommandRecord[]> {
  const { rows } = await sql<CommandRecord>`
    select e.sequence::text as sequence, e.id as entry, e.command, e.at, e.actor as person,
      p.name as "personName", ${ORGANISATION} as organisation,
      o.name as "organisationName", ${ROLE} as role, e.leaf::text as leaf
    from log_pending e
    left join person p on p.tenant = e.tenant and p.id = e.actor
    left join organisation o on o.tenant = e.tenant
      and o.id = ${ORGANISATION}
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
  const { person, organisation, role, kind, object, result } = question
  return [
    ...timeAsked('e', tenant, question),
    ...(person === null ? [] : [sql`e.actor = ${person}::uuid`]),
    ...(organisation === null ? [] : [sql`${ORGANISATION} = ${organisation}::uuid`]),
    ...(role === null ? [] : [sql`${ROLE} = ${role}`]),
    ...(kind === null ? [] : [sql`starts_with(e.command, ${kind})`]),
    ...(object === null ? [] : [sql`e.id = ${object}::uuid`]),
    ...(result === 'refused' ? [sql`false`] : []),
  ]
}
