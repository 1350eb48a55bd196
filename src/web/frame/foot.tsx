/** The line at the foot: how durable the store is, said aloud, and where the keys are listed. */
import { useWords } from '../words/index.ts'
import { useMe } from './me.ts'

export function Foot() {
  const { t } = useWords()
  const me = useMe()
  return (
    <footer className="foot no-print">
      <span title={t(`frame.durability.${me.durability}`)}>
        {t(`frame.durability.short.${me.durability}`)}
        <span className="unseen">{t(`frame.durability.${me.durability}`)}</span>
      </span>
      <span>{me.tenant.name}</span>
      {Object.values(me.safeguards).every(Boolean) ? null : (
        <a href="/account">{t('account.lax')}</a>
      )}
      {me.person.passwordTemporary ? <span>{t('password.temporary')}</span> : null}
      {me.sample ? <span>{t('frame.sample.note')}</span> : null}
    </footer>
  )
}
