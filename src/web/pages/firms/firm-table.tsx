/** Firms as a table where more than their names is known of them here, else as a directory. */
import type { FirmRow } from '../../api/index.ts'
import { FigureLink, SyntheticMark } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'

/** A column that is empty in every row says nothing. */
export function hasMoreThanNames(firms: readonly FirmRow[]): boolean {
  return firms.some(({ alias, detail }) => alias !== null || detail !== null)
}

export function FirmTable({ firms }: { firms: readonly FirmRow[] }) {
  const { t } = useWords()
  return (
    <table className="plain-table">
      <caption className="unseen">{t('firms.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('firms.col.name')}</th>
          <th scope="col">{t('firms.col.alias')}</th>
          <th scope="col">{t('firms.col.detail')}</th>
          <th scope="col">{t('firms.col.ground')}</th>
        </tr>
      </thead>
      <tbody>
        {firms.map((firm) => (
          <tr key={firm.id}>
            <th scope="row">
              <FirmName firm={firm} />
            </th>
            <td>{firm.alias}</td>
            <td>{firm.detail}</td>
            <td>
              <FigureLink figure={firm.figure}>{t('firms.ground')}</FigureLink>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function FirmDirectory({ firms }: { firms: readonly FirmRow[] }) {
  const { t } = useWords()
  return (
    <ul className="firm-directory">
      {firms.map((firm) => (
        <li key={firm.id}>
          <FirmName firm={firm} />
          <FigureLink figure={firm.figure}>{t('firms.ground')}</FigureLink>
        </li>
      ))}
    </ul>
  )
}

function FirmName({ firm }: { firm: FirmRow }) {
  return (
    <span className="firm-name">
      <a className="row-link" href={`/firms/${firm.id}`} title={firm.name}>
        {firm.name}
      </a>{' '}
      {firm.synthetic ? <SyntheticMark /> : null}
    </span>
  )
}
