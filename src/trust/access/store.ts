import assert from 'node:assert'
import { sql } from 'kysely'
import { Problem, type Uuid } from '../../base/index.ts'
import type { Database } from '../../store/index.ts'
import {
  INTERNAL_LABEL,
  type Label,
  type LabelLevel,
  type LabelShape,
  labelShape,
  PUBLIC_LABEL,
  strictest,
} from './label.ts'

/** Row of `label`; `organisations` is stored in code-point order, so that equal sets are equal. */
export interface LabelTable {
  tenant: number
  id: number
  level: LabelLevel
  internal: boolean
  organisations: readonly string[]
}

export type AccessTables = {
  label: LabelTable
}

/** Ids are two bytes in every row that carries a label, hence the end. */
const LABEL_ID_MAX = 32_767

/** More rivals than this at one moment for one new label is not a race but a mistake. */
const ATTEMPTS_MAX = 20

/** Gives a new tenant the two labels that every tenant has. */
export async function seedLabels(tx: Database, tenant: number): Promise<void> {
  for (const label of [PUBLIC_LABEL, INTERNAL_LABEL]) await insertLabel(tx, tenant, label)
}

/** The labels with these ids; what does not exist is left out. */
export function readLabels(db: Database, tenant: number, ids: readonly number[]): Promise<Label[]> {
  return db
    .withTables<AccessTables>()
    .selectFrom('label')
    .select(['id', 'level', 'internal', 'organisations'])
    .where('tenant', '=', tenant)
    .where('id', '=', sql<number>`any(${ids}::int2[])`)
    .orderBy('id')
    .execute()
}

/**
 * The id of the label of this shape, which is made when it is new. A label made here is seen by an
 * actor from the next request on, since an actor's labels are loaded when a request begins.
 * Problems: too-large (the tenant’s labels are used up).
 */
export async function ensureLabel(
  tx: Database,
  tenant: number,
  shape: LabelShape,
): Promise<number> {
  const wanted = { ...labelShape(shape.level, shape.organisations), internal: shape.internal }
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
    const found = await findLabel(tx, tenant, wanted)
    if (found !== null) return found
    // A rival may take the same id or make the same label; then nothing is inserted and we look again.
    const id = await nextLabelId(tx, tenant)
    if (id > LABEL_ID_MAX) throw new Problem('too-large', { limit: LABEL_ID_MAX })
    await insertLabel(tx, tenant, { ...wanted, id })
  }
  assert.fail('a label could not be made beside its rivals')
}

/** The id of the label that a value derived from values with these labels must carry. */
export async function strictestLabel(
  tx: Database,
  tenant: number,
  ids: readonly number[],
): Promise<number> {
  const distinct = [...new Set(ids)]
  const [only] = distinct
  if (distinct.length === 1 && only !== undefined) return only
  const labels = await readLabels(tx, tenant, distinct)
  assert(labels.length === distinct.length, 'a row carries a label that does not exist')
  return ensureLabel(tx, tenant, strictest(labels))
}

async function findLabel(tx: Database, tenant: number, shape: LabelShape): Promise<number | null> {
  const row = await tx
    .withTables<AccessTables>()
    .selectFrom('label')
    .select('id')
    .where('tenant', '=', tenant)
    .where('level', '=', shape.level)
    .where('internal', '=', shape.internal)
    .where('organisations', '=', uuids(shape.organisations))
    .executeTakeFirst()
  return row?.id ?? null
}

async function nextLabelId(tx: Database, tenant: number): Promise<number> {
  const row = await tx
    .withTables<AccessTables>()
    .selectFrom('label')
    .select((of) => of.fn.max('id').as('highest'))
    .where('tenant', '=', tenant)
    .executeTakeFirst()
  return (row?.highest ?? INTERNAL_LABEL.id) + 1
}

async function insertLabel(tx: Database, tenant: number, label: Label): Promise<void> {
  const { id, level, internal } = label
  await tx
    .withTables<AccessTables>()
    .insertInto('label')
    .values({ tenant, id, level, internal, organisations: uuids(label.organisations) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

const uuids = (list: readonly Uuid[]) => sql<readonly string[]>`${list}::uuid[]`
