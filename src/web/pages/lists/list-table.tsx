/** The rows of a list: how each differs, what it says, why it is here, what it rests on. */
import { useQuery } from '@tanstack/react-query'
import { type ListHead, type ListRow, type ListView, withQuery } from '../../api/index.ts'
import { DateText, FigureLink, SyntheticMark, UnknownWord } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { Cell } from './cells.tsx'
import { shownColumns } from './columns.ts'
import { whyQuery } from './queries.ts'
import type { ListNext, ListSearch } from './search.ts'
import { WhyPanel } from './why.tsx'

interface TableProps {
  view: ListView
  search: ListSearch
  chain: string
  mayChange: boolean
  onHand: (row: ListRow) => void
}

/** The address of a list in another state. */
export const listHref = (list: string, chain: string, search: ListNext): string =>
  withQuery(`/lists/${list}`, { ...search, chain })

export function ListTable({ view, search, chain, mayChange, onHand }: TableProps) {
  const { t, say } = useWords()
  const columns = shownColumns(view.list, search.columns)
  const hasChanges = view.compared !== null
  const shared = { view, columns, search, chain, hasChanges, mayChange, onHand }
  return (
    <table className="plain-table list-rows">
      <caption className="unseen">{say(view.list.words)}</caption>
      <thead>
        <tr>
          {hasChanges ? <th scope="col">{t('lists.col.change')}</th> : null}
          <th scope="col" className="num">
            {t('lists.col.order')}
          </th>
          <SortHead id="name" words={t('lists.col.thing')} {...{ view, search, chain }} />
          {columns.map(({ id, words, align }) => (
            <SortHead
              key={id}
              id={id}
              words={say(words)}
              align={align}
              {...{ view, search, chain }}
            />
          ))}
          <th scope="col">{t('lists.col.why')}</th>
          <SortHead id="sources" words={t('lists.col.evidence')} {...{ view, search, chain }} />
          <SortHead id="basis" words={t('lists.col.basis')} {...{ view, search, chain }} />
          <th scope="col">{t('lists.col.office')}</th>
        </tr>
      </thead>
      <tbody>
        <OpenElsewhere {...shared} />
        {view.rows.map((row) => (
          <RowWithWhy key={row.thing} row={row} {...shared} />
        ))}
      </tbody>
    </table>
  )
}

interface SharedProps extends TableProps {
  columns: ListHead['columns']
  hasChanges: boolean
}

/** The row that the address opens, where it stands on a page that was not read yet: it goes first. */
function OpenElsewhere(props: SharedProps) {
  const { view, search, chain } = props
  const { rows, next, version } = view
  const thing = search.row ?? ''
  const isElsewhere = next !== null && thing !== '' && rows.every((row) => row.thing !== thing)
  const why = whyQuery(view.list.id, chain, version?.number ?? 0, thing, view.compared)
  const { data } = useQuery({ ...why, enabled: isElsewhere })
  return isElsewhere && data?.row ? <RowWithWhy {...props} row={data.row} /> : null
}

function RowWithWhy({ row, mayChange, onHand, ...shared }: SharedProps & { row: ListRow }) {
  const { view, columns, search, chain, hasChanges } = shared
  const span = columns.length + 6 + (hasChanges ? 1 : 0)
  return (
    <>
      <Row {...{ row, columns, search, chain, hasChanges }} list={view.list.id} />
      {search.row === row.thing && view.version !== null ? (
        <tr className="opened">
          <td colSpan={span}>
            <WhyPanel {...{ row, view, chain, mayChange }} onHand={() => onHand(row)} />
          </td>
        </tr>
      ) : null}
    </>
  )
}

interface SortHeadProps {
  id: string
  words: string
  align?: 'start' | 'end'
  view: ListView
  search: ListSearch
  chain: string
}

function SortHead({ id, words, align = 'start', view, search, chain }: SortHeadProps) {
  const up = search.sort === id
  const down = search.sort === `-${id}`
  // From the top down, from the bottom up, then the list's own order again.
  const next = down ? id : up ? undefined : `-${id}`
  const { sort: _, ...others } = search
  const href = listHref(
    view.list.id,
    chain,
    next === undefined ? others : { ...others, sort: next },
  )
  return (
    <th
      scope="col"
      className={align === 'end' ? 'num' : undefined}
      aria-sort={up ? 'ascending' : down ? 'descending' : undefined}
    >
      <a className="sort" href={href}>
        {words}
        {up ? ' ↑' : down ? ' ↓' : ''}
      </a>
    </th>
  )
}

interface RowProps {
  row: ListRow
  columns: ListHead['columns']
  search: ListSearch
  chain: string
  list: string
  hasChanges: boolean
}

export const CHANGE_SIGNS = { added: '＋', changed: '～', removed: '－', same: '＝' } as const

function Row({ row, columns, search, chain, list, hasChanges }: RowProps) {
  const { t } = useWords()
  const isOpen = search.row === row.thing
  const { row: _, ...closed } = search
  const href = listHref(list, chain, isOpen ? closed : { ...search, row: row.thing })
  return (
    <tr className={row.place === null ? 'gone' : undefined} aria-selected={isOpen}>
      {hasChanges ? (
        <td className="nb">
          {row.change === null ? null : (
            <span className={`change ${row.change}`}>
              {CHANGE_SIGNS[row.change]} {t(`lists.change.${row.change}`)}
            </span>
          )}
        </td>
      ) : null}
      <td className="num">{row.place}</td>
      <th scope="row">
        <a className="row-link" href={href} aria-expanded={isOpen}>
          {row.name.text}
        </a>{' '}
        {row.synthetic ? <SyntheticMark /> : null}
        {row.pack ? <span className="by-hand">{t('lists.named')}</span> : null}
        {row.curation ? (
          <span className="by-hand">{t(`lists.hand.${row.curation.act}`)}</span>
        ) : null}
      </th>
      {columns.map(({ id, align }) => (
        <td key={id} className={align === 'end' ? 'num' : undefined}>
          <Cell cell={row.cells.find(({ column }) => column === id)} />
        </td>
      ))}
      <td className="reasons">
        <Reasons row={row} />
      </td>
      <td className="nb">
        <i className={`ev${row.sources > 1 ? ' two' : ''}`} /> {row.sources}
      </td>
      <td className={row.stale ? 'stale nb' : 'nb'}>
        <DateText of={row.basis} />
        {row.stale ? ` ${t('lists.stale')}` : ''}
        {row.fallen > 0 ? (
          <span className="late"> {t('lists.fallen', { n: row.fallen })}</span>
        ) : null}
      </td>
      <td>{row.office === null ? <UnknownWord /> : <FigureLink figure={row.office} />}</td>
    </tr>
  )
}

function Reasons({ row }: { row: ListRow }) {
  const { t, say } = useWords()
  if (row.curation) return row.curation.reason
  if (row.change === 'removed' && row.place === null) return t('lists.noLonger')
  const named = row.pack ? [row.pack.reason] : []
  return [...named, ...row.reasons].map(say).join(t('lists.comma'))
}
