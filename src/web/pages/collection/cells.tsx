/** Every cell that is asked: why, of whom, what stands, what was answered. */
import { useInfiniteQuery } from '@tanstack/react-query'
import {
  type CollectionCell,
  type CollectionView,
  type Figure,
  withQuery,
} from '../../api/index.ts'
import { useMay } from '../../frame/index.ts'
import { FigureLink, Loading, ProblemNotice, useClaimValue } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { cellsQuery } from './queries.ts'

interface CellsProps {
  round: CollectionView
  /** Ordinal of the recipient whose cells are shown; all where it is left out. */
  of: string | undefined
}

export function Cells({ round, of }: CellsProps) {
  const { t } = useWords()
  const found = useInfiniteQuery(cellsQuery(round.id, { recipient: of }))
  const cells = found.data?.pages.flatMap(({ items }) => items) ?? []
  const total = found.data?.pages[0]?.total ?? 0
  const nameOf = (ordinal: number): string =>
    round.recipients.find((each) => each.ordinal === ordinal)?.name ?? ''
  if (found.isPending) return <Loading />
  if (found.error) {
    return <ProblemNotice error={found.error} retry={() => void found.refetch()} />
  }
  return (
    <section className="collection-cells">
      <p className="mute">
        {t('collection.cells.sum', { shown: cells.length, total })}{' '}
        {of === undefined ? null : (
          <a className="fig" href={withQuery(`/collection/${round.id}`, { view: 'cells' })}>
            {t('collection.cells.all')}
          </a>
        )}
      </p>
      <table className="plain-table">
        <caption className="unseen">{t('collection.view.cells')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('collection.col.thing')}</th>
            <th scope="col">{t('collection.col.property')}</th>
            <th scope="col">{t('collection.col.why')}</th>
            <th scope="col">{t('collection.col.before')}</th>
            <th scope="col">{t('collection.col.after')}</th>
            <th scope="col">{t('collection.col.state')}</th>
            <th scope="col">{t('collection.col.recipient')}</th>
          </tr>
        </thead>
        <tbody>
          {cells.map((cell) => (
            <CellRow
              key={`${cell.thing.id} ${cell.property}`}
              cell={cell}
              recipient={nameOf(cell.recipient)}
            />
          ))}
        </tbody>
      </table>
      {found.hasNextPage ? (
        <button type="button" className="btn" onClick={() => void found.fetchNextPage()}>
          {t('collection.more')}
        </button>
      ) : null}
    </section>
  )
}

function CellRow({ cell, recipient }: { cell: CollectionCell; recipient: string }) {
  const { t, say } = useWords()
  return (
    <tr>
      <th scope="row">
        <a className="row-link" href={`/things/${cell.thing.id}`}>
          {cell.thing.name}
        </a>
      </th>
      <td>{say(cell.words)}</td>
      <td>
        {t(`collection.why.${cell.why}`)}
        {cell.again === null ? null : (
          <span className="late"> {t('collection.again', { why: cell.again })}</span>
        )}
      </td>
      <td>
        {cell.before === null ? null : <CellValue property={cell.property} figure={cell.before} />}
      </td>
      <td>
        {cell.answer === null ? null : <CellValue property={cell.property} figure={cell.answer} />}
      </td>
      <td>
        <span className={`cell-state ${cell.state}`}>{t(`collection.cell.${cell.state}`)}</span>
      </td>
      <td className="mute">{recipient}</td>
    </tr>
  )
}

/** A value with the way to its cell; those who answer see their own words, which lead nowhere else. */
export function CellValue({ property, figure }: { property: string; figure: Figure }) {
  const wordsOf = useClaimValue()
  const may = useMay('read-internal')
  const words = wordsOf({ property, object: null, figure })
  return may ? (
    <FigureLink figure={figure} wrap>
      {words}
    </FigureLink>
  ) : (
    words
  )
}
