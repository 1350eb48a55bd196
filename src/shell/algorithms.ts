/** Computations whose figures stand on the first screen and belong to no single chain. */
import { isUuid } from '../base/index.ts'
import { type ChainMap, chainAlgorithms, type Relate, readMap } from '../graph/chain/index.ts'
import {
  type Algorithm,
  type Algorithms,
  type Figure,
  type Parameters,
  parseFigureId,
  type Reading,
} from '../graph/figures/index.ts'
import { listAlgorithms } from '../graph/lists/index.ts'

/** All computations that figures of the interface may name. */
export function allAlgorithms(relate: Relate): Algorithms {
  const algorithms: Algorithms = {
    ...chainAlgorithms(relate),
    ...listAlgorithms(relate),
    'chain-verdicts': {
      words: {
        zh: '计数：产业链在所选日期判断为某一结论的环节',
        en: 'Count of stages of the chain that have one verdict on the chosen days',
      },
      version: 1,
      compute: (reading, parameters) => countVerdicts(reading, parameters, relate),
    },
  }
  return Object.fromEntries(
    Object.entries(algorithms).map(([name, algorithm]) => [name, withIds(algorithm)]),
  )
}

/** Parameters that are ids. Anybody may write an address, so they are looked at before any store. */
const ID_PARAMETERS = ['chain', 'stage', 'thing', 'source']

/** An algorithm that computes nothing for parameters which are no ids. */
const withIds = (algorithm: Algorithm): Algorithm => ({
  ...algorithm,
  compute: async (reading, parameters) => {
    const ids = ID_PARAMETERS.flatMap((name) => parameters[name] ?? [])
    return ids.every(isUuid) ? algorithm.compute(reading, parameters) : null
  },
})

async function countVerdicts(reading: Reading, parameters: Parameters, relate: Relate) {
  const { chain, word, known, valid, home = '' } = parameters
  if (chain === undefined || known === undefined || valid === undefined) return null
  if (Number.isNaN(Date.parse(known)) || Number.isNaN(Date.parse(valid))) return null
  const map = await readMap({ ...reading, home, relate, asOf: { known, valid } }, chain)
  const counted = stagesWith(map, word ?? '')
  const figures = counted.map(({ verdict, figure }) => verdict.figure ?? figure)
  return { output: String(counted.length), claims: figures.flatMap(claimOf) }
}

/** The stages of a map that have one verdict. */
export const stagesWith = (map: Pick<ChainMap, 'stages'>, word: string): ChainMap['stages'] =>
  map.stages.filter(({ verdict }) => verdict.word === word)

function claimOf({ id }: Figure): string[] {
  const parsed = parseFigureId(id)
  return parsed?.kind === 'claim' ? [parsed.claim] : []
}
