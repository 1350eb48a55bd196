/** Facts older than their kind may be, the oldest first; each value opens its source. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { type FreshnessOfKind, type StaleFact, withQuery } from '../../api/index.ts'
import {
  DateText,
  FigureLink,
  Loading,
  ProblemNotice,
  SyntheticMark,
  useClaimValue,
} from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { staleQuery } from './queries.ts'
import { Recheck } from './recheck.tsx'
import type { FreshnessSearch } from './search.ts'

interface StaleFactsProps {
  kinds: readonly FreshnessOfKind[]
  search: FreshnessSearch
}

export function StaleFacts({ kinds, search }: StaleFactsProps) {
  const { t } = useWords()
  const found = useInfiniteQuery(staleQuery(search))
  const facts = found.data?.pages.flatMap(({ items }) => items) ?? []
  const total = found.data?.pages[0]?.total ?? 0
  return (
    <>
      <Chosen kinds={kinds} search={search} shown={facts.length} total={total} />
      {found.isPending ? <Loading /> : null}
      {found.error ? (
        <ProblemNotice error={found.error} retry={() => void found.refetch()} />
      ) : null}
      {found.data && facts.length === 0 ? <p>{t('freshness.stale.none')}</p> : null}
      {facts.length === 0 ? null : <FactTable facts={facts} />}
      {found.hasNextPage ? (
        <p>
          <button type="button" className="btn" onClick={() => void found.fetchNextPage()}>
            {t('freshness.more')}
          </button>
        </p>
      ) : null}
    </>
  )
}

/** What the list is narrowed to, and the way back to all. */
function Chosen({
  kinds,
  search,
  shown,
  total,
}: StaleFactsProps & { shown: number; total: number }) {
  const { t, say } = useWords()
  const { owner, property } = search
  const kind = kinds.find((each) => each.property === property)
  const kept = kinds.find((each) => each.owner === owner)
  const of = [kept ? say(kept.ownerWords) : owner, kind ? say(kind.words) : property]
  const names = of.filter((each) => each !== undefined)
  return (
    <p className="mute" role="status">
      {names.length > 0 ? `${names.join(' · ')} · ` : ''}
      {t('freshness.shown', { shown, total })}{' '}
      {names.length > 0 ? (
        <a className="fig" href={withQuery('/freshness', { view: 'stale' })}>
          {t('freshness.clear')}
        </a>
      ) : null}
    </p>
  )
}

function FactTable({ facts }: { facts: readonly StaleFact[] }) {
  const { t, say } = useWords()
  const wordsOf = useClaimValue()
  return (
    <table className="plain-table">
      <caption className="unseen">{t('freshness.view.stale')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('freshness.col.thing')}</th>
          <th scope="col">{t('freshness.col.kind')}</th>
          <th scope="col">{t('freshness.col.value')}</th>
          <th scope="col">{t('freshness.col.since')}</th>
          <th scope="col">{t('freshness.col.due')}</th>
          <th scope="col">{t('freshness.col.owner')}</th>
          <th scope="col">{t('freshness.col.source')}</th>
          <th scope="col">
            <span className="unseen">{t('freshness.recheck')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {facts.map((fact) => (
          <tr key={fact.claim}>
            <th scope="row">
              <a className="row-link" href={`/things/${fact.subject.id}`}>
                {fact.subject.name}
              </a>{' '}
              {fact.figure.synthetic ? <SyntheticMark /> : null}
            </th>
            <td>{say(fact.words)}</td>
            <td>
              <FigureLink figure={fact.figure} wrap>
                {wordsOf({ property: fact.property, object: null, figure: fact.figure })}
              </FigureLink>
            </td>
            <td>
              <DateText of={fact.since} />
            </td>
            <td>
              <DateText of={fact.due} />
            </td>
            <td>{say(fact.ownerWords)}</td>
            <td>
              <a href={`/sources/${fact.source.id}`}>{fact.source.title}</a>
            </td>
            <td>
              <Recheck fact={fact} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
