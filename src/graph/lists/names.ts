import type { Vocabulary } from '../kinds/index.ts'
import type { Names, NameType } from '../rules/index.ts'

type Entry = readonly [string, { readonly type: NameType; readonly known: boolean }]

const entry = (name: string, type: NameType, known: boolean): Entry => [name, { type, known }]

/** Names that are worked out from the chain, beside the properties of the vocabulary. */
const WORKED_OUT: readonly Entry[] = [
  entry('kind', 'text', true),
  entry('sources', 'quantity', true),
  entry('stale', 'truth', true),
  entry('synthetic', 'truth', true),
  entry('verdict', 'text', false),
  entry('marks', 'list', true),
  entry('position', 'text', false),
  entry('firms', 'quantity', true),
  entry('suppliers', 'quantity', true),
  entry('customers', 'quantity', true),
  entry('place', 'text', false),
  entry('stages', 'quantity', true),
  entry('stageVerdicts', 'list', true),
  entry('stageMarks', 'list', true),
  entry('leads', 'truth', true),
  entry('inChain', 'truth', true),
  entry('members', 'quantity', true),
]

/** The closed list of names that rules, columns and orders of lists may use. */
export function namesOf({ properties }: Pick<Vocabulary, 'properties'>): Names {
  const stated = [...properties.values()]
    .filter(({ id }) => id !== 'mark')
    .map(({ id, value }) => entry(id, value === 'quantity' ? 'quantity' : 'text', false))
  return new Map([...stated, ...WORKED_OUT])
}
