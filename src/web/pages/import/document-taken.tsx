/** A document among the files: it is read into text, and opened in the reader of sources. */
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { get, type SourceView } from '../../api/index.ts'
import { EmptyState, Loading } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { Mapper } from './mapper/index.ts'

/** The open file: a table with its mapping, or a document with the way to its text. */
export function OpenFile({ id }: { id: string }) {
  const { sheet = '' } = useSearch({ from: '/signed-in/import' })
  const source = useQuery({
    queryKey: ['sources', id],
    queryFn: ({ signal }) => get<SourceView>(`/sources/${id}`, signal),
  })
  if (source.isPending) return <Loading />
  return source.data?.form === 'document' ? (
    <DocumentTaken source={source.data} />
  ) : (
    <Mapper key={`${id} ${sheet}`} id={id} />
  )
}

function DocumentTaken({ source }: { source: SourceView }) {
  const { t } = useWords()
  return (
    <section className="mapper" aria-label={source.fileName}>
      <EmptyState title={t('import.document')} why={t('import.document.why')}>
        <a className="btn do" href={`/sources/${source.id}`}>
          {t('import.document.open')}
        </a>
        <a className="btn" href="/review">
          {t('import.document.review')}
        </a>
      </EmptyState>
    </section>
  )
}
