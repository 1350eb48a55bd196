import { lastBefore, within } from '../../analysis.ts'
import { measuredIn } from '../../measured.ts'
import type { Analysis, Doubt, KindReader, Sentence, Statement } from '../../model.ts'
import { statementAt } from '../../statement.ts'
import { figureFields } from '../figure-fields.ts'

/** Planned and forecast figures, and goals without one that carry a time limit. */
export const target: KindReader = {
  kind: 'target',
  read(analysis: Analysis): Statement[] {
    const measured = measuredIn(analysis).filter((each) => each.measured.isPlanned)
    const figures = measured.map(({ figure, measured: said }) =>
      statementAt(analysis, said.place, {
        kind: 'target',
        fields: {
          ...figureFields(figure, said),
          deadline: deadlineOf(analysis, figure.from, said.time),
        },
        confidence: 65,
        doubts: said.doubts,
        quantity: figure.quantity,
      }),
    )
    return [...figures, ...analysis.sentences.flatMap((each) => goalIn(analysis, each))]
  },
}

/** A span ends with its last year. */
function deadlineOf(analysis: Analysis, at: number, time: string): string {
  const moment = lastBefore(analysis.moments, at)
  return moment !== undefined && moment.printed === time && moment.until !== ''
    ? moment.until
    : time
}

const GOAL = /(?:力争)?到((?:19|20)\d\d)年[底末]?，/

function goalIn(analysis: Analysis, sentence: Sentence): Statement[] {
  const match = GOAL.exec(sentence.text)
  if (match === null || within(analysis.figures, sentence).length > 0) return []
  const year = match[1] as string
  const article = analysis.articles[sentence.article]
  // What lies before the article is history.
  if (article !== undefined && article.date !== '' && year < article.date.slice(0, 4)) return []
  const behind = match.index + match[0].length
  const goal = /^[^，。；]+(?:，[^，。；]{0,40})?/.exec(sentence.text.slice(behind))?.[0] ?? ''
  if (goal.length < 6) return []
  const from = sentence.from + match.index
  const fields = {
    subject: article?.region ?? '',
    metric: goal,
    value: null,
    unit: '',
    deadline: year,
  }
  const place = { from, to: Math.min(sentence.from + behind + goal.length, from + 118) }
  const doubts = implied(fields.subject)
  return [statementAt(analysis, place, { kind: 'target', fields, confidence: 60, doubts })]
}

/** A goal without a figure is taken as one of the place that the article speaks of. */
const implied = (subject: string): Doubt[] =>
  subject === '' ? [] : [{ code: 'subject-implied', detail: subject }]
