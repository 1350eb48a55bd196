/** What other sources say of the same property: all readings side by side, none overwritten. */
import type { ClaimView } from '../../../api/index.ts'
import { FigureLink, useClaimValue } from '../../../parts/index.ts'
import { useWords } from '../../../words/index.ts'

export function Rivals({ claim }: { claim: ClaimView }) {
  const { t } = useWords()
  const wordsOf = useClaimValue()
  const { property } = claim
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
              <FigureLink figure={claim.figure} wrap>
                {wordsOf(claim)}
              </FigureLink>
            </td>
            <td>{claim.source.title}</td>
          </tr>
          {claim.conflicts.map((rival) => (
            <tr key={rival.claim}>
              <th scope="row" />
              <td>
                <FigureLink figure={rival.figure} wrap>
                  {wordsOf({ property, object: null, figure: rival.figure })}
                </FigureLink>
              </td>
              <td>{rival.source.title}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
