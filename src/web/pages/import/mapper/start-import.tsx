/** The three ways on: try, import to be published later, import and publish. Each is a job. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Modal } from 'antd'
import { useState } from 'react'
import { type JobView, useSendOnce } from '../../../api/index.ts'
import { useMay } from '../../../frame/index.ts'
import { ProblemNotice } from '../../../parts/index.ts'
import { codeWords, LABEL_WORDS, useWords } from '../../../words/index.ts'
import type { MappingShape } from '../mapping/index.ts'
import type { MapperState } from './use-mapper.ts'

interface StartImportProps {
  mapper: MapperState
  mapping: MappingShape
  isReady: boolean
}

interface Way {
  publish: boolean
  dryRun: boolean
}

export function StartImport({ mapper, mapping, isReady }: StartImportProps) {
  const { t } = useWords()
  const mayPublish = useMay('publish-batch')
  const start = useStart(mapper.id, mapping)
  const [isAsking, setAsking] = useState(false)
  const isOff = !isReady || start.isPending || mapper.isBlank
  const counts = mapper.preview.data?.counts
  return (
    <div className="start">
      {start.error ? <ProblemNotice error={start.error} /> : null}
      <div className="start-acts">
        <span role="status">
          {mapper.isBlank
            ? t('import.blank')
            : counts && isReady
              ? t('import.preview.counts', { ...counts })
              : ''}
        </span>
        <button
          type="button"
          className="btn"
          disabled={isOff}
          onClick={() => start.mutate({ publish: false, dryRun: true })}
        >
          {t('import.try')}
        </button>
        <button
          type="button"
          className={mayPublish ? 'btn' : 'btn do'}
          disabled={isOff}
          onClick={() => start.mutate({ publish: false, dryRun: false })}
        >
          {t('import.stage')}
        </button>
        {mayPublish ? (
          <button type="button" className="btn do" disabled={isOff} onClick={() => setAsking(true)}>
            {t('import.publish')}
          </button>
        ) : null}
      </div>
      {isAsking ? (
        <AskPublish
          mapping={mapping}
          onNo={() => setAsking(false)}
          onYes={() => {
            setAsking(false)
            start.mutate({ publish: true, dryRun: false })
          }}
        />
      ) : null}
    </div>
  )
}

interface AskProps {
  mapping: MappingShape
  onYes: () => void
  onNo: () => void
}

function AskPublish({ mapping, onYes, onNo }: AskProps) {
  const { t } = useWords()
  const { label = 'public', class: kind } = mapping.source
  return (
    <Modal
      open
      title={t('import.publish.title')}
      okText={t('import.publish')}
      cancelText={t('cancel')}
      onOk={onYes}
      onCancel={onNo}
    >
      <p>{t('import.publish.why', { label: codeWords(LABEL_WORDS, label, t) })}</p>
      {kind === 'machine-read' ? <p>{t('import.publish.class')}</p> : null}
    </Modal>
  )
}

/** The same wish tried again after a lost answer is the same job. */
function useStart(source: string, mapping: MappingShape) {
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const sendOnce = useSendOnce()
  return useMutation({
    mutationFn: (way: Way) => sendOnce<{ job: JobView }>('/imports', { source, mapping, ...way }),
    onSuccess: async ({ job }) => {
      await queryClient.invalidateQueries({ queryKey: ['jobs'] })
      await navigate({ href: `/jobs/${job.id}` })
    },
  })
}
