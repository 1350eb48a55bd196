/** Above a list: its versions, columns and filters, and how it differs from the version before. */
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import type { ListView } from '../../api/index.ts'
import { SearchField } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { shownColumns } from './columns.ts'
import { CHANGE_SIGNS, listHref } from './list-table.tsx'
import { countsQuery, versionsQuery } from './queries.ts'
import type { ListNext, ListSearch } from './search.ts'

interface BarProps {
  view: ListView
  chain: string
  search: ListSearch
  mayChange: boolean
  go: (next: ListNext) => void
  onAdd: () => void
}

export function ListBar({ view, chain, search, mayChange, go, onAdd }: BarProps) {
  const { t, say } = useWords()
  const { list, version } = view
  const versions = useQuery({ ...versionsQuery(list.id, chain), enabled: version !== null })
  if (version === null) return null
  const shown = shownColumns(list, search.columns).map(({ id }) => id)
  return (
    <div className="list-bar no-print">
      <SearchField
        value={search.q ?? ''}
        label={t('lists.find')}
        onChange={(q) => go({ ...search, q })}
      />
      <Select
        aria-label={t('lists.versions')}
        value={version.number}
        onChange={(number) => go({ ...search, number: String(number), row: undefined })}
        options={(versions.data?.items ?? [version]).map(({ number, state }) => ({
          value: number,
          label: `${t('lists.version', { n: number })} ${t(`lists.state.${state}`)}`,
        }))}
      />
      <Select
        mode="multiple"
        maxTagCount={0}
        maxTagPlaceholder={t('lists.columns', { n: shown.length, of: list.columns.length })}
        aria-label={t('lists.columns.choose')}
        value={shown}
        onChange={(ids) => go({ ...search, columns: ids.length === 0 ? undefined : ids.join(',') })}
        options={list.columns.map(({ id, words }) => ({ value: id, label: say(words) }))}
      />
      <a
        className="btn"
        aria-current={search.show === 'gaps' ? 'true' : undefined}
        href={listHref(list.id, chain, {
          ...search,
          show: search.show === 'gaps' ? undefined : 'gaps',
        })}
      >
        {t('lists.gaps')}
      </a>
      {mayChange ? (
        <button type="button" className="btn" onClick={onAdd}>
          {t('lists.hand.addRow')}
        </button>
      ) : null}
      <Difference {...{ view, chain, search }} />
    </div>
  )
}

const CHANGES = ['added', 'changed', 'removed', 'same'] as const

function Difference({ view, chain, search }: Pick<BarProps, 'view' | 'chain' | 'search'>) {
  const { t } = useWords()
  const { compared, list } = view
  const { data } = useQuery(countsQuery(view, chain))
  if (compared === null) return <span className="diff mute">{t('lists.firstVersion')}</span>
  const only = search.only === 'changes'
  const href = listHref(list.id, chain, { ...search, only: only ? undefined : 'changes' })
  return (
    <span className="diff">
      <span>{t('lists.compared', { n: compared })}</span>
      {data === undefined
        ? null
        : CHANGES.map((change) => (
            <span key={change} className={`change ${change}`}>
              {CHANGE_SIGNS[change]} {t(`lists.change.${change}`)} {data.changes[change]}
            </span>
          ))}
      <a className="btn" href={href} aria-current={only ? 'true' : undefined}>
        {t('lists.onlyChanges')}
      </a>
    </span>
  )
}
