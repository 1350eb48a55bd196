/** What a round would ask, of whom, and how much need not be asked. */
import type { ReactNode } from 'react'
import type { CollectionPlan } from '../../api/index.ts'
import { useWords } from '../../words/index.ts'

export function PlanView({ plan, children }: { plan: CollectionPlan; children: ReactNode }) {
  const { t } = useWords()
  const { things, asked, missing, stale, twice, unassigned, saved, properties, recipients } = plan
  return (
    <section className="collection-plan" aria-label={t('collection.plan')}>
      <h2>{t('collection.plan.sum', { things, asked })}</h2>
      <p>
        {t('collection.plan.why', { missing, stale })}{' '}
        {twice === 0 ? null : <span className="late">{t('collection.plan.twice', { twice })}</span>}
      </p>
      <p>{t('collection.plan.saved', { ...saved })}</p>
      {asked > 0 || unassigned > 0 ? null : <p className="late">{t('collection.plan.nothing')}</p>}
      {unassigned === 0 ? null : (
        <p className="late">{t('collection.plan.unassigned', { unassigned })}</p>
      )}
      <div className="collection-compose-do">{children}</div>
      <PlannedProperties properties={properties} />
      {recipients.length === 0 ? null : <PlannedRecipients recipients={recipients} />}
    </section>
  )
}

function PlannedProperties({ properties }: Pick<CollectionPlan, 'properties'>) {
  const { t, say } = useWords()
  const isOpen = properties.some(({ unassigned }) => unassigned > 0)
  return (
    <table className="plain-table">
      <caption className="unseen">{t('collection.form.properties')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('collection.col.property')}</th>
          <th scope="col" className="num">
            {t('collection.meter.asked')}
          </th>
          <th scope="col" className="num">
            {t('collection.meter.spared')}
          </th>
          {isOpen ? (
            <th scope="col" className="num">
              {t('collection.col.nobody')}
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {properties.map((each) => (
          <tr key={each.id}>
            <th scope="row">{say(each.words)}</th>
            <td className="num">{each.asked}</td>
            <td className="num">{each.spared}</td>
            {isOpen ? (
              <td className={each.unassigned > 0 ? 'num late' : 'num'}>{each.unassigned}</td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function PlannedRecipients({ recipients }: Pick<CollectionPlan, 'recipients'>) {
  const { t } = useWords()
  return (
    <>
      <table className="plain-table">
        <caption className="unseen">{t('collection.view.recipients')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('collection.col.recipient')}</th>
            <th scope="col" className="num">
              {t('collection.col.things')}
            </th>
            <th scope="col" className="num">
              {t('collection.meter.asked')}
            </th>
          </tr>
        </thead>
        <tbody>
          {recipients.slice(0, SHOWN).map((each) => (
            <tr key={each.name}>
              <th scope="row">
                {each.name}{' '}
                {each.hasAccount ? null : (
                  <span className="mute">{t('collection.no.account')}</span>
                )}
              </th>
              <td className="num">{each.things}</td>
              <td className="num">{each.asked}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {recipients.length > SHOWN ? (
        <p className="mute">{t('collection.plan.more', { n: recipients.length - SHOWN })}</p>
      ) : null}
    </>
  )
}

/** Recipients that are named before there is a round; its page names all. */
const SHOWN = 12
