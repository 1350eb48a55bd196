/** How somebody else signs in, for whoever guards it: sessions, the lock, second factors. */
import { useQuery } from '@tanstack/react-query'
import { Loading, ProblemNotice } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { stateQuery, useAccountWrite } from './queries.ts'
import { SessionTable } from './sessions.tsx'

export function OtherPerson({ person }: { person: string }) {
  const { t } = useWords()
  const found = useQuery(stateQuery(person))
  const write = useAccountWrite()
  const path = `/people/${person}`
  const end = (session: string | null) =>
    write.mutate({ path: `${path}/end-sessions`, body: { session } })
  if (found.isPending) return <Loading />
  if (found.error) return <ProblemNotice error={found.error} retry={() => void found.refetch()} />
  const { sessions, lockedSeconds, factors } = found.data
  return (
    <section className="ruled">
      <header>
        <h2>{t('other.title')}</h2>
        <a className="btn" href="/people">
          {t('other.back')}
        </a>
      </header>
      <div className="factor">
        <p>
          {lockedSeconds === 0
            ? t('other.open')
            : t('other.locked', { minutes: Math.ceil(lockedSeconds / 60) })}
        </p>
        {lockedSeconds === 0 ? null : (
          <button
            type="button"
            className="btn do"
            onClick={() => write.mutate({ path: `${path}/unlock` })}
          >
            {t('other.unlock')}
          </button>
        )}
      </div>
      <div className="factor">
        <p>{t(factors.length === 0 ? 'other.noFactor' : 'other.hasFactor')}</p>
        {factors.length === 0 ? null : (
          <button
            type="button"
            className="btn"
            onClick={() => write.mutate({ path: `${path}/reset-factors` })}
          >
            {t('other.resetFactors')}
          </button>
        )}
      </div>
      {write.error ? <ProblemNotice error={write.error} /> : null}
      {sessions.length === 0 ? (
        <p className="mute">{t('other.nowhere')}</p>
      ) : (
        <>
          <SessionTable sessions={sessions} onEnd={end} />
          <p>
            <button type="button" className="btn" onClick={() => end(null)}>
              {t('other.endAll')}
            </button>
          </p>
        </>
      )}
    </section>
  )
}
