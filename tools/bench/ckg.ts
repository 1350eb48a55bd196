/** The open knowledge graph that the import and search benches load: files, and loading them. */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { RunningProduct } from '../server.ts'

const FOLDER = join(process.env.LIANSHU_SHARED ?? '../shared', 'data/ckg')

/** Things before relations, so that a relation finds its ends named. */
const FILES = [
  'companies.csv',
  'industries.csv',
  'products.csv',
  'company_industry.csv',
  'industry_parent.csv',
  'industry_up.csv',
  'company_product.csv',
  'product_product.csv',
] as const

/** Paths of the files, or null where the data are not at hand. */
export function ckgFiles(say: (line: string) => void): string[] | null {
  if (existsSync(FOLDER)) return FILES.map((file) => join(FOLDER, file))
  say(`跳过 skipped: 没有数据 no data in ${FOLDER}`)
  return null
}

/** Rows of one file, without its heading. */
export function ckgRows(file: (typeof FILES)[number]): string[][] {
  return parse(readFileSync(join(FOLDER, file)), { from_line: 2, relax_column_count: true })
}

/** Imports and publishes files into a running product by the command line, as an officer would. */
export async function importFiles(
  product: RunningProduct,
  files: readonly string[],
  mapping?: string,
): Promise<void> {
  const chosen = mapping === undefined ? [] : ['--mapping', mapping]
  const args = ['dist/program/lianshu.js', 'import', ...files, ...chosen, '--publish']
  const env = { ...process.env, LIANSHU_DIRECTORY: product.directory }
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => said.push(String(data)))
  const code = await new Promise((resolve) => child.once('exit', resolve))
  if (code !== 0) throw new Error(`import ended with ${code}:\n${said.join('')}`)
}
