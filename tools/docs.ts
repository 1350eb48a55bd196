/**
 * npm run docs: writes the documents that are made from code and data.
 * `npm run docs -- --check` writes nothing and fails when one of them is stale.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { makeApi } from './make-api.ts'
import { makeCli } from './make-cli.ts'
import { makeCoverage } from './make-coverage.ts'
import { makeSchema } from './make-schema.ts'

const API_TYPES = 'src/web/api/schema.ts'

export const DOCUMENTS: readonly { path: string; make: () => string | Promise<string> }[] = [
  { path: 'docs/cli.md', make: makeCli },
  { path: 'docs/coverage.md', make: makeCoverage },
  { path: 'docs/schema.md', make: makeSchema },
  ...(existsSync(API_TYPES) ? [{ path: API_TYPES, make: makeApi }] : []),
]

const current = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '')

async function run(isCheck: boolean): Promise<void> {
  for (const { path, make } of DOCUMENTS) {
    const made = await make()
    if (made === current(path)) continue
    console.log(isCheck ? `${path}: 已过时 stale: npm run docs` : `${path}: 已更新 written`)
    if (isCheck) process.exitCode = 1
    else writeFileSync(path, made)
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await run(process.argv.includes('--check'))
}
