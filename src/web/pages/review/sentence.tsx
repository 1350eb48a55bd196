/** The sentence of a claim in its page, or the row of a table, with the words it rests on marked. */
import type { ReviewCase } from '../../api/index.ts'
import { withQuery } from '../../api/index.ts'
import { Keys, SyntheticMark } from '../../parts/index.ts'
import { codeWords, LABEL_WORDS, useWords } from '../../words/index.ts'

/** The address of the claim in the evidence reader. */
export function placeHref({ claim }: ReviewCase): string {
  const { sheet, row } = claim.locator
  return withQuery(`/sources/${claim.source.id}`, { claim: claim.id, sheet, row })
}

export function Sentence({ shown }: { shown: ReviewCase }) {
  const { t } = useWords()
  const { source } = shown.claim
  return (
    <>
      <p className="review-source">
        <span>{source.title}</span>
        <span>{source.publisher}</span>
        {source.publishedOn ? <span>{source.publishedOn}</span> : null}
        <span>{codeWords(LABEL_WORDS, source.label, t)}</span>
        {source.synthetic ? <SyntheticMark /> : null}
        <a className="fig" href={placeHref(shown)}>
          {t('review.open')} <Keys of="o" />
        </a>
      </p>
      {shown.passage ? <Words passage={shown.passage} /> : <Row shown={shown} />}
    </>
  )
}

function Words({ passage }: { passage: NonNullable<ReviewCase['passage']> }) {
  const { before, opening, span, closing, after } = passage
  return (
    <blockquote className="sentence">
      {before === '' ? null : <span className="around">{before}</span>}
      {opening}
      <mark>{span}</mark>
      {closing}
      {after === '' ? null : <span className="around">{after}</span>}
    </blockquote>
  )
}

function Row({ shown: { row, claim } }: { shown: ReviewCase }) {
  const { t } = useWords()
  const cells = (row ?? []).filter(({ text }) => text.trim() !== '')
  if (cells.length === 0) return <blockquote className="sentence">{claim.quote}</blockquote>
  return (
    <table className="plain-table row-of-table">
      <caption className="mute">
        {t('source.place.row', {
          sheet: claim.locator.sheet ?? '',
          row: claim.locator.row ?? '',
        })}
      </caption>
      <tbody>
        {cells.map(({ title, text }, at) => (
          <tr key={at}>
            <th scope="row">{title}</th>
            <td>{text === claim.quote ? <mark>{text}</mark> : text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
