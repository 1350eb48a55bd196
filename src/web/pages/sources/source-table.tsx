/** Sources as a table; also on the overview. */
import type { SourceView } from '../../api/index.ts'
import { DateText, SyntheticMark, UnknownWord } from '../../parts/index.ts'
import { CLASS_WORDS, codeWords, LABEL_WORDS, useWords } from '../../words/index.ts'
import './sources.css'

export function SourceTable({ sources }: { sources: readonly SourceView[] }) {
  const { t } = useWords()
  return (
    <table className="plain-table sources">
      <caption className="unseen">{t('sources.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('sources.col.title')}</th>
          <th scope="col">{t('sources.col.publisher')}</th>
          <th scope="col">{t('sources.col.date')}</th>
          <th scope="col">{t('sources.col.class')}</th>
          <th scope="col">{t('sources.col.label')}</th>
          <th scope="col" className="num">
            {t('sources.col.claims')}
          </th>
          <th scope="col">{t('sources.col.brought')}</th>
        </tr>
      </thead>
      <tbody>
        {sources.map((source) => (
          <SourceLine key={source.id} source={source} />
        ))}
      </tbody>
    </table>
  )
}

function SourceLine({ source }: { source: SourceView }) {
  const { t } = useWords()
  return (
    <tr>
      <th scope="row">
        <a className="row-link" href={`/sources/${source.id}`} title={source.fileName}>
          {source.title}
        </a>{' '}
        {source.synthetic ? <SyntheticMark /> : null}{' '}
        {source.supersededBy ? <i className="mute">{t('source.superseded')}</i> : null}
      </th>
      <td>{source.publisher === '' ? <UnknownWord /> : source.publisher}</td>
      <td>
        <DateText of={source.publishedOn} />
      </td>
      <td>{codeWords(CLASS_WORDS, source.class, t)}</td>
      <td>{codeWords(LABEL_WORDS, source.label, t)}</td>
      <td className="num">{source.claims.toLocaleString('en')}</td>
      <td>
        <DateText of={source.broughtAt} /> <span className="mute">{source.broughtBy.name}</span>
      </td>
    </tr>
  )
}
