/** What the core pack says: words, codes, places, roles, publishing; read once at the start. */
import type { Relate } from '../graph/chain/index.ts'
import { type EvidenceRules, parsePublishingPolicy } from '../graph/evidence/index.ts'
import type { Lexicon } from '../graph/figures/index.ts'
import {
  type CodeRow,
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
  /** Read when first asked for: a reading thread needs the places and none of the other tables. */
  codes(): ReadonlyMap<string, CodeTable>
  readonly places: Places
  readonly rules: EvidenceRules
  readonly lexicon: Lexicon
  readonly relate: Relate
}

const PLACE_NAMES = 'codes/place-names.csv'
const PLACE_TABLES = ['codes/division.csv', 'codes/country.csv']

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
  const tables = codeFiles(pack)
  const rowsOf = (path: string): CodeRow[] => parseCodes(packText(pack, path), path)
  const places = tables.filter((path) => PLACE_TABLES.includes(path)).flatMap(rowsOf)
  let codes: ReadonlyMap<string, CodeTable> | null = null
  const allCodes = (): ReadonlyMap<string, CodeTable> => {
    codes ??= codeTables(tables.flatMap(rowsOf))
    return codes
  }
  const searched = [...vocabulary.properties.values()].filter((property) => property.searched)
  return {
    pack,
    roles: loadRoles(packJson(pack, 'roles.json')),
    vocabulary,
    codes: allCodes,
    places: loadPlaces(places, packText(pack, PLACE_NAMES)),
    rules: {
      searched: new Set(searched.map(({ id }) => id)),
      policy: parsePublishingPolicy(packJson(pack, 'publishing.json')),
    },
    lexicon: {
      ...lexiconOf(vocabulary),
      codeName: (scheme, code) => allCodes().get(scheme)?.find(code)?.nameZh ?? null,
    },
    relate: (home, code) => placeRelation(home === '' ? null : home, code),
  }
}

/** Tables of codes. Deeper below stand those from which they were made, with other columns. */
function codeFiles(pack: PackFiles): string[] {
  return packPaths(pack, 'codes', 'csv').filter(
    (path) => path.split('/').length === 2 && path !== PLACE_NAMES,
  )
}

/** Words and ages of properties; a property that left the vocabulary is called by its id. */
function lexiconOf({ properties, edges }: Vocabulary): Omit<Lexicon, 'codeName'> {
  return {
    label: (property) =>
      properties.get(property)?.words ??
      edges.get(property)?.words ?? { zh: property, en: property },
    maximumAgeMonths: (property) => properties.get(property)?.maximumAgeMonths ?? null,
  }
}
