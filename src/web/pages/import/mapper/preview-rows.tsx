/** What the first rows would become: their outcome, the claims, or why not. */
import { useQuery } from '@tanstack/react-query'
import { type ImportPreview, type PreviewRow, vocabularyQuery } from '../../../api/index.ts'
import { useWords } from '../../../words/index.ts'

export function PreviewRows({
  preview,
  isWaiting,
}: {
  preview: ImportPreview
  isWaiting: boolean
}) {
  const { t } = useWords()
  const { ok, held, refused, claims } = preview.counts
  return (
    <section className="preview" aria-busy={isWaiting}>
      <h3>
        {t('import.preview', { n: preview.rows.length })}
        <span role="status">
          {isWaiting
            ? t('import.preview.wait')
            : t('import.preview.counts', { ok, held, refused, claims })}
        </span>
      </h3>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col" className="num">
              {t('import.preview.row')}
            </th>
            <th scope="col">{t('import.preview.outcome')}</th>
            <th scope="col">{t('import.preview.claims')}</th>
          </tr>
        </thead>
        <tbody>
          {preview.rows.map((row) => (
            <PreviewLine key={row.row} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function PreviewLine({ row }: { row: PreviewRow }) {
  const { t, say } = useWords()
  const vocabulary = useQuery(vocabularyQuery).data
  const wordsOf = (property: string) => {
    const found = [...(vocabulary?.properties ?? []), ...(vocabulary?.edges ?? [])].find(
      ({ id }) => id === property,
    )
    return found ? say(found.words) : property
  }
  return (
    <tr>
      <th scope="row" className="num">
        {row.row}
      </th>
      <td>
        <i className={`outcome ${row.outcome}`}>{t(`import.outcome.${row.outcome}`)}</i>
      </td>
      <td>
        {row.reasons.map((reason) => (
          <p key={`${reason.code}${reason.cells}`} className="reason">
            {reason.cells ? <b>{reason.cells}</b> : null} {say(reason.words)}
          </p>
        ))}
        {row.claims.length === 0 && row.reasons.length === 0 ? (
          <span className="mute">{t('import.preview.none')}</span>
        ) : null}
        {subjectsOf(row).map(({ subject, claims }) => (
          <p key={subject} className="would">
            <b>{subject}</b>
            {claims.map(({ property, object, text }) => (
              <span key={`${property} ${object} ${text}`}>
                <span className="mute">{wordsOf(property)}</span>{' '}
                {[object, text].filter((part) => part !== null).join(' ')}
              </span>
            ))}
          </p>
        ))}
      </td>
    </tr>
  )
}

interface Stated {
  subject: string
  claims: PreviewRow['claims']
}

/** What a row states, drawn together by what it states it of; the row's own thing comes first. */
function subjectsOf({ claims }: PreviewRow): Stated[] {
  const subjects = new Map<string, Stated>()
  for (const claim of claims) {
    const found = subjects.get(claim.subject) ?? { subject: claim.subject, claims: [] }
    found.claims.push(claim)
    subjects.set(claim.subject, found)
  }
  return [...subjects.values()]
}
