/** A value that opens its source, or its derivation, with one click. */
import type { ReactNode } from 'react'
import type { Figure } from '../api/index.ts'
import { useWords } from '../words/index.ts'
import { figureWords } from './figure-words.ts'

export interface FigureLinkProps {
  figure: Figure | null
  /** What is shown instead of the figure's own text, e.g. a number without its unit. */
  children?: ReactNode
  /** A long text may break over lines. */
  wrap?: boolean
  tabIndex?: number
}

/** One underline: read. Two: computed. Dashed violet: synthetic. Grey: stale. null: 未明. */
export function FigureLink({ figure, children, wrap = false, tabIndex }: FigureLinkProps) {
  const { t, language } = useWords()
  if (!figure) return <UnknownWord />
  return (
    <a
      className={figureClass(figure, wrap)}
      href={figureHref(figure.id)}
      data-figure={figure.id}
      title={t(titleOf(figure))}
      {...(tabIndex === undefined ? {} : { tabIndex })}
    >
      {children ?? figureWords(figure, language)}
    </a>
  )
}

/** The word for what nobody knows; never a dash and never a zero. */
export function UnknownWord() {
  const { t } = useWords()
  return <i className="none">{t('unknown')}</i>
}

/** The address that answers for a figure. */
export function figureHref(id: string): string {
  return `/figures/${encodeURIComponent(id)}`
}

function figureClass(figure: Figure, wrap: boolean): string {
  const classes = ['fig']
  if (figure.kind === 'computed') classes.push('calc')
  if (figure.synthetic) classes.push('syn')
  if (figure.stale) classes.push('stale')
  if (wrap) classes.push('wrap')
  return classes.join(' ')
}

function titleOf(figure: Figure) {
  if (figure.synthetic) return 'figure.synthetic'
  if (figure.stale) return 'figure.stale'
  return figure.kind === 'computed' ? 'figure.computed' : 'figure.read'
}
