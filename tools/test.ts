/**
 * npm test: prepares the machine, builds, then runs every check and every test, the tests last so
 * that their closing line is the last that is seen. What is skipped is said aloud, with the reason.
 * usage: npm test [-- file or vitest option …]   (with arguments only the tests run)
 */
import { spawnSync } from 'node:child_process'
import { prepareMachine } from './machine.ts'

interface Check {
  name: string
  command: readonly string[]
}

const BUILD: Check = { name: '构建 build', command: ['node', 'tools/build.mjs'] }
const CHECKS: readonly Check[] = [
  { name: '类型 types', command: ['tsc', '--noEmit', '-p', 'tsconfig.json'] },
  { name: '格式与规则 lint', command: ['biome', 'check', '--diagnostic-level=error'] },
  { name: '无用代码 unused code', command: ['knip'] },
]

const say = (line: string): void => console.log(line)

function run({ name, command }: Check): boolean {
  const begun = performance.now()
  const [program = '', ...args] = command
  const { status, error } = spawnSync(program, args, { stdio: 'inherit' })
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  const isGood = status === 0 && error === undefined
  say(`${isGood ? '通过 passed' : '未通过 FAILED'}: ${name} (${seconds} s)`)
  return isGood
}

const asked = process.argv.slice(2)
prepareMachine(say)
const built = run(BUILD)
const checked = asked.length > 0 ? [] : CHECKS.map((check) => ({ check, isGood: run(check) }))
const tested = run({ name: '测试 tests', command: ['vitest', 'run', ...asked] })

const failed = checked.filter(({ isGood }) => !isGood).map(({ check }) => check.name)
if (!built) failed.unshift(BUILD.name)
if (!tested) failed.push('测试 tests')
say(failed.length === 0 ? '全部通过 all checks passed' : `未通过 failed: ${failed.join(', ')}`)
process.exitCode = failed.length === 0 ? 0 : 1
