import { sql } from 'kysely'
import type { Uuid } from '../../base/index.ts'
import type { Database } from '../../store/index.ts'
import type { OrganisationKind } from '../access/index.ts'
import type { ConsentTerm } from './rules.ts'

/** A consent as it was recorded; days and times in ISO. */
export type ConsentView = ConsentTerm & {
  readonly id: Uuid
  readonly organisation: { readonly id: Uuid; readonly name: string }
  /** What it covers, in the words of the letter. */
  readonly covers: string
  /** Where the signed letter is found. */
  readonly document: string
  readonly recordedBy: Uuid
  readonly recordedAt: string
  readonly withdrawnAt: string | null
}

export type NewConsentRow = Omit<ConsentView, 'organisation' | 'withdrawn' | 'withdrawnAt'> & {
  readonly organisation: Uuid
}

export async function insertConsent(
  tx: Database,
  tenant: number,
  consent: NewConsentRow,
): Promise<void> {
  await sql`
    insert into consent (tenant, id, organisation, covers, document, given_on, ends_on,
      recorded_by, recorded_at)
    values (${tenant}, ${consent.id}, ${consent.organisation}, ${consent.covers},
      ${consent.document}, ${consent.givenOn}, ${consent.endsOn}, ${consent.recordedBy},
      ${consent.recordedAt})
  `.execute(tx)
}

/** By id or by organisation, newest first; nothing named means all of the tenant. */
export async function readConsents(
  db: Database,
  tenant: number,
  of: { id: Uuid } | { organisations: readonly Uuid[] } | Record<never, never> = {},
): Promise<ConsentView[]> {
  const which =
    'id' in of
      ? sql`c.id = ${of.id}`
      : 'organisations' in of
        ? sql`c.organisation = any(${of.organisations}::uuid[])`
        : sql`true`
  const { rows } = await sql<ConsentView>`
    select c.id, json_build_object('id', o.id, 'name', o.name) as organisation, c.covers, c.document,
      c.given_on as "givenOn", c.ends_on as "endsOn", c.recorded_by as "recordedBy",
      c.recorded_at as "recordedAt", c.withdrawn_at as "withdrawnAt",
      c.withdrawn_at is not null as withdrawn
    from consent c join organisation o on o.tenant = c.tenant and o.id = c.organisation
    where c.tenant = ${tenant} and ${which}
    order by c.recorded_at desc, c.id
  `.execute(db)
  return rows
}

/** False when it was withdrawn before. */
export async function endConsent(
  tx: Database,
  tenant: number,
  { id, by, now }: { id: Uuid; by: Uuid; now: Date },
): Promise<boolean> {
  const { rows } = await sql`
    update consent set withdrawn_by = ${by}, withdrawn_at = ${now.toISOString()}
    where tenant = ${tenant} and id = ${id} and withdrawn_at is null
    returning id
  `.execute(tx)
  return rows.length > 0
}

/** An organisation that somebody names as the one whose data these are. */
export interface NamedOrganisation {
  readonly id: Uuid
  readonly name: string
  readonly kind: OrganisationKind
}

/** Those of the ids that exist. */
export async function readNamed(
  db: Database,
  tenant: number,
  ids: readonly Uuid[],
): Promise<NamedOrganisation[]> {
  const { rows } = await sql<NamedOrganisation>`
    select id, name, kind from organisation
    where tenant = ${tenant} and id = any(${ids}::uuid[])
    order by name collate "C"
  `.execute(db)
  return rows
}
