#!/usr/bin/env node
// The verifier as a program of its own: one file that holds nothing of the server.
// usage: lianshu-verify BUNDLE [--key KEY] [--checkpoint FILE] [--consistency FILE]
//   [--witnesses FILE] [--needed N] [--english]
import { parseArgs } from 'node:util'
import { verifyFile } from './verifying.ts'

const USAGE =
  'lianshu-verify BUNDLE [--key KEY] [--checkpoint FILE] [--consistency FILE] [--witnesses FILE] [--needed N] [--english]'
const OPTIONS = {
  key: { type: 'string' },
  checkpoint: { type: 'string' },
  consistency: { type: 'string' },
  witnesses: { type: 'string' },
  needed: { type: 'string' },
  english: { type: 'boolean' },
} as const

const say = (line: string): void => void process.stdout.write(`${line}\n`)

async function run(): Promise<number> {
  try {
    const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true })
    const [bundle, ...others] = positionals
    if (bundle === undefined || others.length > 0) throw new TypeError(USAGE)
    return await verifyFile({ bundle, ...values }, values.english ? 'en' : 'zh', say)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    process.stderr.write(`${USAGE}\n`)
    return 2
  }
}

process.exitCode = await run()
