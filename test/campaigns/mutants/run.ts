/**
 * Mutants of the authoriser and of the labels: each is one change of one place, and the unit tests are
 * to notice it. `npm run campaign:mutants` prints how many they noticed, and every one they did not.
 */
import { readFileSync } from 'node:fs'
import { register } from 'node:module'
import { FILES, mutantsOf } from './hooks.mjs'

register('./hooks.mjs', import.meta.url)
const { passesAll } = await import('./shim.ts')
const TESTS = ['authorise.test.ts', 'label.test.ts']

/** Whether the tests pass with this mutant in place; one that cannot be loaded is noticed as well. */
async function survives(mutant: string): Promise<boolean> {
  try {
    for (const name of TESTS) await import(`../../../src/trust/access/${name}?m=${mutant}`)
  } catch {
    await passesAll()
    return false
  }
  return passesAll()
}

const survivors: string[] = []
let mutants = 0
if (!(await survives(`${FILES.length}.0`))) throw new Error('the tests fail without a mutant')
for (const [file, path] of FILES.entries()) {
  const text = readFileSync(path, 'utf8')
  for (const [number, { start, end, to }] of mutantsOf(text).entries()) {
    mutants += 1
    if (!(await survives(`${file}.${number}`))) continue
    const line = text.slice(0, start).split('\n').length
    survivors.push(`${path}:${line} ${text.slice(start, end)} → ${to}`)
  }
}
const killed = mutants - survivors.length
const share = Math.round((1000 * killed) / mutants) / 10
console.log(JSON.stringify({ mutants, killed, share, survivors }, null, 1))
process.exitCode = share >= 90 ? 0 : 1
