/** The sessions that are in force, and how they are ended. */
import { useQuery } from '@tanstack/react-query'
import type { SessionView } from '../../api/index.ts'
import { DateText, Loading, ProblemNotice } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { sessionsQuery, useAccountWrite } from './queries.ts'

export function OwnSessionsPart() {
  const { t } = useWords()
  const found = useQuery(sessionsQuery)
  const write = useAccountWrite()
  const items = found.data?.items ?? []
  const limits = found.data?.limitMinutes
  return (
    <section className="ruled">
      <header>
        <h2>{t('sessions.title')}</h2>
        {limits ? (
          <span className="mute">
            {t('sessions.limits', { idle: limits.idle, hours: Math.round(limits.longest / 60) })}
          </span>
        ) : null}
        {items.length > 1 ? (
          <button
            type="button"
            className="btn"
            disabled={write.isPending}
            onClick={() => write.mutate({ path: '/sessions/end-others' })}
          >
            {t('sessions.endOthers')}
          </button>
        ) : null}
      </header>
      {found.isPending ? <Loading /> : null}
      {found.error ? (
        <ProblemNotice error={found.error} retry={() => void found.refetch()} />
      ) : null}
      {write.error ? <ProblemNotice error={write.error} /> : null}
      {items.length > 0 ? (
        <SessionTable
          sessions={items}
          onEnd={(id) => write.mutate({ path: `/sessions/${id}`, method: 'DELETE' })}
        />
      ) : null}
    </section>
  )
}

interface SessionTableProps {
  sessions: readonly SessionView[]
  onEnd: (id: string) => void
}

export function SessionTable({ sessions, onEnd }: SessionTableProps) {
  const { t } = useWords()
  return (
    <table className="plain-table">
      <caption className="unseen">{t('sessions.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('sessions.device')}</th>
          <th scope="col">{t('sessions.address')}</th>
          <th scope="col">{t('sessions.organisation')}</th>
          <th scope="col">{t('sessions.since')}</th>
          <th scope="col">{t('sessions.used')}</th>
          <th scope="col">{t('people.col.acts')}</th>
        </tr>
      </thead>
      <tbody>
        {sessions.map((session) => (
          <SessionLine key={session.id} session={session} onEnd={onEnd} />
        ))}
      </tbody>
    </table>
  )
}

function SessionLine({ session, onEnd }: { session: SessionView; onEnd: (id: string) => void }) {
  const { t } = useWords()
  const { id, device, address, organisation, since, usedAt, current } = session
  const name = device === '' ? t('sessions.unknown') : device
  return (
    <tr>
      <th scope="row">
        {name} {current ? <i className="mute">{t('sessions.current')}</i> : null}
      </th>
      <td>{address}</td>
      <td>{organisation}</td>
      <td>
        <DateText of={since} />
      </td>
      <td>
        <DateText of={usedAt} />
      </td>
      <td>
        {current ? null : (
          <button type="button" className="btn plain" onClick={() => onEnd(id)}>
            {t('sessions.end')}
            <span className="unseen"> {name}</span>
          </button>
        )}
      </td>
    </tr>
  )
}
