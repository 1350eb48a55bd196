import type { ColumnType, Generated, Kysely } from 'kysely'
import type { JsonValue, ProblemCode } from '../base/index.ts'

/** A jurisdiction's installation; `tenant` leads every key of every other table. */
export interface TenantTable {
  id: number
  name: string
  /** Division code of the jurisdiction, or null while it is not said. */
  home: string | null
  created_at: string
}

/**
 * A jsonb column: read as a value, written as JSON text, since the driver would take a list for an
 * array of PostgreSQL.
 */
export type Json<T> = ColumnType<T, string, string>

/** An int8 column: read as bigint, so that no figure is ever rounded on its way out. */
export type Int8 = ColumnType<bigint, bigint | number, bigint | number>

/** What happened to a job. `waiting` and `running` may still change, the others are final. */
export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'

export interface JobTable {
  tenant: number
  id: string
  kind: string
  title: string
  /** What it works on, and the label of that; null where it works on nothing in particular. */
  subject: ColumnType<string | null, string | null | undefined, string | null>
  label: ColumnType<number | null, number | null | undefined, number | null>
  actor: string
  state: JobState
  input: Json<JsonValue>
  stage: string | null
  done: ColumnType<bigint, bigint | number | undefined, bigint | number>
  total: ColumnType<bigint | null, bigint | number | null, bigint | number | null>
  checkpoint: ColumnType<JsonValue | null, string | null, string | null>
  result: ColumnType<JsonValue | null, string | null, string | null>
  problem: ColumnType<JobProblem | null, string | null, string | null>
  /** Grows by one whenever a worker takes the job; only the newest holder may write. */
  fence: Generated<number>
  cancel_asked: Generated<boolean>
  created_at: string
  started_at: string | null
  /** The database's own clock, by which workers on several machines judge who is alive. */
  beat_at: string | null
  ended_at: string | null
}

/** Why a job failed, ready for `problemText`. */
export interface JobProblem {
  code: ProblemCode
  details: Record<string, string | number>
}

export interface MigrationTable {
  version: number
  name: string
  checksum: string
  applied_at: string
}

/** The tables of this folder. Modules to the right add their own by `db.withTables<…>()`. */
export interface StoreTables {
  tenant: TenantTable
  job: JobTable
  schema_migration: MigrationTable
}

/** The pool or a transaction: both are a Kysely over the same tables. */
export type Database = Kysely<StoreTables>
