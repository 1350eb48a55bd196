/** An installation that knows nothing yet: what to do first, in order. */
import { useMay } from '../../frame/index.ts'
import { useWords } from '../../words/index.ts'

const STEPS = [
  { step: 1, href: '/import', permission: 'import-table' },
  { step: 2, href: '/chains', permission: 'edit-chain' },
  { step: 3, href: '/people', permission: 'manage-people' },
] as const

export function FirstSteps() {
  const { t } = useWords()
  const may = {
    'import-table': useMay('import-table'),
    'edit-chain': useMay('edit-chain'),
    'manage-people': useMay('manage-people'),
  }
  const open = STEPS.filter(({ permission }) => may[permission])
  return (
    <section className="first-steps">
      <h2>{t('overview.first')}</h2>
      <p>{t('overview.first.why')}</p>
      {open.length === 0 ? <p className="mute">{t('overview.first.others')}</p> : null}
      <ol>
        {STEPS.map(({ step, href, permission }) => (
          <li key={step}>
            <h3>{t(`overview.first.${step}`)}</h3>
            <p>{t(`overview.first.${step}.why`)}</p>
            {may[permission] ? (
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
