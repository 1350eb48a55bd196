/** 登录与二次验证: where one is signed in, what else proves it, and how well the doors are shut. */
import { useSearch } from '@tanstack/react-router'
import { useMay, useMe, useTitle } from '../../frame/index.ts'
import { PageKeys, useRowKeys } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import './account.css'
import { Factors } from './factors.tsx'
import { OtherPerson } from './other-person.tsx'
import { SafeguardsPart } from './safeguards.tsx'
import { OwnSessionsPart } from './sessions.tsx'

export function AccountPage() {
  const { t, language } = useWords()
  const { person } = useSearch({ from: '/signed-in/account' })
  const { mustEnrol } = useMe()
  const mayGuard = useMay('guard-sign-in')
  useTitle(t('account.title'), language)
  useRowKeys()
  return (
    <main className="page account">
      <header className="page-head">
        <h1>{t('account.title')}</h1>
        <span className="acts">
          <PageKeys />
        </span>
      </header>
      {mustEnrol ? (
        <p className="account-must" role="status">
          {t('account.must')}
        </p>
      ) : null}
      {person !== undefined && mayGuard ? <OtherPerson key={person} person={person} /> : null}
      <Factors />
      <OwnSessionsPart />
      {mustEnrol ? null : <SafeguardsPart />}
    </main>
  )
}
