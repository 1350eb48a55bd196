/** The organisations in which people hold their roles. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { OrganisationView } from '../../api/index.ts'
import { useMay } from '../../frame/index.ts'
import { Loading, ProblemNotice, UnknownWord } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { Confirm } from './confirm.tsx'
import { DivisionName } from './division.tsx'
import { OrganisationForm } from './organisation-form.tsx'
import { organisationsQuery } from './queries.ts'
import { NEW } from './search.ts'

export function OrganisationsTab({ edit }: { edit: string | undefined }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const found = useInfiniteQuery(organisationsQuery)
  const [asked, setAsked] = useState<OrganisationView | null>(null)
  const organisations = found.data?.pages.flatMap(({ items }) => items) ?? []
  const edited = edit === NEW ? null : organisations.find(({ id }) => id === edit)
  const leaveForm = () => void navigate({ to: '/people', search: { tab: 'organisations' } })
  if (found.isPending) return <Loading />
  if (found.error) return <ProblemNotice error={found.error} retry={() => void found.refetch()} />
  return (
    <>
      <OrganisationTable organisations={organisations} onAsk={setAsked} />
      {found.hasNextPage ? (
        <p>
          <button type="button" className="btn" onClick={() => void found.fetchNextPage()}>
            {t('people.more')}
          </button>
        </p>
      ) : null}
      {edit !== undefined && edited !== undefined ? (
        <OrganisationForm organisation={edited} onClose={leaveForm} />
      ) : null}
      {asked ? (
        <Confirm<OrganisationView>
          title={t(asked.active ? 'org.close.title' : 'people.open.title', { name: asked.name })}
          why={t(asked.active ? 'org.close.why' : 'org.open.why')}
          ok={t(asked.active ? 'people.close' : 'people.open')}
          write={{
            path: `/organisations/${asked.id}`,
            method: 'PATCH',
            body: { active: !asked.active },
          }}
          onDone={() => {}}
          onClose={() => setAsked(null)}
        />
      ) : null}
    </>
  )
}

interface OrganisationTableProps {
  organisations: readonly OrganisationView[]
  onAsk: (organisation: OrganisationView) => void
}

function OrganisationTable({ organisations, onAsk }: OrganisationTableProps) {
  const { t } = useWords()
  const mayManage = useMay('manage-organisations')
  return (
    <table className="plain-table people-table">
      <caption className="unseen">{t('people.tab.organisations')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('org.name')}</th>
          <th scope="col">{t('org.kind')}</th>
          <th scope="col">{t('org.home')}</th>
          <th scope="col">{t('org.code')}</th>
          <th scope="col">{t('people.col.state')}</th>
          {mayManage ? <th scope="col">{t('people.col.acts')}</th> : null}
        </tr>
      </thead>
      <tbody>
        {organisations.map((each) => (
          <tr key={each.id} className={each.active ? undefined : 'closed'}>
            <th scope="row">
              {mayManage ? (
                <a className="row-link" href={`/people?tab=organisations&edit=${each.id}`}>
                  {each.name}
                </a>
              ) : (
                each.name
              )}
            </th>
            <td>{t(`org.kind.${each.kind}`)}</td>
            <td>{each.home === null ? <UnknownWord /> : <DivisionName code={each.home} />}</td>
            <td>{each.creditCode ?? <UnknownWord />}</td>
            <td>{t(each.active ? 'people.active' : 'people.closed')}</td>
            {mayManage ? (
              <td className="row-acts">
                <button type="button" className="btn plain" onClick={() => onAsk(each)}>
                  {t(each.active ? 'people.close' : 'people.open')}
                  <span className="unseen"> {each.name}</span>
                </button>
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
