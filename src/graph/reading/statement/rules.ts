import { canonicalJson, type JsonValue, sha256Hex } from '../../../base/index.ts'
import type { Places } from '../../kinds/index.ts'
import { type BodyRules, bodyRules } from './bodies.ts'
import { type FigureRules, figureRules } from './figures.ts'
import { type PaperRules, paperRules } from './kinds/policy/rules.ts'
import type { Lexicon } from './lexicon.ts'
import { type MeasureRules, measureRules } from './measured.ts'
import { type PlaceRules, placeRules } from './places.ts'

/** Raise this when a rule changes, so that a reading is known by the rules that made it. */
const RULES_VERSION = 1

/** A lexicon made ready for reading; made once and used for any number of texts. */
export interface Rules {
  /** Name of this edition of the reader: the rules in code and the words that they go by. */
  readonly edition: string
  readonly places: PlaceRules
  readonly bodies: BodyRules
  readonly figures: FigureRules
  readonly measures: MeasureRules
  readonly papers: PaperRules
}

export function readingRules(lexicon: Lexicon, known: Places): Rules {
  const places = placeRules(known, lexicon.places)
  const words = sha256Hex(canonicalJson(lexicon as unknown as JsonValue)).slice(0, 12)
  return {
    edition: `statements-${RULES_VERSION}-${words}`,
    places,
    bodies: bodyRules(lexicon.bodies, places),
    figures: figureRules(lexicon.figures),
    measures: measureRules(lexicon.figures, lexicon.places, places),
    papers: paperRules(lexicon.papers),
  }
}
