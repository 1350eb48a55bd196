/** What the core pack says: words, codes, places, roles, publishing; read once at the start. */
import type { Relate } from '../graph/chain/index.ts'
import { type EvidenceRules, parsePublishingPolicy } from '../graph/evidence/index.ts'
import type { Lexicon } from '../graph/figures/index.ts'
import {
  type CodeTable,
  codeTables,
  loadPlaces,
  loadVocabulary,
  type Places,
  parseCodes,
  parsePack,
  placeRelation,
  type Vocabulary,
} from '../graph/kinds/index.ts'
import { loadRoles, type Roles } from '../trust/access/index.ts'
import { type PackFiles, packJson, packPaths, packText } from './packs.ts'

/** Everything the program knows before any source is brought. */
export interface Knowledge {
  readonly pack: PackFiles
  readonly roles: Roles
  readonly vocabulary: Vocabulary
  readonly codes: ReadonlyMap<string, CodeTable>
  readonly places: Places
  readonly rules: EvidenceRules
  readonly lexicon: Lexicon
  readonly relate: Relate
}

const PLACE_NAMES = 'codes/place-names.csv'

/** Checks and loads the core pack. Problem: `pack-invalid`. */
export function loadKnowledge(pack: PackFiles): Knowledge {
  parsePack(packJson(pack, 'pack.json'))
  const vocabulary = loadVocabulary(
    [
      ...packPaths(pack, 'kinds', 'json'),
      ...packPaths(pack, 'edges', 'json'),
      'properties.json',
      'schemes.json',
    ].map((path) => packJson(pack, path)),
  )
  // Deeper below stand the tables from which these were made; they have other columns.
  const rows = packPaths(pack, 'codes', 'csv')
    .filter((path) => path.split('/').length === 2 && path !== PLACE_NAMES)
    .flatMap((path) => parseCodes(packText(pack, path), path))
  const searched = [...vocabulary.properties.values()].filter((property) => property.searched)
  return {
    pack,
    roles: loadRoles(packJson(pack, 'roles.json')),
    vocabulary,
    codes: codeTables(rows),
    places: loadPlaces(rows, packText(pack, PLACE_NAMES)),
    rules: {
      searched: new Set(searched.map(({ id }) => id)),
      policy: parsePublishingPolicy(packJson(pack, 'publishing.json')),
    },
    lexicon: lexiconOf(vocabulary),
    relate: (home, code) => placeRelation(home === '' ? null : home, code),
  }
}

/** Words and ages of properties; a property that left the vocabulary is called by its id. */
function lexiconOf({ properties, edges }: Vocabulary): Lexicon {
  return {
    label: (property) =>
      properties.get(property)?.words ??
      edges.get(property)?.words ?? { zh: property, en: property },
    maximumAgeMonths: (property) => properties.get(property)?.maximumAgeMonths ?? null,
  }
}
