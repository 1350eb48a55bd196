/** What stands in a cell: figures with the words of their codes, or 未明. */
import type { Figure, ListCell, MarkWord, VerdictWord } from '../../api/index.ts'
import { FigureLink, figureWords, MarkChip, UnknownWord, Verdict } from '../../parts/index.ts'
import { type Language, useWords, type WordKey } from '../../words/index.ts'

const VERDICTS = new Set<string | null>(['strong', 'stable', 'weak', 'missing', 'unknown'])
const MARKS = new Set<string | null>(['chokePoint', 'breakPoint', 'blockage'])
const PLACES: Record<string, WordKey> = {
  local: 'makers.local',
  province: 'makers.province',
  country: 'makers.country',
  abroad: 'makers.abroad',
}
/** More of one kind in a cell is told by its number; the row, opened, shows all. */
const SHOWN_MAX = 3

export function Cell({ cell }: { cell: ListCell | undefined }) {
  const { t, say } = useWords()
  if (cell === undefined || cell.figures.length === 0) {
    // A thing without a mark is not a thing of which nobody knows the mark.
    return cell?.column === 'marks' ? null : <UnknownWord />
  }
  const { words, figures, codes } = cell
  const [first] = figures
  if (words !== null && first !== undefined) {
    return <FigureLink figure={first}>{say(words)}</FigureLink>
  }
  const more = figures.length - SHOWN_MAX
  return (
    <span className="cell-figures">
      {figures.slice(0, SHOWN_MAX).map((figure, at) => (
        <Coded key={figure.id} figure={figure} code={codes[at] ?? null} />
      ))}
      {more > 0 ? <span className="mute">{t('lists.more', { n: more })}</span> : null}
    </span>
  )
}

export function Coded({ figure, code }: { figure: Figure; code: string | null }) {
  const { t, language } = useWords()
  if (VERDICTS.has(code)) {
    return (
      <FigureLink figure={figure}>
        <Verdict word={code as VerdictWord} />
      </FigureLink>
    )
  }
  if (MARKS.has(code)) {
    return (
      <FigureLink figure={figure}>
        <MarkChip mark={code as MarkWord} />
      </FigureLink>
    )
  }
  const place = PLACES[code ?? '']
  return (
    <span className="nb">
      <FigureLink figure={figure}>{figureText(figure, language)}</FigureLink>
      {place === undefined ? null : <span className="mute"> {t(place)}</span>}
    </span>
  )
}

/** A computed number carries its unit beside it, a printed one within it. */
export function figureText(figure: Figure, language: Language): string {
  const { kind, text, unit } = figure
  return kind === 'computed' && unit !== '' ? `${text} ${unit}` : figureWords(figure, language)
}
