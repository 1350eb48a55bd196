/** The product's authoriser and the second one, asked the same questions, drawn by a seed. */
import { readFileSync } from 'node:fs'
import {
  type AccessObject,
  type Actor,
  decide,
  LABEL_LEVELS,
  type Label,
  labelShape,
  labelsOf,
  loadRoles,
  PERMISSIONS,
} from '../../src/trust/access/index.ts'
import { type Chance, chanceOf } from './chance.ts'
import { judge, type Mark, type Person, type Thing } from './second-authoriser.ts'

const ORGANISATIONS = ['a', 'b', 'c', 'd']
const ROLES = [
  ...loadRoles(JSON.parse(readFileSync('packs/core/roles.json', 'utf8'))).values(),
].map((role) => [...role.permissions])
const ABSENT = 99

export interface Compared {
  seed: number
  cases: number
  /** How often each verdict was given: a campaign that sees one alone compares nothing. */
  verdicts: Record<string, number>
  /** The first cases on which the two differ. */
  differences: string[]
}

/** Puts so many drawn cases to both. */
export function compareAuthorisers(seed: number, cases: number): Compared {
  const chance = chanceOf(seed)
  const compared: Compared = { seed, cases, verdicts: {}, differences: [] }
  for (let done = 0; done < cases; done += 1) {
    const { actor, person, labels } = drawPerson(chance)
    const { object, thing } = drawThing(chance, labels)
    const permission = chance.one(PERMISSIONS)
    const given = decide(actor, permission, object)
    const expected = judge(person, permission, thing)
    compared.verdicts[given] = (compared.verdicts[given] ?? 0) + 1
    if (given === expected || compared.differences.length > 9) continue
    const asked = { person, permission, thing, given, expected }
    compared.differences.push(JSON.stringify(asked))
  }
  return compared
}

function drawPerson(chance: Chance) {
  const may = chance.below(2) === 0 ? chance.one(ROLES) : chance.some(PERMISSIONS)
  const person: Person = { tenant: 1, organisation: chance.one(ORGANISATIONS), may }
  const permissions = new Set(may)
  const labels = Array.from({ length: 1 + chance.below(5) }, (_, at) => drawLabel(chance, at + 1))
  const { organisation } = person
  const actor: Actor = {
    ...{ tenant: 1, person: 'p', organisation, role: 'any', name: '', organisationName: '' },
    ...{ permissions, language: 'zh', home: null },
    labels: labelsOf({ organisation, permissions }, labels),
  }
  return { actor, person, labels }
}

function drawLabel(chance: Chance, id: number): Label {
  const shape = labelShape(chance.one(LABEL_LEVELS), chance.some(ORGANISATIONS))
  const isOpen = shape.level === 'public' || shape.level === 'internal'
  return { ...shape, id, internal: isOpen ? shape.internal : chance.below(3) === 0 }
}

function drawThing(
  chance: Chance,
  labels: readonly Label[],
): { object: AccessObject; thing: Thing } {
  const tenant = chance.below(4) === 0 ? { tenant: 1 + chance.below(2) } : {}
  const organisation = chance.one(ORGANISATIONS)
  const owned = chance.below(3) === 0
  const label = chance.below(8) === 0 ? undefined : chance.one(labels)
  const isMarked = chance.below(5) !== 0
  const mark: Mark | 'unknown' =
    label === undefined
      ? 'unknown'
      : { level: label.level, internal: label.internal, named: label.organisations }
  return {
    object: {
      ...tenant,
      ...(isMarked && { label: label?.id ?? ABSENT }),
      ...(owned && { organisation }),
    },
    thing: { ...tenant, ...(isMarked && { mark }), ...(owned && { owner: organisation }) },
  }
}
