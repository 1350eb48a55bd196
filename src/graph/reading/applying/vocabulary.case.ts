import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { JsonValue } from '../../../base/index.ts'
import {
  divisionOf,
  loadPlaces,
  loadVocabulary,
  parseCodes,
  type Vocabulary,
} from '../../kinds/index.ts'
import type { Lookups } from './lookup.ts'

export const PACKS = join(fileURLToPath(import.meta.url), '../../../../../packs')
const CORE = join(PACKS, 'core')

export const readJson = (path: string): JsonValue =>
  JSON.parse(readFileSync(path, 'utf8')) as JsonValue

/** The vocabulary that ships. */
export function coreVocabulary(): Vocabulary {
  const folders = ['kinds', 'edges'].flatMap((folder) =>
    readdirSync(join(CORE, folder)).map((name) => join(CORE, folder, name)),
  )
  const single = ['properties.json', 'schemes.json'].map((name) => join(CORE, name))
  return loadVocabulary([...folders, ...single].map(readJson))
}

/** The look-up of places that an importer hands in. */
export function placeLookups(): Lookups {
  const text = (name: string): string => readFileSync(join(CORE, 'codes', name), 'utf8')
  const codes = ['division.csv', 'country.csv'].flatMap((name) => parseCodes(text(name), name))
  const places = loadPlaces(codes, text('place-names.csv'))
  return { division: (name) => divisionOf(places, name)?.code }
}
