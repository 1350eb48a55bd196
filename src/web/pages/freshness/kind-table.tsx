/** Kinds of facts by the role that keeps them: how many there are, how many are stale, how old. */
import { useQuery } from '@tanstack/react-query'
import { type FreshnessOfKind, vocabularyQuery, withQuery } from '../../api/index.ts'
import { useMay } from '../../frame/index.ts'
import { DateText, EmptyState } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'

/** Whom a round asks unless told otherwise: of other things their facts are asked for on its page. */
const ASKED = 'firm'

export function KindTable({ kinds }: { kinds: readonly FreshnessOfKind[] }) {
  const { t, say } = useWords()
  const held = kinds.filter(({ facts }) => facts > 0)
  const owners = [...new Set(held.map(({ owner }) => owner))]
  if (held.length === 0) {
    return (
      <EmptyState title={t('freshness.empty')} why={t('freshness.empty.why')}>
        <a className="btn do" href="/import">
          {t('freshness.empty.act')}
        </a>
      </EmptyState>
    )
  }
  return (
    <table className="plain-table freshness-kinds">
      <caption className="unseen">{t('freshness.view.kinds')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('freshness.col.kind')}</th>
          <th scope="col" className="num">
            {t('freshness.col.age')}
          </th>
          <th scope="col" className="num">
            {t('freshness.col.facts')}
          </th>
          <th scope="col" className="num">
            {t('freshness.col.stale')}
          </th>
          <th scope="col" className="num">
            {t('freshness.col.undated')}
          </th>
          <th scope="col">{t('freshness.col.oldest')}</th>
          <th scope="col">
            <span className="unseen">{t('freshness.ask')}</span>
          </th>
        </tr>
      </thead>
      {owners.map((owner) => {
        const own = held.filter((kind) => kind.owner === owner)
        const stale = own.reduce((sum, kind) => sum + kind.stale, 0)
        const [first] = own
        return (
          <tbody key={owner}>
            <tr className="freshness-owner">
              <th scope="rowgroup" colSpan={7}>
                {first === undefined ? owner : say(first.ownerWords)}{' '}
                {stale === 0 ? (
                  <span className="mute">{t('freshness.owner.fresh')}</span>
                ) : (
                  <a className="fig" href={withQuery('/freshness', { view: 'stale', owner })}>
                    {t('freshness.owner.stale', { n: stale })}
                  </a>
                )}
              </th>
            </tr>
            {own.map((kind) => (
              <KindRow key={kind.property} kind={kind} />
            ))}
          </tbody>
        )
      })}
    </table>
  )
}

function KindRow({ kind }: { kind: FreshnessOfKind }) {
  const { t, say } = useWords()
  const mayAsk = useMay('collect-data')
  const asked = useQuery(vocabularyQuery).data?.kinds.find(({ id }) => id === ASKED)?.properties
  const href = withQuery('/freshness', { view: 'stale', property: kind.property })
  return (
    <tr>
      <th scope="row">
        {kind.stale === 0 ? (
          say(kind.words)
        ) : (
          <a className="row-link" href={href}>
            {say(kind.words)}
          </a>
        )}
      </th>
      <td className="num">{t('freshness.months', { n: kind.maximumAgeMonths })}</td>
      <td className="num">{kind.facts}</td>
      <td className="num">{kind.stale}</td>
      <td className="num">{kind.undated}</td>
      <td>{kind.oldest === null ? null : <DateText of={kind.oldest} />}</td>
      <td>
        {mayAsk && kind.stale > 0 && asked?.includes(kind.property) ? (
          <a className="fig" href={withQuery('/collection/new', { properties: kind.property })}>
            {t('freshness.ask')}
          </a>
        ) : null}
      </td>
    </tr>
  )
}
