import type { Measured } from '../measured.ts'
import type { FieldValue, Figure } from '../model.ts'

/** The fields that a figure said and a figure planned have in common. */
export function figureFields(figure: Figure, measured: Measured): Record<string, FieldValue> {
  return {
    subject: measured.subject,
    metric: measured.metric,
    ...(figure.operator === '' ? {} : { op: figure.operator }),
    value: figure.value.includes('-') ? figure.value : Number(figure.value),
    unit: figure.unit,
  }
}
