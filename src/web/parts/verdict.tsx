/** Verdict, mark and synthetic sign: word first, then shape, then colour. */
import type { MarkWord, VerdictWord } from '../api/index.ts'
import { useWords } from '../words/index.ts'

export function Verdict({ word }: { word: VerdictWord }) {
  const { t } = useWords()
  return <i className={`v ${word}`}>{t(`verdict.${word}`)}</i>
}

export function MarkChip({ mark }: { mark: MarkWord }) {
  const { t } = useWords()
  return <i className={`mk ${mark}`}>{t(`mark.${mark}`)}</i>
}

/** Worn by whatever is synthetic, on screen and in print. */
export function SyntheticMark({ long = false }: { long?: boolean }) {
  const { t } = useWords()
  return <i className="syn-mark">{t(long ? 'synthetic.long' : 'synthetic')}</i>
}
