/** What a page shows when there is nothing, when it waits, and when something went wrong. */
import type { ReactNode } from 'react'
import { ApiProblem } from '../api/index.ts'
import { type Speech, useWords } from '../words/index.ts'

/** What happened, why, and what to do next, in the user's words. */
export function ProblemNotice({ error, retry }: { error: unknown; retry?: () => void }) {
  const speech = useWords()
  const { t } = speech
  const { what, why, next } = problemWords(error, speech)
  return (
    <div className="problem" role="alert">
      <h2>{what}</h2>
      <dl>
        {why ? (
          <>
            <dt>{t('problem.why')}</dt>
            <dd>{why}</dd>
          </>
        ) : null}
        {next ? (
          <>
            <dt>{t('problem.next')}</dt>
            <dd>{next}</dd>
          </>
        ) : null}
      </dl>
      {retry ? (
        <button type="button" className="btn" onClick={retry}>
          {t('problem.retry')}
        </button>
      ) : null}
    </div>
  )
}

/** Pure: the three sentences of an error. */
export function problemWords(error: unknown, { t }: Speech) {
  if (error instanceof ApiProblem) {
    return { what: error.message, why: error.why, next: error.next }
  }
  if (error instanceof TypeError) {
    return {
      what: t('problem.network'),
      why: t('problem.network.why'),
      next: t('problem.network.next'),
    }
  }
  return { what: t('problem.title'), why: error instanceof Error ? error.message : '', next: '' }
}

/** An empty screen says what belongs here and offers the way to fill it. */
export function EmptyState({
  title,
  why,
  children,
}: {
  title: string
  why: string
  children?: ReactNode
}) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      <p>{why}</p>
      {children ? <div className="acts">{children}</div> : null}
    </div>
  )
}

export function Loading() {
  const { t } = useWords()
  return (
    <p className="mute" role="status">
      {t('loading')}
    </p>
  )
}
