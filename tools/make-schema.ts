/**
 * docs/schema.md: every table and column that the migrations make, read back from a fresh embedded
 * database, with what each means and whether it may ever be shown. Meanings are kept by hand in
 * docs/schema.json; a column that nobody has accounted for stops the making.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { z } from 'zod'
import { openStore } from '../src/store/index.ts'
import { table } from './markdown.ts'

/** public: may leave with an export · internal: for signed-in people · secret: never leaves. */
const Access = z.enum(['public', 'internal', 'secret'])
const Words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
const Meaning = z.strictObject({ access: Access, ...Words.shape })
const Account = z.strictObject({
  /** Columns that mean the same wherever they stand. */
  everywhere: z.record(z.string(), Meaning),
  tables: z.record(
    z.string(),
    z.strictObject({ is: Words, columns: z.record(z.string(), Meaning) }),
  ),
})
type Account = z.infer<typeof Account>

interface Column {
  table: string
  name: string
  type: string
  isKey: boolean
  isNullable: boolean
}

export async function makeSchema(): Promise<string> {
  const account = Account.parse(JSON.parse(readFileSync('docs/schema.json', 'utf8')))
  const columns = await readColumns()
  const faults = faultsOf(account, columns)
  if (faults.length > 0) throw new Error(`docs/schema.json: ${faults.join('; ')}`)
  const tables = [...new Set(columns.map((column) => column.table))]
  const sections = tables.map((name) => section(name, account, columns))
  return `# 表结构 Schema

由 \`npm run docs\` 从迁移脚本与 \`docs/schema.json\` 生成，请勿手改。Generated from the migrations and
\`docs/schema.json\`; do not edit.

可见性 Access: public 可随导出公开 may leave with an export · internal 登录者按标签可见 for signed-in
people whose labels allow it · secret 不出库 never leaves. 键 🔑 = primary key, ? = may be empty.

${sections.join('\n')}`
}

function section(name: string, account: Account, columns: readonly Column[]): string {
  const rows = columns
    .filter((column) => column.table === name)
    .map((column) => {
      const meaning = meaningOf(account, column)
      const marks = `${column.isKey ? ' 🔑' : ''}${column.isNullable ? ' ?' : ''}`
      const { access = '', zh = '', en = '' } = meaning ?? {}
      return [`\`${column.name}\`${marks}`, column.type, access, zh, en]
    })
  const { zh = '', en = '' } = account.tables[name]?.is ?? {}
  return `## ${name}

${zh}。${en}.

${table(['列 Column', '类型 Type', '可见性 Access', '含义', 'Meaning'], rows)}
`
}

const meaningOf = (account: Account, column: Column) =>
  account.tables[column.table]?.columns[column.name] ?? account.everywhere[column.name]

/** Columns and tables that nobody accounted for, and accounts of what is gone. */
function faultsOf(account: Account, columns: readonly Column[]): string[] {
  const real = columns.map((column) => `${column.table}.${column.name}`)
  const tables = columns.map((column) => column.table)
  const silent = columns.filter(
    (column) => account.tables[column.table] === undefined || !meaningOf(account, column),
  )
  const told = Object.entries(account.tables).flatMap(([name, { columns: own }]) => [
    ...(tables.includes(name) ? [] : [name]),
    ...Object.keys(own)
      .map((column) => `${name}.${column}`)
      .filter((each) => !real.includes(each)),
  ])
  return [
    ...silent.map((column) => `${column.table}.${column.name} is not accounted for`),
    ...told.map((each) => `${each} is gone`),
  ]
}

/** Columns of our own tables in a fresh database; the queue keeps its tables in its own schema. */
export async function readColumns(): Promise<Column[]> {
  const directory = mkdtempSync(join(tmpdir(), 'lianshu-schema-'))
  const store = await openStore({ directory })
  try {
    const { rows } = await sql<Column>`
      select class.relname as "table", attribute.attname as name,
        format_type(attribute.atttypid, attribute.atttypmod) as type,
        coalesce(attribute.attnum = any(key.conkey), false) as "isKey",
        not attribute.attnotnull as "isNullable"
      from pg_class class
      join pg_attribute attribute on attribute.attrelid = class.oid
      left join pg_constraint key on key.conrelid = class.oid and key.contype = 'p'
      where class.relnamespace = 'public'::regnamespace and class.relkind in ('r', 'p')
        and attribute.attnum > 0 and not attribute.attisdropped
      order by class.relname collate "C", attribute.attnum`.execute(store.read)
    return rows
  } finally {
    await store.close()
    rmSync(directory, { recursive: true, force: true })
  }
}
