/** The chains as a table: how much is known of each, how its stages are judged, how fresh it is. */
import type { ChainSummary, Figure, VerdictWord } from '../../api/index.ts'
import { DateText, FigureLink, SyntheticMark, Verdict } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'

const COUNTS = ['stages', 'firms', 'links', 'claims'] as const
const VERDICTS: readonly VerdictWord[] = ['strong', 'stable', 'weak', 'missing', 'unknown']

export function ChainTable({ chains }: { chains: readonly ChainSummary[] }) {
  const { t } = useWords()
  return (
    <table className="plain-table chain-table">
      <caption className="unseen">{t('overview.chains')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('overview.chain')}</th>
          {COUNTS.map((count) => (
            <th key={count} scope="col" className="num">
              {t(`overview.count.${count}`)}
            </th>
          ))}
          {VERDICTS.map((word) => (
            <th key={word} scope="col" className="num">
              <Verdict word={word} />
            </th>
          ))}
          <th scope="col" className="num">
            {t('overview.newest')}
          </th>
        </tr>
      </thead>
      <tbody>
        {chains.map((chain) => (
          <ChainLine key={chain.id} chain={chain} />
        ))}
      </tbody>
    </table>
  )
}

function ChainLine({ chain }: { chain: ChainSummary }) {
  const { nameOf } = useWords()
  return (
    <tr>
      <th scope="row">
        <a className="row-link" href={`/chains/${chain.id}`}>
          {nameOf(chain)}
        </a>{' '}
        {chain.synthetic ? <SyntheticMark /> : null}
      </th>
      {COUNTS.map((count) => (
        <td key={count} className="num">
          <Count figure={chain[count]} />
        </td>
      ))}
      {VERDICTS.map((word) => (
        <td key={word} className="num">
          <Count figure={chain.verdicts[word]} />
        </td>
      ))}
      <td className="num">
        <DateText of={chain.newest} />
      </td>
    </tr>
  )
}

/** A count in its column: the head of the column has said of what. */
function Count({ figure }: { figure: Figure }) {
  const isNone = figure.number === '0'
  return (
    <span className={isNone ? 'count-none' : undefined}>
      <FigureLink figure={figure}>{figure.number ?? figure.text}</FigureLink>
    </span>
  )
}
