import { strict as assert } from 'node:assert'
import type { Quantity } from '../../../base/index.ts'
import { lastBefore } from './analysis.ts'
import type { Analysis, Doubt, FieldValue, Place, Statement } from './model.ts'

export interface Said {
  readonly kind: string
  readonly fields: Readonly<Record<string, FieldValue>>
  readonly confidence: number
  readonly doubts?: readonly Doubt[]
  readonly quantity?: Quantity | null
}

/** Makes a statement of a place in the reading text: the quote is cut from the stored text itself. */
export function statementAt(analysis: Analysis, place: Place, said: Said): Statement {
  assert(place.to > place.from)
  const start = analysis.offsets[place.from] as number
  const end = (analysis.offsets[place.to - 1] as number) + 1
  const quote = quoteOf(analysis, start, end)
  const sentence = sentenceAround(analysis, place)
  return { quantity: null, doubts: [], ...said, start, end, quote, sentence }
}

function sentenceAround({ sentences, offsets }: Analysis, place: Place): Statement['sentence'] {
  const found = lastBefore(sentences, place.from + 1)
  const isAround = found !== undefined && found.to > place.from
  const from = isAround ? found.from : place.from
  const to = isAround ? Math.max(found.to, place.to) : place.to
  return { start: offsets[from] as number, end: (offsets[to - 1] as number) + 1 }
}

const indexes = new WeakMap<Analysis, Uint32Array>()

/** Cuts by code points without walking from the beginning each time. */
function quoteOf(analysis: Analysis, start: number, end: number): string {
  let index = indexes.get(analysis)
  if (index === undefined) {
    index = unitsOf(analysis.stored)
    indexes.set(analysis, index)
  }
  return analysis.stored.slice(index[start], index[end])
}

function unitsOf(text: string): Uint32Array {
  const units = new Uint32Array(text.length + 1)
  let point = 0
  for (let at = 0; at < text.length; point += 1) {
    units[point] = at
    at += (text.codePointAt(at) as number) > 0xffff ? 2 : 1
  }
  units[point] = text.length
  return units.slice(0, point + 1)
}

/** For each code point of a text, and for its end, how many characters before it are no blanks. */
export function strippedOffsets(text: string): Uint32Array {
  const offsets = new Uint32Array(text.length + 1)
  let point = 0
  let kept = 0
  for (const character of text) {
    offsets[point] = kept
    point += 1
    if (!/\s/.test(character)) kept += 1
  }
  offsets[point] = kept
  return offsets.slice(0, point + 1)
}
