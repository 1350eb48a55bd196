/** Importing: files to the left, the open one with its mapping and preview to the right. */
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { newKey, send, withQuery } from '../../api/index.ts'
import { useMay, useTitle } from '../../frame/index.ts'
import { EmptyState, PageKeys, useRowKeys } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { OpenFile } from './document-taken.tsx'
import { DropZone } from './drop-zone.tsx'
import { FileRail, UploadLine } from './file-rail.tsx'
import './import.css'
import { filesOf, withFile, withoutFile } from './search.ts'
import { useUploads } from './use-uploads.ts'

export function ImportPage() {
  const { t, language } = useWords()
  const may = useMay('import-table')
  useTitle(t('import.title'), language)
  if (may) return <ImportDesk />
  return (
    <main className="page">
      <header className="page-head">
        <h1>{t('import.title')}</h1>
      </header>
      <EmptyState title={t('import.mayNot')} why={t('import.mayNot.why')} />
    </main>
  )
}

function ImportDesk() {
  const { t } = useWords()
  const search = useSearch({ from: '/signed-in/import' })
  const navigate = useNavigate({ from: '/import' })
  const [known, setKnown] = useState<string | null>(null)
  const queryClient = useQueryClient()
  const uploads = useUploads(({ source, known: isKnown }) => {
    setKnown(isKnown ? source.fileName : null)
    if (source.form === 'document' && source.reading === null) {
      // Kept as it was brought, the source would be shown as one that nobody reads.
      void readText(source.id).then(() =>
        queryClient.invalidateQueries({ queryKey: ['sources', source.id] }),
      )
    }
    void navigate({ search: (now) => withFile(now, source.id), replace: true })
  })
  const files = filesOf(search)
  useRowKeys()
  return (
    <main className="page import">
      <header className="page-head">
        <h1>{t('import.title')}</h1>
        <span className="sum">{t('import.sum')}</span>
        <span className="sum" role="status">
          {known === null ? '' : `${known}：${t('import.file.known')}`}
        </span>
        <span className="acts">
          <PageKeys />
        </span>
      </header>
      {files.length === 0 ? (
        <Start uploads={uploads} />
      ) : (
        <div className="import-work">
          <FileRail
            files={files}
            open={search.source}
            uploads={uploads}
            hrefOf={(id) => withQuery('/import', { files: files.join('.'), source: id })}
            onRemove={(id) =>
              void navigate({ search: (now) => withoutFile(now, id), replace: true })
            }
          />
          {search.source === undefined ? null : <OpenFile key={search.source} id={search.source} />}
        </div>
      )}
    </main>
  )
}

/** Begun at once; where it is refused, the reader of the source says why and offers it again. */
const readText = (id: string): Promise<void> =>
  send(`/sources/${id}/text?statements=true`, undefined, { key: newKey() }).then(
    () => {},
    () => {},
  )

function Start({ uploads }: { uploads: ReturnType<typeof useUploads> }) {
  const { t } = useWords()
  return (
    <div className="import-start">
      <DropZone isLarge onFiles={uploads.add} />
      {uploads.uploads.length > 0 ? (
        <ul className="files">
          {uploads.uploads.map((upload) => (
            <UploadLine key={upload.key} upload={upload} uploads={uploads} />
          ))}
        </ul>
      ) : null}
      <ol className="import-steps">
        <li>{t('import.empty.1')}</li>
        <li>{t('import.empty.2')}</li>
        <li>{t('import.empty.3')}</li>
      </ol>
    </div>
  )
}
