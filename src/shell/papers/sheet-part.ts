// What every workbook written here adds to its sheets beyond what the library offers.
import type { Blob } from 'node:buffer'
import type Stream from 'node:stream'
import {
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
} from 'write-excel-file/utility'

/** What the library takes for the content of a part. */
export type FileContent = Stream | Buffer | Blob

/** The part of a sheet; the library puts its number in. */
export const SHEET = 'xl/worksheets/sheet{id}.xml'

/** The sheet with one more element at its place: in another order a workbook is called damaged. */
export const inserted = (xml: string, element: string): string =>
  insertElementMarkupAccordingToOrderOfSiblings(
    xml,
    element,
    getOrderOfSiblings(SHEET, 'worksheet') ?? [],
    'worksheet',
  )
