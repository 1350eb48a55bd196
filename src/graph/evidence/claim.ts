import { type Quantity, type Uuid, uuidOf } from '../../base/index.ts'
import type { ClaimContext, ClaimDraft, ClaimRow, Locator, Thing } from './model.ts'

/** The id of a thing: its kind and its key in a scheme, within one tenant. */
export function thingId(tenant: number, thing: Thing): Uuid {
  return uuidOf(String(tenant), thing.kind, thing.scheme, thing.code)
}

/** The hash of a quote, kept with the claim so that a later check can tell a changed source. */
export function quoteHash(quote: string): Uuid {
  return uuidOf('quote', quote)
}

function placeOf(locator: Locator): string {
  const { sheet, page, row, cells, start, end } = locator
  return JSON.stringify([sheet, page, row, cells, start, end])
}

function valuePart(quantity: Quantity | null, text: string | null, object: Uuid | null): string {
  if (quantity === null) return JSON.stringify([object, text])
  const { operator, number, low, high, unit, printed } = quantity
  return JSON.stringify([object, operator, number, low, high, unit, printed])
}

/**
 * A draft as the row of `claim`.
 *
 * The id is the hash of tenant, source, locator, reader, subject, property and value, so the same
 * statement read again from the same place by the same reader is the same claim, and importing a
 * file twice changes nothing. Validity belongs to the value: a mapping that learns to read a
 * period states something new.
 *
 * `idOf` may remember ids of things: a large table names the same few thousand again and again.
 */
export function claimRow(
  draft: ClaimDraft,
  context: ClaimContext,
  standing: { readonly held: boolean; readonly confidence: number },
  idOf: (thing: Thing) => Uuid = (thing) => thingId(context.tenant, thing),
): ClaimRow {
  const { tenant, source, batch, label, method, reader } = context
  const { locator, quantity } = draft
  const subject = idOf(draft.subject)
  const object = draft.object === null ? null : idOf(draft.object)
  const printed = draft.text ?? quantity?.printed ?? null
  const value = valuePart(quantity, printed, object)
  const validity = `${draft.validFrom ?? ''}/${draft.validTo ?? ''}`
  return {
    tenant,
    id: uuidOf(
      String(tenant),
      source,
      placeOf(locator),
      reader,
      subject,
      draft.property,
      value,
      validity,
    ),
    batch,
    source,
    sheet: locator.sheet,
    page: locator.page,
    row_number: locator.row,
    cells: locator.cells,
    span_start: locator.start,
    span_end: locator.end,
    quote_hash: quoteHash(draft.quote),
    method,
    reader,
    confidence: standing.confidence,
    subject,
    property: draft.property,
    object,
    printed,
    operator: quantity?.operator ?? null,
    number: quantity?.number ?? null,
    low: quantity?.low ?? null,
    high: quantity?.high ?? null,
    unit: quantity?.unit ?? null,
    valid_from: draft.validFrom,
    valid_to: draft.validTo,
    label,
    held: standing.held,
  }
}
