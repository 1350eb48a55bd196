import { fillWords, inParts, type Uuid, type Words } from '../../base/index.ts'
import {
  type Algorithms,
  type ClaimView,
  claimsById,
  type Figure,
  parseFigureId,
  type Reading,
  viewClaims,
} from '../figures/index.ts'
import type { FigureGround } from './model.ts'
import { type DerivationHead, derivationHeads, levelsOfClaims } from './store.ts'
import { COMPUTED, FROM_CLAIMS, placeWords } from './words.ts'

/** What figures rest on, by their ids; a figure of which the reader may see no ground is absent. */
export async function readGrounds(
  reading: Reading,
  algorithms: Algorithms,
  figures: readonly Pick<Figure, 'id'>[],
): Promise<Map<string, FigureGround>> {
  const { db, visibility } = reading
  const { claims, derivations } = idsIn(figures)
  const grounds = new Map<string, FigureGround>()
  for (const some of inParts(claims, GROUNDS_PER_QUERY)) {
    const records = await claimsById(db, visibility, some)
    const levels = await levelsOfClaims(db, visibility, some)
    for (const view of await viewClaims(reading, records)) {
      const level = levels.get(view.id)
      if (level !== undefined) grounds.set(`c.${view.id}`, readGround(view, level))
    }
  }
  for (const some of inParts(derivations, GROUNDS_PER_QUERY)) {
    for (const head of await derivationHeads(db, visibility, some)) {
      grounds.set(`d.${head.id}`, computedGround(head, algorithms[head.algorithm]?.words))
    }
  }
  return grounds
}

/** More at a time would keep the embedded engine from other readers for too long. */
const GROUNDS_PER_QUERY = 2_000

function idsIn(figures: readonly Pick<Figure, 'id'>[]): { claims: Uuid[]; derivations: Uuid[] } {
  const parsed = [...new Set(figures.map(({ id }) => id))].flatMap((id) => parseFigureId(id) ?? [])
  return {
    claims: parsed.flatMap((each) => (each.kind === 'claim' ? [each.claim] : [])),
    derivations: parsed.flatMap((each) => (each.kind === 'derivation' ? [each.derivation] : [])),
  }
}

function readGround(view: ClaimView, level: FigureGround['level']): FigureGround {
  const { subject, property, object, source, quote, locator, validFrom } = view
  return {
    level,
    claim: { subject, property, object, level },
    title: { zh: source.title, en: source.title },
    publisher: source.publisher,
    datedOn: source.publishedOn ?? validFrom,
    place: placeWords(locator),
    quote,
  }
}

function computedGround(head: DerivationHead, words: Words = COMPUTED): FigureGround {
  const { level, claims: count } = head
  const place = fillWords(FROM_CLAIMS, { count })
  return { level, claim: null, title: words, publisher: '', datedOn: null, place, quote: null }
}
