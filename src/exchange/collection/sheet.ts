// The sheet that a recipient is sent: which cells are asked, which are shown, and the signs by which
// a return is known again however it was renamed, sorted or cut.
import { plainText, sha256Hex, stableCompare, type Uuid } from '../../base/index.ts'
import type { AskedCell, Sheet, SheetCell, SheetRow } from './model.ts'
import { cellKey, type Plan, type ScopedThing } from './plan.ts'
import { ELSEWHERE_TEXT, HELD_TEXT } from './words.ts'

/** No letter that is taken for a digit or for another letter when it is read out. */
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const CODE_SIGNS = 6
const KEY_SIGNS = 8

/** The code of a round, of six signs that can be read out on the telephone. */
export function roundCode(random: (sizeBytes: number) => Uint8Array): string {
  return [...random(CODE_SIGNS)].map((byte) => SIGNS[byte % SIGNS.length]).join('')
}

/** The code of one recipient's workbook: `7K3M2Q-012`. */
export const workbookCode = (round: string, ordinal: number): string =>
  `${round}-${String(ordinal).padStart(3, '0')}`

/** The hidden key of a row: that of the workbook, and signs that no slip of the hand makes. */
export const rowKey = (workbook: string, thing: Uuid): string =>
  `${workbook}-${sha256Hex(`${workbook} ${thing}`).slice(0, KEY_SIGNS)}`

/** A workbook's code wherever it stands: in the marker, in a key of a row, or written out. */
export const WORKBOOK_CODE =
  /(?<![0-9A-Z])([2-9A-HJ-NP-Z]{6}-\d{3,4})(?:-([0-9a-f]{8}))?(?![0-9A-Za-z])/u

/** The hidden first cell of the hidden row that names the columns. */
export const markerOf = (workbook: string): string => `LIANSHU:${workbook}`
export const MARKER = /^LIANSHU:([2-9A-HJ-NP-Z]{6}-\d{3,4})$/u

/** Hidden names of columns that are no property. */
export const CODE_COLUMN = '#code'
export const NAME_COLUMN = '#name'
export const propertyColumn = (property: string): string => `#${property}`

/** How a code is compared: in whatever width and case it was typed. */
export const foldCode = (text: string): string => plainText(text).replace(/\s/gu, '').toUpperCase()

/** How a name is compared. */
export const foldName = (text: string): string => plainText(text).replace(/\s/gu, '')

/**
 * The sheet of one recipient: its properties as columns, and every thing of which it is asked at
 * least one cell, by code. `shown` gives the words of a value that the recipient may see.
 */
export function sheetOf(
  workbook: string,
  own: readonly AskedCell[],
  plan: Plan,
  {
    things,
    properties,
    shown,
  }: {
    readonly things: ReadonlyMap<Uuid, ScopedThing>
    /** In the order of the columns. */
    readonly properties: readonly string[]
    readonly shown: (key: string) => string | null
  },
): Sheet {
  const asked = new Set(own.map(({ thing, property }) => cellKey(thing, property)))
  const columns = properties.filter((id) => own.some(({ property }) => property === id))
  const cellOf = (thing: Uuid, property: string): SheetCell => {
    const key = cellKey(thing, property)
    if (asked.has(key)) return { state: 'asked', text: '' }
    if (plan.spared.get(key) !== 'known') return { state: 'elsewhere', text: ELSEWHERE_TEXT }
    const text = shown(key)
    return text === null ? { state: 'held', text: HELD_TEXT } : { state: 'known', text }
  }
  const rows = [...new Set(own.map(({ thing }) => thing))].flatMap((id): SheetRow[] => {
    const thing = things.get(id)
    if (thing === undefined) return []
    const { code, name } = thing
    const cells = columns.map((property) => cellOf(id, property))
    return [{ key: rowKey(workbook, id), thing: id, code, name, cells }]
  })
  return { columns, rows: rows.toSorted((one, other) => stableCompare(one.code, other.code)) }
}
