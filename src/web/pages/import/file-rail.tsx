/** The files at hand: on their way, refused, or brought and waiting to be mapped. */
import { useQueries } from '@tanstack/react-query'
import { get, type SourceView } from '../../api/index.ts'
import { problemWords, SyntheticMark } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { DropZone } from './drop-zone.tsx'
import type { Upload, useUploads } from './use-uploads.ts'

interface FileRailProps {
  files: readonly string[]
  open: string | undefined
  uploads: ReturnType<typeof useUploads>
  hrefOf: (id: string) => string
  onRemove: (id: string) => void
}

export function FileRail({ files, open, uploads, hrefOf, onRemove }: FileRailProps) {
  const { t } = useWords()
  const found = useQueries({ queries: files.map(fileQuery) })
  return (
    <nav className="files" aria-label={t('import.files')}>
      <h2>{t('import.files')}</h2>
      <ul>
        {files.map((id, index) => (
          <li key={id} className="file">
            <a
              className="row-link"
              href={hrefOf(id)}
              aria-current={id === open ? 'true' : undefined}
            >
              <b>{found[index]?.data?.fileName ?? id}</b>
              <FileLine source={found[index]?.data} />
            </a>
            <button
              type="button"
              className="btn plain"
              aria-label={`${t('import.file.remove')} ${found[index]?.data?.fileName ?? ''}`}
              title={t('import.file.remove')}
              onClick={() => onRemove(id)}
            >
              ×
            </button>
          </li>
        ))}
        {uploads.uploads.map((upload) => (
          <UploadLine key={upload.key} upload={upload} uploads={uploads} />
        ))}
      </ul>
      <DropZone isLarge={false} onFiles={uploads.add} />
    </nav>
  )
}

const fileQuery = (id: string) => ({
  queryKey: ['sources', id],
  queryFn: ({ signal }: { signal: AbortSignal }) => get<SourceView>(`/sources/${id}`, signal),
})

function FileLine({ source }: { source: SourceView | undefined }) {
  const { t } = useWords()
  if (!source) return null
  return (
    <span className="mute">
      {sizeWords(source.sizeBytes)}
      {source.claims > 0 ? ` · ${t('import.file.claims', { n: source.claims })}` : ''}{' '}
      {source.synthetic ? <SyntheticMark /> : null}
    </span>
  )
}

/** Pure: 12 KB, 3.4 MB. */
export function sizeWords(sizeBytes: number): string {
  if (sizeBytes < 1024) return `${sizeBytes} B`
  if (sizeBytes < 1024 * 1024) return `${Math.round(sizeBytes / 1024)} KB`
  return `${(sizeBytes / 1024 / 1024).toFixed(1)} MB`
}

export function UploadLine({
  upload,
  uploads,
}: {
  upload: Upload
  uploads: ReturnType<typeof useUploads>
}) {
  const speech = useWords()
  const { t } = speech
  const percent = Math.round(upload.share * 100)
  if (upload.error !== null) {
    const { what, why, next } = problemWords(upload.error, speech)
    return (
      <li className="file refused" role="alert">
        <b>{upload.file.name}</b>
        <span className="late">{what || t('import.file.failed')}</span>
        <span>{why}</span>
        <span>{next}</span>
        <span className="file-acts">
          <button type="button" className="btn" onClick={() => uploads.retry(upload)}>
            {t('import.file.retry')}
          </button>
          <button type="button" className="btn" onClick={() => uploads.drop(upload.key)}>
            {t('import.file.remove')}
          </button>
        </span>
      </li>
    )
  }
  return (
    <li className="file">
      <b>{upload.file.name}</b>
      <progress max={100} value={percent} aria-label={upload.file.name} />
      <span className="mute" role="status">
        {percent < 100 ? t('import.file.sending', { percent }) : t('import.file.checking')}
      </span>
    </li>
  )
}
