/** Spoiled files as a campaign: `npm run campaign:files -- --cases N [--seed S] [--minutes M]`. */
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { setOffBombs, spoilFiles } from './campaign.ts'
import { askBeside } from './others.ts'

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    minutes: { type: 'string', default: '1000' },
  },
})
spawnSync(process.execPath, ['tools/build.mjs', 'server', 'children'], { stdio: 'inherit' })
const begun = performance.now()
const limitMs = Number(values.minutes) * 60_000
const told = await setOffBombs()
const report = await spoilFiles({ seed: Number(values.seed), cases: Number(values.cases), limitMs })
const beside = await askBeside()
const seconds = Math.round((performance.now() - begun) / 1000)
console.log(JSON.stringify({ ...report, seconds, bombs: told, beside }, null, 1))
const isWell = report.faultCount === 0 && told.every(({ state }) => !state.startsWith('FAULT'))
process.exitCode = isWell ? 0 : 1
