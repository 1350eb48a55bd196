// Collection rounds as the interface shows them.
import type { z } from '@hono/zod-openapi'
import { formatPeriod } from '../../base/index.ts'
import type {
  CellView,
  RecipientView,
  RoundHead,
  RoundPlan,
  RoundView,
} from '../../exchange/collection/index.ts'
import { nameThings } from '../../graph/figures/index.ts'
import { figureOrNull } from './claim-view.ts'
import type { HttpContext } from './frame/context.ts'
import { readingIn } from './frame/reading.ts'
import type {
  CollectionCell,
  CollectionHead,
  CollectionPlan,
  CollectionRecipient,
  CollectionView,
} from './schemas/collections.ts'

type Head = Omit<z.infer<typeof CollectionHead>, 'recipients'>

/** What rounds have in common, in the words of the installation. */
async function headsOf(
  c: HttpContext,
  heads: readonly Omit<RoundHead, 'recipients'>[],
): Promise<Head[]> {
  const { vocabulary, lexicon, lists } = c.var.installation
  const names = await nameThings(
    readingIn(c),
    heads.map(({ round }) => round.chain),
  )
  return heads.map(({ round, meter, answered, late, days }) => {
    const { id, code, title, state, kind, chain, region, list, answeredBy } = round
    const { validFrom, validTo, due, createdAt, sentAt, closedAt, saved } = round
    const place = region === null ? null : (lexicon.codeName('division', region) ?? region)
    return {
      ...{ id, code, title, state, kind, answeredBy, validFrom, validTo, due, days },
      period: {
        zh: formatPeriod({ from: validFrom, to: validTo }, 'zh'),
        en: formatPeriod({ from: validFrom, to: validTo }, 'en'),
      },
      kindWords: vocabulary.kinds.get(kind)?.words ?? { zh: kind, en: kind },
      chain: { id: chain, name: names.get(chain)?.name ?? chain },
      region: place === null ? null : { zh: place, en: place },
      list: list === null ? null : (lists.get(list)?.file.words ?? { zh: list, en: list }),
      properties: round.properties.map((each) => ({ id: each, words: lexicon.label(each) })),
      ...{ createdAt, sentAt, closedAt, saved: { ...saved }, meter: { ...meter }, answered, late },
    }
  })
}

export async function headDtos(
  c: HttpContext,
  rounds: readonly RoundHead[],
): Promise<z.infer<typeof CollectionHead>[]> {
  const heads = await headsOf(c, rounds)
  return heads.map((head, at) => ({ ...head, recipients: rounds[at]?.recipients ?? 0 }))
}

export async function viewDto(
  c: HttpContext,
  view: RoundView,
): Promise<z.infer<typeof CollectionView>> {
  const [head] = await headsOf(c, [view])
  return { ...(head as Head), recipients: view.recipients.map(recipientDto) }
}

export const recipientDto = (view: RecipientView): z.infer<typeof CollectionRecipient> => ({
  ...view,
  meter: { ...view.meter },
  returns: view.returns.map(({ recipient: _recipient, ...one }) => ({
    ...one,
    counts: { ...one.counts },
    problems: one.problems.map((problem) => ({ ...problem })),
  })),
})

export function cellDto(c: HttpContext, cell: CellView): z.infer<typeof CollectionCell> {
  const { thing, property, recipient, why, again, state, claim, change } = cell
  return {
    ...{ property, recipient, why, again, state, claim, change, thing: { ...thing } },
    words: c.var.installation.lexicon.label(property),
    before: figureOrNull(cell.before),
    answer: figureOrNull(cell.answer),
  }
}

export function planDto(
  c: HttpContext,
  { things, plan, recipients }: RoundPlan,
  properties: readonly string[],
): z.infer<typeof CollectionPlan> {
  const { asked, saved, unassigned, spared } = plan
  const keys = [...spared.keys()]
  const { label } = c.var.installation.lexicon
  return {
    ...{ things: things.length, asked: asked.length, unassigned: unassigned.length },
    missing: asked.filter(({ why }) => why === 'missing').length,
    stale: asked.filter(({ why }) => why === 'stale').length,
    twice: asked.filter(({ again }) => again !== null).length,
    saved: { ...saved },
    properties: properties.map((id) => ({
      ...{ id, words: label(id) },
      asked: asked.filter(({ property }) => property === id).length,
      spared: keys.filter((key) => key.endsWith(` ${id}`)).length,
      unassigned: unassigned.filter(({ property }) => property === id).length,
    })),
    recipients: recipients.map(({ name, organisation, cells }) => ({
      ...{ name, hasAccount: organisation !== null, asked: cells.length },
      things: new Set(cells.map(({ thing }) => thing)).size,
    })),
  }
}
