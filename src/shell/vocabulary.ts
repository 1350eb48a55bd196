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
import { parseLexicon, type ReadingRules, readingRules } from '../graph/reading/index.ts'
import { loadRoles, type Roles } from '../trust/access/index.ts'
import { type PackFiles, packJson, packPaths, packText } from './packs.ts'

/** Everything the program knows before any source is brought. */
export interface Knowledge {
  readonly pack: PackFiles
  readonly roles: Roles
  readonly vocabulary: Vocabulary
  /** The table of a scheme, if it has one. */
  codes(scheme: string): CodeTable | undefined
  readonly places: Places
  readonly rules: EvidenceRules
  readonly lexicon: Lexicon
  readonly relate: Relate
  /** By which a text is read; making them takes a moment, and only the thread that reads asks. */
  readonly readingRules: () => ReadingRules
}

const PLACE_NAMES = 'codes/place-names.csv'
const PLACE_SCHEMES = ['division', 'country']

/**
 * Checks and loads the core pack. Tables of codes are read when they are first asked for, since a
 * thread is started for every file that is read, and most files name no place. Problem:
 * `pack-invalid`, also when such a table is asked for.
 */
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
  const codes = codesOf(pack, vocabulary)
  let places: Places | null = null
  const searched = [...vocabulary.properties.values()].filter((property) => property.searched)
  const knowledge: Knowledge = {
    pack,
    roles: loadRoles(packJson(pack, 'roles.json')),
    vocabulary,
    codes,
    get places() {
      const rows = (): CodeRow[] => PLACE_SCHEMES.flatMap((scheme) => codes(scheme)?.rows ?? [])
      places ??= loadPlaces(rows(), packText(pack, PLACE_NAMES))
      return places
    },
    rules: {
      searched: new Set(searched.map(({ id }) => id)),
      policy: parsePublishingPolicy(packJson(pack, 'publishing.json')),
    },
    lexicon: {
      ...lexiconOf(vocabulary),
      codeName: (scheme, code) => codes(scheme)?.find(code)?.nameZh ?? null,
    },
    relate: (home, code) => placeRelation(home === '' ? null : home, code),
    readingRules: () => {
      const lexicon = parseLexicon((name) => packJson(pack, `reading/${name}.json`))
      return readingRules(lexicon, knowledge.places)
    },
  }
  return knowledge
}

/** The tables of a pack by their scheme, each read when it is first asked for. */
function codesOf(pack: PackFiles, { schemes }: Vocabulary): Knowledge['codes'] {
  const tables = new Map<string, CodeTable | undefined>()
  return (scheme) => {
    if (!tables.has(scheme)) {
      const paths = (schemes.get(scheme)?.codes ?? []).map((file) => `codes/${file}`)
      const rows = paths.flatMap((path) => parseCodes(packText(pack, path), path))
      tables.set(scheme, codeTables(rows).get(scheme))
    }
    return tables.get(scheme)
  }
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
