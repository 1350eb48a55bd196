/**
 * npm test: prepares the machine, builds, then runs every check beside the tests, whose closing line
 * is the last but the verdict. What is skipped is said aloud, with the reason.
 * usage: npm test [-- file or vitest option …]   (with arguments only the tests run)
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { prepareMachine } from './machine.ts'

interface Check {
  name: string
  command: readonly string[]
}

const BUILD: Check = { name: '构建 build', command: ['node', 'tools/build.mjs'] }
const CHECKS: readonly Check[] = [
  { name: '格式与规则 lint', command: ['biome', 'check', '--diagnostic-level=error'] },
  { name: '无用代码 unused code', command: ['knip'] },
  { name: '类型 types', command: ['tsc', '--noEmit', '-p', 'tsconfig.json'] },
]

const say = (line: string): void => console.log(line)

/** Runs to the end; `isAside` keeps what is said until then, so that it stands in one piece. */
async function run({ name, command }: Check, isAside: boolean): Promise<boolean> {
  const begun = performance.now()
  const [program = '', ...args] = command
  const child = spawn(program, args, { stdio: isAside ? 'pipe' : 'inherit' })
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (data) => said.push(String(data)))
  const code = await once(child, 'close').then(
    ([status]) => status,
    () => null,
  )
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  if (said.length > 0) say(said.join('').trimEnd())
  say(`${code === 0 ? '通过 passed' : '未通过 FAILED'}: ${name} (${seconds} s)`)
  return code === 0
}

/** The names of those that fail, one behind the other: two would slow the tests down. */
async function failing(checks: readonly Check[]): Promise<string[]> {
  const failed: string[] = []
  for (const check of checks) if (!(await run(check, true))) failed.push(check.name)
  return failed
}

const asked = process.argv.slice(2)
prepareMachine(say)
const built = await run(BUILD, false)
const checking = failing(asked.length > 0 ? [] : CHECKS)
const tested = await run({ name: '测试 tests', command: ['vitest', 'run', ...asked] }, false)

const failed = await checking
if (!built) failed.unshift(BUILD.name)
if (!tested) failed.push('测试 tests')
say(failed.length === 0 ? '全部通过 all checks passed' : `未通过 failed: ${failed.join(', ')}`)
process.exitCode = failed.length === 0 ? 0 : 1
