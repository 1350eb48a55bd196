/** An installation that knows nothing yet: what to do first, in order. */
import { useMe } from '../../frame/index.ts'
import { useWords } from '../../words/index.ts'
import { SeatForm, useSeatIsMissing } from '../people/index.ts'

const STEPS = [
  { step: 'import', href: '/import', permission: 'import-table' },
  { step: 'chain', href: '/chains', permission: 'edit-chain' },
  { step: 'lists', href: '/lists', permission: 'manage-lists' },
  { step: 'people', href: '/people', permission: 'manage-people' },
] as const

export function FirstSteps() {
  const { t } = useWords()
  const { permissions } = useMe()
  const isSeatMissing = useSeatIsMissing()
  const open = STEPS.filter(({ permission }) => permissions.includes(permission))
  return (
    <section className="first-steps">
      <h2>{t('overview.first')}</h2>
      <p>{t('overview.first.why')}</p>
      {open.length === 0 ? <p className="mute">{t('overview.first.others')}</p> : null}
      <ol>
        {isSeatMissing ? (
          <li>
            <h3>{t('overview.first.seat')}</h3>
            <p>{t('overview.first.seat.why')}</p>
            <SeatForm />
          </li>
        ) : null}
        {STEPS.map(({ step, href, permission }) => (
          <li key={step}>
            <h3>{t(`overview.first.${step}`)}</h3>
            <p>{t(`overview.first.${step}.why`)}</p>
            {permissions.includes(permission) ? (
              <a className={permission === open[0]?.permission ? 'btn do' : 'btn'} href={href}>
                {t(`overview.first.${step}.act`)}
              </a>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  )
}
