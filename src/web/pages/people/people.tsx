/** 用户: people, organisations, roles and the way of confirming, each under its own tab. */
import { useSearch } from '@tanstack/react-router'
import { withQuery } from '../../api/index.ts'
import { useMay, useTitle } from '../../frame/index.ts'
import { PageKeys, useRowKeys } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { DeskTab } from './desk-tab.tsx'
import { OrganisationsTab } from './organisations-tab.tsx'
import './people.css'
import { PeopleTab } from './people-tab.tsx'
import { RolesTab } from './roles-tab.tsx'
import { NEW, PEOPLE_TABS } from './search.ts'

export function PeoplePage() {
  const { t, language } = useWords()
  const { tab = 'people', edit } = useSearch({ from: '/signed-in/people' })
  const mayAdd = {
    people: useMay('manage-people'),
    organisations: useMay('manage-organisations'),
    roles: false,
    desk: false,
  }
  const mayGrant = useMay('grant-roles')
  useTitle(t('people.title'), language)
  useRowKeys()
  return (
    <main className="page people">
      <header className="page-head">
        <h1>{t('people.title')}</h1>
        <nav className="choice no-print" aria-label={t('people.tabs')}>
          {PEOPLE_TABS.map((each) => (
            <a key={each} href={tabHref(each)} aria-current={each === tab ? 'page' : undefined}>
              {t(`people.tab.${each}`)}
            </a>
          ))}
        </nav>
        <span className="acts">
          {mayAdd[tab] ? (
            <a
              className="btn do"
              href={withQuery('/people', { tab: tab === 'people' ? undefined : tab, edit: NEW })}
            >
              {t(tab === 'people' ? 'people.add' : 'org.add')}
            </a>
          ) : null}
          <PageKeys />
        </span>
      </header>
      {tab === 'people' ? <PeopleTab edit={mayAdd.people || mayGrant ? edit : undefined} /> : null}
      {tab === 'organisations' ? (
        <OrganisationsTab edit={mayAdd.organisations ? edit : undefined} />
      ) : null}
      {tab === 'roles' ? <RolesTab /> : null}
      {tab === 'desk' ? <DeskTab /> : null}
    </main>
  )
}

function tabHref(tab: (typeof PEOPLE_TABS)[number]): string {
  return withQuery('/people', { tab: tab === 'people' ? undefined : tab })
}
