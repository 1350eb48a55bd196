/**
 * npm run bench [-- name …]: runs the named benches, or all of them, one after the other, and
 * prints a JSON array; progress goes to standard error, so that the output can be kept.
 */
import { execFileSync } from 'node:child_process'
import { type Bench, machine } from './bench.ts'
import { chainMap } from './chain-map.ts'
import { importCkg } from './import-ckg.ts'
import { importLarge } from './import-large.ts'
import { journal } from './journal.ts'
import { lists } from './lists.ts'
import { names } from './names.ts'
import { readPath } from './read-path.ts'
import { search } from './search.ts'
import { secondStart } from './second-start.ts'

const BENCHES: readonly Bench[] = [
  ...[importCkg, importLarge, search, names, chainMap, lists],
  ...[secondStart, journal, readPath],
]

const say = (line: string): void => console.error(line)

async function main(asked: readonly string[]): Promise<void> {
  const known = BENCHES.map(({ name }) => name)
  const strange = asked.filter((name) => !known.includes(name))
  if (strange.length > 0) {
    say(`没有这些测量 no such bench: ${strange.join(', ')}; 可选 known: ${known.join(', ')}`)
    process.exitCode = 2
    return
  }
  execFileSync(process.execPath, ['tools/build.mjs'], { stdio: ['ignore', 2, 2] })
  const results = []
  for (const bench of BENCHES.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
    say(`测量 measuring: ${bench.name} …`)
    const result = await bench.run(say)
    if (result !== null) results.push({ bench: bench.name, ...result, machine: machine() })
  }
  console.log(JSON.stringify(results, null, 2))
}

await main(process.argv.slice(2))
