/** Firms and products that hang on a stage; each row leads to the claim that put it there. */
import type { StageDetail } from '../../../api/index.ts'
import { FigureLink } from '../../../parts/index.ts'
import { useWords } from '../../../words/index.ts'

export function Firms({ detail: { firms } }: { detail: StageDetail }) {
  const { t } = useWords()
  const hasShares = firms.items.some(({ share }) => share !== null)
  if (firms.items.length === 0) return <p className="mute">{t('drawer.noFirms')}</p>
  return (
    <>
      <table className="facts members">
        <caption className="unseen">{t('drawer.firms')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('drawer.firm')}</th>
            <th scope="col">{t('drawer.region')}</th>
            {hasShares ? (
              <th scope="col" className="num">
                {t('drawer.share')}
              </th>
            ) : null}
            <th scope="col">{t('drawer.evidence')}</th>
          </tr>
        </thead>
        <tbody>
          {firms.items.map((firm) => (
            <tr key={firm.id}>
              <th scope="row" title={firm.name}>
                <a href={`/firms/${firm.id}`}>{firm.shortName ?? firm.name}</a>
              </th>
              <td>{firm.region ?? <i className="none">{t('unknown')}</i>}</td>
              {hasShares ? (
                <td className="num">
                  <FigureLink figure={firm.share} />
                </td>
              ) : null}
              <td>
                <FigureLink figure={firm.figure}>{t('drawer.open')}</FigureLink>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Rest shown={firms.items.length} total={firms.total} />
    </>
  )
}

export function Products({ detail: { products } }: { detail: StageDetail }) {
  const { t } = useWords()
  if (products.items.length === 0) return <p className="mute">{t('drawer.noProducts')}</p>
  return (
    <>
      <table className="facts members">
        <caption className="unseen">{t('drawer.products')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('drawer.product')}</th>
            <th scope="col">{t('drawer.evidence')}</th>
          </tr>
        </thead>
        <tbody>
          {products.items.map((product) => (
            <tr key={product.id}>
              <th scope="row">
                <a href={`/things/${product.id}`}>{product.name}</a>
              </th>
              <td>
                <FigureLink figure={product.figure}>{t('drawer.open')}</FigureLink>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Rest shown={products.items.length} total={products.total} />
    </>
  )
}

function Rest({ shown, total }: { shown: number; total: number }) {
  const { t } = useWords()
  return total > shown ? <p className="mute">{t('drawer.rest', { shown, total })}</p> : null
}
