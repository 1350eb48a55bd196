import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadPlaces, parseCodes } from '../../kinds/index.ts'
import { PACKS, readJson } from '../applying/vocabulary.case.ts'
import { parseLexicon, type Rules, readingRules } from './index.ts'

const CORE = join(PACKS, 'core')

/** The rules that ship. */
export function coreRules(): Rules {
  const text = (name: string): string => readFileSync(join(CORE, 'codes', name), 'utf8')
  const codes = ['division.csv', 'country.csv'].flatMap((name) => parseCodes(text(name), name))
  const places = loadPlaces(codes, text('place-names.csv'))
  return readingRules(
    parseLexicon((name) => readJson(join(CORE, 'reading', `${name}.json`))),
    places,
  )
}
