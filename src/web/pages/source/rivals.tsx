/** What other sources say of the same property: all readings side by side, none overwritten. */
import type { ClaimView } from '../../api/index.ts'
import { FigureLink } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'

export function Rivals({ claim }: { claim: ClaimView }) {
  const { t } = useWords()
  return (
    <section className="rivals">
      <h3>
        {t('source.conflicts', { n: claim.conflicts.length })}
        <span>{t('source.conflicts.keep')}</span>
      </h3>
      <table className="plain-table">
        <tbody>
          <tr>
            <th scope="row">{t('source.conflicts.this')}</th>
            <td>
              <FigureLink figure={claim.figure} wrap />
            </td>
            <td>{claim.source.title}</td>
          </tr>
          {claim.conflicts.map((rival) => (
            <tr key={rival.claim}>
              <th scope="row" />
              <td>
                <FigureLink figure={rival.figure} wrap />
              </td>
              <td>{rival.source.title}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
