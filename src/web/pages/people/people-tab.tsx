/** The people of this installation, and what may be done about each. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { PersonView, RoleView, WrittenPerson } from '../../api/index.ts'
import { useMay, useMe } from '../../frame/index.ts'
import { Loading, ProblemNotice } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { Confirm } from './confirm.tsx'
import { byOrganisation } from './grants.ts'
import { PasswordOnce } from './password-once.tsx'
import { PersonForm } from './person-form.tsx'
import { peopleQuery, rolesQuery } from './queries.ts'
import { NEW } from './search.ts'

type Asked = { what: 'close' | 'open' | 'reset'; person: PersonView } | null

export function PeopleTab({ edit }: { edit: string | undefined }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const found = useInfiniteQuery(peopleQuery)
  const [asked, setAsked] = useState<Asked>(null)
  const [told, setTold] = useState<WrittenPerson | null>(null)
  const people = found.data?.pages.flatMap(({ items }) => items) ?? []
  const edited = edit === NEW ? null : people.find(({ id }) => id === edit)
  const leaveForm = () => void navigate({ to: '/people', search: {} })
  if (found.isPending) return <Loading />
  if (found.error) return <ProblemNotice error={found.error} retry={() => void found.refetch()} />
  return (
    <>
      <PeopleTable people={people} onAsk={setAsked} />
      {found.hasNextPage ? (
        <p>
          <button type="button" className="btn" onClick={() => void found.fetchNextPage()}>
            {t('people.more')}
          </button>
        </p>
      ) : null}
      {edit !== undefined && edited !== undefined ? (
        <PersonForm person={edited} onWritten={setTold} onClose={leaveForm} />
      ) : null}
      <Question asked={asked} onTold={setTold} onClose={() => setAsked(null)} />
      {told?.password ? <PasswordOnce told={told} onClose={() => setTold(null)} /> : null}
    </>
  )
}

interface PeopleTableProps {
  people: readonly PersonView[]
  onAsk: (asked: Asked) => void
}

function PeopleTable({ people, onAsk }: PeopleTableProps) {
  const { t } = useWords()
  const mayManage = useMay('manage-people')
  const mayGuard = useMay('guard-sign-in')
  const roles = useQuery(rolesQuery).data?.items ?? []
  return (
    <table className="plain-table people-table">
      <caption className="unseen">{t('people.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('people.col.name')}</th>
          <th scope="col">{t('people.col.login')}</th>
          <th scope="col">{t('people.col.roles')}</th>
          <th scope="col">{t('people.col.state')}</th>
          {mayManage || mayGuard ? <th scope="col">{t('people.col.acts')}</th> : null}
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <PersonLine key={person.id} {...{ person, roles, mayManage, onAsk }} />
        ))}
      </tbody>
    </table>
  )
}

interface PersonLineProps {
  person: PersonView
  roles: readonly RoleView[]
  mayManage: boolean
  onAsk: (asked: Asked) => void
}

function PersonLine({ person, roles, mayManage, onAsk }: PersonLineProps) {
  const { t, say } = useWords()
  const isMe = useMe().person.id === person.id
  const mayGrant = useMay('grant-roles')
  const mayGuard = useMay('guard-sign-in')
  const roleName = (id: string) => {
    const words = roles.find((role) => role.id === id)?.name
    return words ? say(words) : id
  }
  return (
    <tr className={person.active ? undefined : 'closed'}>
      <th scope="row">
        {mayManage || mayGrant ? (
          <a className="row-link" href={`/people?edit=${person.id}`}>
            {person.name}
          </a>
        ) : (
          person.name
        )}{' '}
        {isMe ? <i className="mute">{t('people.me')}</i> : null}
      </th>
      <td>{person.login}</td>
      <td>
        {byOrganisation(person.memberships).map((group) => (
          <p key={group.id}>
            <span className="mute">{group.name}</span> {group.roles.map(roleName).join(' · ')}
          </p>
        ))}
      </td>
      <td>{t(person.active ? 'people.active' : 'people.closed')}</td>
      {mayGuard && !mayManage ? (
        <td className="row-acts">
          <SignInLink person={person} />
        </td>
      ) : null}
      {mayManage ? (
        <td className="row-acts">
          {mayGuard ? <SignInLink person={person} /> : null}
          {person.active ? (
            <>
              <Ask what="reset" {...{ person, onAsk }} />
              {isMe ? null : <Ask what="close" {...{ person, onAsk }} />}
            </>
          ) : (
            <Ask what="open" {...{ person, onAsk }} />
          )}
        </td>
      ) : null}
    </tr>
  )
}

function SignInLink({ person }: { person: PersonView }) {
  const { t } = useWords()
  return (
    <a className="btn plain" href={`/account?person=${person.id}`}>
      {t('people.signIn')}
      <span className="unseen"> {person.name}</span>
    </a>
  )
}

interface AskProps {
  what: 'close' | 'open' | 'reset'
  person: PersonView
  onAsk: (asked: Asked) => void
}

function Ask({ what, person, onAsk }: AskProps) {
  const { t } = useWords()
  return (
    <button type="button" className="btn plain" onClick={() => onAsk({ what, person })}>
      {t(`people.${what}`)}
      <span className="unseen"> {person.name}</span>
    </button>
  )
}

interface QuestionProps {
  asked: Asked
  onTold: (told: WrittenPerson) => void
  onClose: () => void
}

function Question({ asked, onTold, onClose }: QuestionProps) {
  const { t } = useWords()
  if (asked === null) return null
  const { what, person } = asked
  const path = `/people/${person.id}`
  const write =
    what === 'reset'
      ? { path: `${path}/reset-password` }
      : { path, method: 'PATCH' as const, body: { active: what === 'open' } }
  return (
    <Confirm<WrittenPerson>
      title={t(`people.${what}.title`, { name: person.name })}
      why={t(`people.${what}.why`)}
      ok={t(`people.${what}`)}
      write={write}
      onDone={(answer) => {
        if (what === 'reset') onTold(answer)
      }}
      onClose={onClose}
    />
  )
}
