/** The rows of what was asked for. */
import type { CoverageRow } from '../../api/index.ts'
import { useWords, type WordKey } from '../../words/index.ts'
import { screenHref, stateOf } from './rows.ts'

const PLACES = ['screen', 'command', 'pack', 'test'] as const

export function CoverageTable({ rows }: { rows: readonly CoverageRow[] }) {
  const { t } = useWords()
  return (
    <table className="plain-table coverage-table">
      <caption className="unseen">{t('coverage.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('coverage.col.id')}</th>
          <th scope="col">{t('coverage.part')}</th>
          <th scope="col">{t('coverage.col.name')}</th>
          <th scope="col">{t('coverage.col.state')}</th>
          <th scope="col">{t('coverage.col.where')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <CoverageLine key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  )
}

function CoverageLine({ row }: { row: CoverageRow }) {
  const { t, say } = useWords()
  const state = stateOf(row)
  return (
    <tr>
      <td className="row-id">{row.id}</td>
      <td className="mute">{say(row.part)}</td>
      <th scope="row">{say(row.name)}</th>
      <td>
        <i className={`coverage-state ${state}`}>{t(`coverage.state.${state}`)}</i>
      </td>
      <td>
        <dl className="places">
          {PLACES.filter((place) => row[place] !== null).map((place) => (
            <div key={place}>
              <dt>{t(`coverage.${place}`)}</dt>
              <dd>{place === 'screen' ? <Screen screen={row.screen} /> : row[place]}</dd>
            </div>
          ))}
        </dl>
        {row.absentBecause ? <span className="mute">{say(row.absentBecause)}</span> : null}
      </td>
    </tr>
  )
}

const SCREENS: Record<string, WordKey> = {
  '/': 'tab.overview',
  '/chains': 'tab.chains',
  '/lists': 'tab.lists',
  '/sources': 'tab.sources',
  '/import': 'tab.import',
  '/jobs': 'tab.jobs',
  '/firms': 'tab.firms',
  '/people': 'tab.people',
  '/coverage': 'tab.coverage',
}

function Screen({ screen }: { screen: string | null }) {
  const { t } = useWords()
  const href = screenHref(screen)
  const name = SCREENS[href ?? '']
  if (href === null) return screen
  return (
    <a className="fig row-link" href={href}>
      {name === undefined ? screen : t(name)}
    </a>
  )
}
