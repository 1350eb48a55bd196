/** A row of each tenant in every table that has one, made of nothing but the table itself. */
import type pg from 'pg'

/** The tables with a column `tenant`, by name. */
export async function tablesOfTenants(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(`
    select c.relname::text as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    order by c.relname collate "C"`)
  return rows.map(({ name }) => name)
}

/** The rows of all tables as their owner sees them. */
export interface TableRows {
  /** `table tenant` to the rows as text. */
  readonly all: Readonly<Record<string, string>>
  /** The row of a tenant as JSON, quoted to stand in a statement. */
  json(table: string, tenant: number): string
  again(): Promise<TableRows>
}

interface ColumnOf {
  name: string
  type: string
  /** The checks of the table that look at this column alone. */
  checks: string | null
}

/** Puts one row of each tenant into every table, its texts naming the tenant. */
export async function fillTables(
  owner: pg.Client,
  tables: readonly string[],
  tenants: readonly number[],
): Promise<TableRows> {
  // Rows that stand alone: what they point to does not matter here.
  await owner.query('set session_replication_role = replica')
  for (const tenant of tenants) {
    await owner.query(`insert into tenant values (${tenant}, 'canary-${tenant}', null, now())`)
    for (const table of tables) await fill(owner, table, tenant)
  }
  return rowsOf(owner, tables, tenants)
}

async function fill(owner: pg.Client, table: string, tenant: number): Promise<void> {
  const { rows } = await owner.query<ColumnOf>(
    `select a.attname::text as name, format_type(a.atttypid, null) as type,
      (select string_agg(pg_get_constraintdef(k.oid), ' ') from pg_constraint k
        where k.conrelid = a.attrelid and k.contype = 'c' and k.conkey = array[a.attnum]) as checks
    from pg_attribute a
    where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attnotnull
      and a.attidentity = ''`,
    [table],
  )
  const names = rows.map(({ name }) => name).join(', ')
  const values = rows.map((column) => literal(column, tenant)).join(', ')
  await owner.query(`insert into ${table} (${names}) values (${values})`)
}

function literal({ name, type, checks }: ColumnOf, tenant: number): string {
  if (name === 'tenant') return String(tenant)
  // The only checks over two columns: a public label is not internal and names nobody.
  if (name === 'level') return "'public'"
  const allowed = /'([^']+)'::text/.exec(checks ?? '')?.[1]
  if (allowed !== undefined) return `'${allowed}'`
  if (type.endsWith('[]')) return `'{}'::${type}`
  const plain: Record<string, string> = {
    text: `'canary-${tenant}'`,
    uuid: `'00000000-0000-8000-8000-00000000000${tenant}'`,
    jsonb: `'{"canary": "canary-${tenant}"}'`,
    boolean: 'false',
    bytea: String.raw`'\x00'`,
    date: "'2026-11-20'",
    'timestamp with time zone': "'2026-11-20T00:00:00Z'",
  }
  return plain[type] ?? String(10 + tenant)
}

async function rowsOf(
  owner: pg.Client,
  tables: readonly string[],
  tenants: readonly number[],
): Promise<TableRows> {
  const all: Record<string, string> = {}
  for (const table of tables) {
    for (const tenant of tenants) {
      const { rows } = await owner.query<{ row: string }>(
        `select to_jsonb(t)::text as row from ${table} t where tenant = ${tenant}`,
      )
      all[`${table} ${tenant}`] = rows.map(({ row }) => row).join('\n')
    }
  }
  return {
    all,
    json: (table, tenant) => (all[`${table} ${tenant}`] ?? '').replaceAll("'", "''"),
    again: () => rowsOf(owner, tables, tenants),
  }
}
