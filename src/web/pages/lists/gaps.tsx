/** 进不了清单的原因: how each condition came out over all candidates, and what is missing. */
import { useQuery } from '@tanstack/react-query'
import type { ListGaps } from '../../api/index.ts'
import { Loading, ProblemNotice } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { gapsQuery } from './queries.ts'

export function Gaps({ list, chain }: { list: string; chain: string }) {
  const { t, say } = useWords()
  const { data, error, isPending, refetch } = useQuery(gapsQuery(list, chain))
  if (isPending) return <Loading />
  if (error) return <ProblemNotice error={error} retry={() => void refetch()} />
  const { candidates, enter, undecided, conditions, things, named, fill } = data
  return (
    <section className="ruled gaps">
      <header>
        <h2>{t('lists.gaps')}</h2>
        <span className="mute">{t('lists.gaps.sum', { candidates, enter, undecided })}</span>
      </header>
      <p>
        {candidates === 0 ? t('lists.gaps.none') : null} {say(fill)}{' '}
        <a className="fig" href="/import">
          {t('tab.import')}
        </a>{' '}
        <a className="fig" href={`/chains/${chain}`}>
          {t('tab.chains')}
        </a>
      </p>
      <NamedWaiting named={named} />
      <ConditionTable conditions={conditions} />
      {things.length > 0 ? (
        <>
          <h3>{t('lists.gaps.things')}</h3>
          <ul className="gap-things">
            {things.map(({ thing, name, waits }) => (
              <li key={thing}>
                <a className="fig" href={`/things/${thing}`}>
                  {name.text}
                </a>{' '}
                <span className="mute">
                  {waits.map(({ words, reason }) => `${say(words)}：${say(reason)}`).join('；')}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}

/** Rows that the file of the list names and that are not in it, with what each waits for. */
function NamedWaiting({ named }: Pick<ListGaps, 'named'>) {
  const { t, say } = useWords()
  if (named.length === 0) return null
  return (
    <>
      <h3>{t('lists.named.waiting', { n: named.length })}</h3>
      <ul className="gap-things">
        {named.map(({ name, kind, why, reason, citation }) => (
          <li key={`${kind} ${name}`}>
            <b>{name}</b> {say(why)}
            <span className="mute">
              {' '}
              {say(reason)} {citation}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** How often each condition holds, fails or is not known. */
function ConditionTable({ conditions }: Pick<ListGaps, 'conditions'>) {
  const { t, say } = useWords()
  return (
    <table className="plain-table">
      <caption className="unseen">{t('lists.gaps')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('lists.gaps.condition')}</th>
          <th scope="col" className="num">
            {t('lists.outcome.holds')}
          </th>
          <th scope="col" className="num">
            {t('lists.outcome.fails')}
          </th>
          <th scope="col" className="num">
            {t('lists.outcome.unknown')}
          </th>
          <th scope="col">{t('lists.gaps.missing')}</th>
        </tr>
      </thead>
      <tbody>
        {conditions.map(({ words, rule, needed, holds, fails, unknown, missing }) => (
          <tr key={rule}>
            <th scope="row">
              {say(words)}{' '}
              {needed ? null : <span className="mute">{t('lists.why.notNeeded')}</span>}
            </th>
            <td className="num">{holds}</td>
            <td className="num">{fails}</td>
            <td className="num">{unknown}</td>
            <td>
              {missing
                .map((each) => t('lists.gaps.of', { what: say(each.words), n: each.things }))
                .join(t('lists.comma'))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
