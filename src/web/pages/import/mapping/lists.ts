/**
 * In which list each name of a mapping is one thing. A chain is named in the whole office and a stage
 * within its chain, so that several sheets speak of one stage; other names hold in their table. Pure.
 */
import type { Vocabulary } from '../../../api/index.ts'
import { mainSubject } from './assign.ts'
import type { ClaimShape, MappingShape, ThingShape } from './shape.ts'

type Named = Pick<Vocabulary, 'kinds' | 'officeScheme'>

const BELONGS = 'belongsToChain'

/** The mapping with every name in its list, after a column or the kind of the rows was changed. */
export function settleLists(mapping: MappingShape, vocabulary: Named): MappingShape {
  const own = `list:${mapping.id}`
  const chain = chainOf(mapping, vocabulary)
  const within = chain === null ? own : listWithin(chain, vocabulary)
  const table = foreignList(mapping, vocabulary) ?? own
  const settle = (thing: ThingShape): ThingShape => {
    if (!isOurs(thing, mapping, vocabulary)) return thing
    const hold = vocabulary.kinds.find(({ id }) => id === thing.kind)?.namesHold ?? 'table'
    const scheme = { office: vocabulary.officeScheme, chain: within, table }[hold]
    return { ...thing, scheme }
  }
  const claims = mapping.claims.map(({ subject, object, ...rest }) => ({
    ...rest,
    subject: settle(subject),
    ...(object && { object: settle(object) }),
  }))
  return { ...mapping, claims }
}

/** Whether the stages and products of the rows belong to a chain that no column and nobody names. */
export function lacksChain(mapping: MappingShape, vocabulary: Named): boolean {
  return (
    chosenChain(mapping) === null &&
    chainOf(mapping, vocabulary) === null &&
    thingsOf(mapping).some(
      (thing) =>
        thing.scheme === `list:${mapping.id}` &&
        vocabulary.kinds.find(({ id }) => id === thing.kind)?.namesHold === 'chain',
    )
  )
}

/** The chain to which a person said that all rows belong. */
export function chosenChain(mapping: MappingShape): ThingShape | null {
  return mapping.claims.find(isChosen)?.object ?? null
}

/** The mapping with all its stages in one chain; null takes that back. */
export function withChain(
  mapping: MappingShape,
  chain: Pick<ThingShape, 'scheme' | 'code'> | null,
  vocabulary: Named,
): MappingShape {
  const before = chosenChain(mapping)
  const list = before === null ? null : listWithin(before, vocabulary)
  const own = `list:${mapping.id}`
  const freed = {
    ...mapping,
    claims: mapping.claims
      .filter((claim) => !isChosen(claim))
      .map((claim) => inList(claim, list, own)),
  }
  if (chain === null) return settleLists(freed, vocabulary)
  const object = { kind: 'chain', ...chain }
  const stages = new Map(
    thingsOf(freed).flatMap((thing) => (thing.kind === 'stage' ? [[thing.code, thing]] : [])),
  )
  const said = [...stages.values()].map((subject) => ({
    ...{ subject, property: BELONGS, object },
    at: [subject.code.replace(/[{}]/g, '')],
  }))
  return settleLists({ ...freed, claims: [...freed.claims, ...said] }, vocabulary)
}

const thingsOf = ({ claims }: MappingShape): ThingShape[] =>
  claims.flatMap(({ subject, object }) => (object ? [subject, object] : [subject]))

/** A link to one chain for every row, which names no column. */
const isChosen = ({ property, object }: ClaimShape): boolean =>
  property === BELONGS && object !== undefined && !object.code.includes('{')

function inList(claim: ClaimShape, list: string | null, own: string): ClaimShape {
  const move = (thing: ThingShape): ThingShape =>
    thing.scheme === list ? { ...thing, scheme: own } : thing
  const { subject, object, ...rest } = claim
  return { ...rest, subject: move(subject), ...(object && { object: move(object) }) }
}

/** The chain of each row: the one that a column names, or that was chosen for all. */
function chainOf(mapping: MappingShape, vocabulary: Named): ThingShape | null {
  const chosen = chosenChain(mapping)
  if (chosen !== null) return chosen
  const subject = mainSubject(mapping)
  const linked = mapping.claims.find(
    ({ property, object }) => property === BELONGS && object?.kind === 'chain',
  )?.object
  const named = subject?.kind === 'chain' ? subject : linked
  if (named === undefined || !isOurs(named, mapping, vocabulary)) return null
  return { ...named, scheme: vocabulary.officeScheme }
}

/** The list that a mapping file names itself; what is added to it by hand goes by that list too. */
function foreignList(mapping: MappingShape, vocabulary: Named): string | undefined {
  const chosen = chosenChain(mapping)
  const ofChain = chosen === null ? '' : listWithin(chosen, vocabulary)
  return thingsOf(mapping).find(
    (thing) =>
      thing.scheme.startsWith('list:') &&
      thing.scheme !== ofChain &&
      thing.scheme !== chosen?.scheme &&
      !isOurs(thing, mapping, vocabulary),
  )?.scheme
}

const listWithin = ({ scheme, code }: ThingShape, { officeScheme }: Named): string =>
  scheme === officeScheme ? `list:${code}` : scheme

/** Lists that this screen gave; one that a mapping file names stays as it is. */
function isOurs({ scheme }: ThingShape, mapping: MappingShape, { officeScheme }: Named): boolean {
  return (
    scheme === `list:${mapping.id}` ||
    scheme === officeScheme ||
    (scheme.startsWith('list:') && scheme.includes('{'))
  )
}
