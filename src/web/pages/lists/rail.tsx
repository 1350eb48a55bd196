/** Beside a list: the line of steps to its signature, what to know before it, and the counts. */
import { useQuery } from '@tanstack/react-query'
import type { ListView } from '../../api/index.ts'
import { DateText, ProblemNotice } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { countsQuery } from './queries.ts'

export function Rail({ view, chain }: { view: ListView; chain: string }) {
  const { t } = useWords()
  const { version, onePerson } = view
  const { data, error, refetch } = useQuery(countsQuery(view, chain))
  if (version === null) return null
  const { counts, waiting = [] } = data ?? {}
  return (
    <aside className="list-rail" aria-label={t('lists.rail')}>
      <section>
        <h2>{t('lists.steps')}</h2>
        <Steps view={view} />
        {onePerson ? <p className="notice-box">{t('lists.onePerson')}</p> : null}
        {version.seal === null ? null : (
          <p className="mute seal">
            {t('lists.seal')} <code>{version.seal.slice(0, 16)}…</code>
          </p>
        )}
      </section>
      {version.state !== 'signed' && counts && counts.stale + counts.fallen > 0 ? (
        <p className="notice-box">
          <b>{t('lists.before')}</b>{' '}
          {t('lists.before.why', { stale: counts.stale, fallen: counts.fallen })}
        </p>
      ) : null}
      {waiting.length > 0 ? (
        <p className="notice-box">
          <b>{t('lists.named.waiting', { n: waiting.length })}</b>{' '}
          {t('lists.named.waiting.why', { names: waiting.slice(0, 5).join(t('lists.comma')) })}
        </p>
      ) : null}
      <section>
        <h2>{t('lists.counts')}</h2>
        {error ? <ProblemNotice error={error} retry={() => void refetch()} /> : null}
        <dl aria-busy={counts === undefined && !error}>
          <div>
            <dt>{t('lists.count.rows')}</dt>
            <dd>{t('lists.rows', { n: version.rows })}</dd>
          </div>
          {COUNTED.map((name) => (
            <div key={name}>
              <dt>{t(`lists.count.${name}`)}</dt>
              <dd className={counts && LATE.has(name) && counts[name] > 0 ? 'late' : undefined}>
                {counts ? t('lists.rows', { n: counts[name] }) : '…'}
              </dd>
            </div>
          ))}
          <div>
            <dt>{t('lists.count.candidates')}</dt>
            <dd>{version.candidates}</dd>
          </div>
          <div>
            <dt>{t('lists.count.undecided')}</dt>
            <dd>{version.undecided}</dd>
          </div>
        </dl>
      </section>
    </aside>
  )
}

/** What is counted over all rows, after the first of them stand. */
const COUNTED = ['marked', 'single', 'stale', 'fallen', 'unassigned', 'synthetic'] as const
const LATE = new Set<string>(['single', 'stale', 'fallen'])

/** What was done, and what is due. */
function Steps({ view }: { view: ListView }) {
  const { t } = useWords()
  const state = view.version?.state
  return (
    <ol className="steps">
      {view.steps.map((step, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps are only ever added at the end
        <li key={at} className="done">
          {t(`lists.act.${step.act}`)} <b>{step.by.name}</b>
          <small>
            <DateText of={step.at} />
            {step.note === null ? null : ` ${step.note}`}
          </small>
        </li>
      ))}
      {state === 'draft' ? (
        <li className="now">
          <b>{t('lists.due.submit')}</b>
        </li>
      ) : null}
      {state === 'signed' ? null : (
        <li className={state === 'submitted' ? 'now' : undefined}>
          {state === 'submitted' ? <b>{t('lists.due.sign')}</b> : t('lists.due.sign')}
          <small>{t('lists.due.sign.why')}</small>
        </li>
      )}
    </ol>
  )
}
