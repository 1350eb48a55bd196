/** 为何在此: each condition of the rule with the values it looked at and the sentences behind them. */
import { useQuery } from '@tanstack/react-query'
import type { ListHead, ListRow, ListView, ListWhy } from '../../api/index.ts'
import { FigureLink, Loading, ProblemNotice, UnknownWord } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { figureText } from './cells.tsx'
import { whyQuery } from './queries.ts'

interface WhyProps {
  row: ListRow
  view: ListView
  chain: string
  mayChange: boolean
  onHand: () => void
}

export function WhyPanel({ row, view, chain, mayChange, onHand }: WhyProps) {
  const { t, say } = useWords()
  const { list, version, compared } = view
  const why = whyQuery(list.id, chain, version?.number ?? 0, row.thing, compared)
  const { data, error, isPending, refetch } = useQuery(why)
  if (isPending) return <Loading />
  if (error) return <ProblemNotice error={error} retry={() => void refetch()} />
  return (
    <div className="why">
      <section>
        <h3>{t('lists.why.rule', { list: say(list.words) })}</h3>
        <ol>
          {data.conditions.map((condition) => (
            <Condition key={condition.rule} condition={condition} />
          ))}
        </ol>
      </section>
      <section>
        <h3>{t('lists.why.leaves')}</h3>
        <p>{say(data.leaves)}</p>
        <Changed row={row} list={list} />
        {row.pack ? (
          <>
            <h3>{t('lists.named.why', { version: row.pack.version })}</h3>
            <p>
              {say(row.pack.reason)} <span className="mute">{row.pack.citation}</span>
            </p>
          </>
        ) : null}
        {row.curation ? (
          <>
            <h3>{t(`lists.hand.${row.curation.act}.why`)}</h3>
            <p>
              {row.curation.reason}{' '}
              {data.curatedBy ? (
                <FigureLink figure={data.curatedBy.figure}>{t('lists.why.ground')}</FigureLink>
              ) : null}
            </p>
          </>
        ) : null}
        <p className="acts">
          <a className="btn" href={`/things/${row.thing}`}>
            {t('lists.why.open')}
          </a>
          <FigureLink figure={row.name}>{t('lists.why.name')}</FigureLink>
          {mayChange ? (
            <button type="button" className="btn" onClick={onHand}>
              {t(row.curation ? 'lists.hand.undo' : 'lists.hand.takeOut')}
            </button>
          ) : null}
        </p>
      </section>
    </div>
  )
}

const OUTCOMES = { holds: '✓', fails: '✗', unknown: '' } as const

function Condition({ condition }: { condition: ListWhy['conditions'][number] }) {
  const { t, say, language } = useWords()
  const { words, needed, outcome, reason, actual, claims } = condition
  return (
    <li>
      <span className={`outcome ${outcome}`}>
        {outcome === 'unknown' ? <i className="v unknown" /> : OUTCOMES[outcome]}
        <span className="unseen">{t(`lists.outcome.${outcome}`)}</span>
      </span>
      <span>
        {say(words)} {needed ? null : <span className="mute">{t('lists.why.notNeeded')}</span>}
        {quoted(claims).map((claim) => (
          <q key={claim.id} className="quote">
            <FigureLink figure={claim.figure} wrap>
              {claim.quote === '' ? claim.figure.text : claim.quote}
            </FigureLink>
            <span className="mute"> {claim.source.title}</span>
          </q>
        ))}
      </span>
      <span className="actual">
        {actual.length > 0 ? (
          <>
            {t('lists.why.actual')}{' '}
            {actual.slice(0, QUOTES_MAX).map((figure) => (
              <FigureLink key={figure.id} figure={figure}>
                {figureText(figure, language)}
              </FigureLink>
            ))}
          </>
        ) : outcome === 'unknown' ? (
          <UnknownWord />
        ) : null}
        {reason ? <span className="mute"> {say(reason)}</span> : null}
      </span>
    </li>
  )
}

/** Whoever wants more opens the thing. */
const QUOTES_MAX = 4

/** Several claims are read from one sentence, which is shown once. */
function quoted(claims: ListWhy['conditions'][number]['claims']) {
  const sentences = new Map(claims.map((claim) => [`${claim.source.id} ${claim.quote}`, claim]))
  return [...sentences.values()].slice(0, QUOTES_MAX)
}

/** What became of the row since the version that it is compared with. */
function Changed({ row, list }: { row: ListRow; list: ListHead }) {
  const { t, say } = useWords()
  if (row.changes.length === 0) return null
  return (
    <>
      <h3>{t('lists.why.changed')}</h3>
      <ul>
        {row.changes.map(({ column, before, after }) => {
          const head = list.columns.find(({ id }) => id === column)
          const words = column === '.pack' ? t('lists.named') : column
          return (
            <li key={column} className="cell-change">
              {head ? say(head.words) : words}：<s>{before ?? t('unknown')}</s> →{' '}
              {after ?? t('unknown')}
            </li>
          )
        })}
      </ul>
    </>
  )
}
