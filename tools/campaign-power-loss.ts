/**
 * npm run campaign:power-loss [-- --crashes N --seed S]: lets the journal live through power cuts on a
 * disk that drops, tears and reorders whatever was not synced, and prints what was seen as JSON. It
 * ends with an error at the first acknowledged record that is lost, or record that is torn, changed or
 * out of order, and names the seed that shows it again.
 */
import { parseArgs } from 'node:util'
import { livePowerLosses, type PowerLosses } from '../src/store/journal/power-loss.case.ts'
import { machine } from './bench/bench.ts'

const { values } = parseArgs({
  options: {
    crashes: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
  },
})
const crashes = Number(values.crashes)
const first = Number(values.seed)
const seen: PowerLosses = {
  ...{ crashes: 0, acknowledged: 0, recovered: 0 },
  ...{ unacknowledged: 0, torn: 0, rotations: 0 },
}
const begun = performance.now()
let seed = first
for (; seen.crashes < crashes; seed++) {
  try {
    await livePowerLosses(seed, seen)
  } catch (error) {
    console.error(`种子 seed ${seed}`)
    throw error
  }
}
const seconds = Math.round((performance.now() - begun) / 100) / 10
const found = { lost: 0, tornAccepted: 0, outOfOrder: 0 }
console.log(
  JSON.stringify(
    { seeds: [first, seed - 1], ...seen, ...found, seconds, machine: machine() },
    null,
    2,
  ),
)
