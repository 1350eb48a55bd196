import type { FieldNumber } from './conditions.ts'
import type { RowState } from './model.ts'

/** Texts that are the same for every row of a sheet. */
export interface SheetNames {
  sheet: string | null
  fileName: string
}

/** A text with places for fields; null when one of them is empty. */
export interface Template {
  fields: readonly number[]
  render(state: RowState): string | null
}

/** Compiles `{code}-{year}`; `{row}`, `{sheet}` and `{file}` are known where no field is called so. */
export function compileTemplate(
  source: string,
  numberOf: FieldNumber,
  names: SheetNames,
): Template {
  const pieces: { literal?: string; field?: number; row?: true }[] = []
  for (const [, literal, place] of source.matchAll(/([^{}]+)|\{([^{}]*)\}/g)) {
    const field = place === undefined ? -1 : numberOf(place)
    if (literal !== undefined) pieces.push({ literal })
    else if (field >= 0) pieces.push({ field })
    else if (place === 'row') pieces.push({ row: true })
    else if (place === 'sheet') pieces.push({ literal: names.sheet ?? '' })
    else if (place === 'file') pieces.push({ literal: names.fileName })
  }
  const fields = pieces.flatMap(({ field }) => field ?? [])
  const [only] = pieces
  if (pieces.length === 1 && only?.field !== undefined) {
    const field = only.field
    return { fields, render: (state) => textOf(state, field) }
  }
  if (fields.length === 0 && pieces.every(({ row }) => row === undefined)) {
    const text = pieces.map(({ literal }) => literal).join('')
    return { fields, render: () => text }
  }
  return {
    fields,
    render: (state) => {
      let text = ''
      for (const { literal, field } of pieces) {
        if (literal !== undefined) text += literal
        else if (field === undefined) text += state.row
        else {
          const value = textOf(state, field)
          if (value === null) return null
          text += value
        }
      }
      return text
    },
  }
}

const textOf = (state: RowState, field: number): string | null =>
  state.texts[field] ?? state.quantities[field]?.printed ?? null
