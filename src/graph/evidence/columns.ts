import type { Column } from '../../store/index.ts'

const uuid = (name: string): Column => ({ name, type: 'uuid' })
const text = (name: string): Column => ({ name, type: 'text' })
const numeric = (name: string): Column => ({ name, type: 'numeric' })
const date = (name: string): Column => ({ name, type: 'date' })
const int4 = (name: string): Column => ({ name, type: 'int4' })

const TENANT = int4('tenant')
const MEASURE = [text('operator'), numeric('number'), numeric('low'), numeric('high'), text('unit')]
const VALIDITY = [date('valid_from'), date('valid_to')]
const STANDING = [int4('label'), uuid('decision'), uuid('ended')]

/** From when to when a row stands under its ids; a row without them stands as its claim has it. */
const PLACED: readonly Column[] = [int4('joined'), int4('parted')]

export const PLACED_COLUMNS = {
  entity: [...PLACED, { name: 'own', type: 'bool' }],
  edge: PLACED,
  value: PLACED,
  term: PLACED,
} as const satisfies Record<string, readonly Column[]>

export const THING_COLUMNS: readonly Column[] = [
  TENANT,
  uuid('id'),
  text('kind'),
  text('scheme'),
  text('code'),
]

export const NAMED_CLAIM_COLUMNS: readonly Column[] = [TENANT, uuid('decision'), uuid('claim')]

const CLAIM_COLUMNS: readonly Column[] = [
  TENANT,
  uuid('id'),
  uuid('batch'),
  uuid('source'),
  text('sheet'),
  int4('page'),
  int4('row_number'),
  text('cells'),
  int4('span_start'),
  int4('span_end'),
  uuid('quote_hash'),
  text('method'),
  text('reader'),
  int4('confidence'),
  uuid('subject'),
  text('property'),
  uuid('object'),
  text('printed'),
  ...MEASURE,
  ...VALIDITY,
  int4('label'),
  { name: 'held', type: 'bool' },
]

const ENTITY_COLUMNS: readonly Column[] = [
  TENANT,
  uuid('claim'),
  uuid('id'),
  text('kind'),
  text('name'),
  ...VALIDITY,
  uuid('source'),
  ...STANDING,
]

const EDGE_COLUMNS: readonly Column[] = [
  TENANT,
  uuid('claim'),
  uuid('subject'),
  text('property'),
  uuid('object'),
  text('printed'),
  ...MEASURE,
  ...VALIDITY,
  uuid('source'),
  ...STANDING,
]

const TERM_COLUMNS: readonly Column[] = [
  TENANT,
  uuid('claim'),
  uuid('thing'),
  text('kind'),
  text('name'),
  text('folded'),
  text('pinyin'),
  text('initials'),
  { name: 'grams', type: 'text[]' },
  ...STANDING,
]

/** Tables of claims and of what is projected from them; the id of the claim is the second column. */
export const CLAIM_TABLES = {
  claim: CLAIM_COLUMNS,
  entity: ENTITY_COLUMNS,
  edge: EDGE_COLUMNS,
  value: EDGE_COLUMNS.filter((column) => column.name !== 'object'),
  term: TERM_COLUMNS,
} as const

export type ClaimTable = keyof typeof CLAIM_TABLES

/** Cells of a row in the order of the columns. */
export function cellsOf(columns: readonly Column[], row: object): unknown[] {
  const record = row as Record<string, unknown>
  return columns.map((column) => record[column.name])
}
