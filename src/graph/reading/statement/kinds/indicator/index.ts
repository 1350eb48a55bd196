import { measuredIn } from '../../measured.ts'
import type { Analysis, KindReader, Statement } from '../../model.ts'
import { statementAt } from '../../statement.ts'
import { figureFields } from '../figure-fields.ts'

/** Figures that are said to be so. */
export const indicator: KindReader = {
  kind: 'indicator',
  read(analysis: Analysis): Statement[] {
    return measuredIn(analysis)
      .filter(({ measured }) => !measured.isPlanned)
      .map(({ figure, measured }) =>
        statementAt(analysis, measured.place, {
          kind: 'indicator',
          fields: { ...figureFields(figure, measured), period: measured.time },
          confidence: measured.subject === '' ? 50 : 65,
          doubts: measured.doubts,
          quantity: figure.quantity,
        }),
      )
  },
}
