import { describe, expect, test } from 'vitest'
import { assign } from './assign.ts'
import { blankMapping } from './blank.ts'
import { chosenChain, lacksChain, settleLists, withChain } from './lists.ts'
import type { MappingShape } from './shape.ts'

const kinds = [
  ['firm', 'table'],
  ['stage', 'chain'],
  ['chain', 'office'],
] as const
const vocabulary = {
  kinds: kinds.map(([id, namesHold]) => ({
    ...{ id, namesHold, properties: ['name'], words: { zh: id, en: id } },
  })),
  officeScheme: 'list:office',
}
const columns = ['企业名称', '环节', '产业链'].map((title, index) => ({
  ...{ index, title, letters: 'ABC'[index] ?? '' },
}))
const [, stage, chain] = columns as [(typeof columns)[0], (typeof columns)[0], (typeof columns)[0]]
const file = { fileName: '企业.xlsx', title: '企业', sha256: 'abcdef0123' } as never
const blank = blankMapping(file, columns, '办公室')
const OWN = `list:${blank.id}`

const say = (mapping: MappingShape, column: (typeof columns)[0], what: string | null) =>
  settleLists(
    assign(mapping, column, what, () => 'text'),
    vocabulary,
  )
const schemes = ({ claims }: MappingShape): Record<string, string> =>
  Object.fromEntries(
    claims
      .flatMap(({ subject, object }) => (object ? [subject, object] : [subject]))
      .map(({ kind, scheme }) => [kind, scheme]),
  )

const staged = say(blank, stage, 'edge:belongsToStage:stage')
const chained = say(staged, chain, 'edge:belongsToChain:chain')

describe('names of a mapping', () => {
  test('hold in the table while nobody says the chain, and then within it', () => {
    expect(schemes(staged)).toEqual({ firm: OWN, stage: OWN })
    expect(lacksChain(staged, vocabulary)).toBe(true)
    expect(schemes(chained)).toEqual({
      ...{ firm: OWN, stage: 'list:{columnC}', chain: 'list:office' },
    })
    expect(lacksChain(chained, vocabulary)).toBe(false)
    expect(schemes(say(chained, chain, null))).toEqual({ firm: OWN, stage: OWN })
  })

  test('hold within the chain that a person chose for all rows, until that is taken back', () => {
    const chosen = withChain(staged, { scheme: 'list:office', code: '低空' }, vocabulary)
    expect(schemes(chosen)).toEqual({ firm: OWN, stage: 'list:低空', chain: 'list:office' })
    expect(chosenChain(chosen)).toMatchObject({ code: '低空' })
    expect(chosen.claims).toContainEqual({
      ...{ subject: { kind: 'stage', scheme: 'list:低空', code: '{columnB}' } },
      ...{ property: 'belongsToChain', at: ['columnB'] },
      object: { kind: 'chain', scheme: 'list:office', code: '低空' },
    })
    const packed = withChain(chosen, { scheme: 'list:pack', code: '集成电路' }, vocabulary)
    expect(schemes(packed)).toEqual({ firm: OWN, stage: 'list:pack', chain: 'list:pack' })
    expect(withChain(packed, null, vocabulary).claims).toEqual(staged.claims)
  })

  test('of a mapping file stay in the list that it names, and others join them there', () => {
    const subject = { kind: 'firm', scheme: 'list:members', code: '{key}' }
    const kept = { ...blank, claims: [{ subject, property: 'name', text: '{key}' }] }
    expect(schemes(say(kept, stage, 'edge:belongsToStage:stage')).firm).toBe('list:members')
  })
})
