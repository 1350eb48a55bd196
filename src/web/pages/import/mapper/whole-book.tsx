/** A workbook of several sheets imported at once, each sheet through the mapping proposed for it. */
import { useMutation, useQueries, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Checkbox, Modal } from 'antd'
import { useRef, useState } from 'react'
import { type ImportPreview, type JobView, useSendOnce } from '../../../api/index.ts'
import { useMay } from '../../../frame/index.ts'
import { Loading, ProblemNotice, toggled } from '../../../parts/index.ts'
import { codeWords, LABEL_WORDS, useWords } from '../../../words/index.ts'
import { isMappingShape, type MappingShape } from '../mapping/index.ts'
import { type MapperState, previewQuery, rememberedMapping } from './use-mapper.ts'

interface WholeBookProps {
  mapper: MapperState
  mapping: MappingShape
  /** Names of the sheets that hold rows, in their order. */
  sheets: readonly string[]
}

/** A sheet with what it would be imported through; null where nobody has said what its columns are. */
interface BookSheet {
  name: string
  mapping: MappingShape | null
  preview: ImportPreview | undefined
  error: unknown
}

export function WholeBook(props: WholeBookProps) {
  const { t } = useWords()
  const mayPublish = useMay('publish-batch')
  const [isOpen, setOpen] = useState(false)
  if (props.sheets.length < 2 || !mayPublish) return null
  return (
    <>
      <button type="button" className="btn" onClick={() => setOpen(true)}>
        {t('import.book', { n: props.sheets.length })}
      </button>
      {isOpen ? <BookDialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

function BookDialog({ mapper, mapping, sheets, onClose }: WholeBookProps & { onClose(): void }) {
  const { t } = useWords()
  const rows = useSheets(mapper, mapping, sheets)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const taken = rows.filter(({ name, mapping: through }) => through !== null && !left.has(name))
  const start = useStartAll(mapper.id, mapping)
  const isRead = rows.every(({ preview, error }) => preview !== undefined || Boolean(error))
  const toggle = (name: string) => setLeft((now) => toggled(now, name))
  const { label = 'public' } = mapping.source
  return (
    <Modal
      open
      width={860}
      title={t('import.book.title')}
      okText={t('import.book.do', { n: taken.length })}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: !isRead || taken.length === 0, loading: start.isPending }}
      onOk={() => start.mutate(taken)}
      onCancel={onClose}
    >
      <p>{t('import.book.why', { label: codeWords(LABEL_WORDS, label, t) })}</p>
      {isRead ? null : <Loading />}
      <table className="plain-table book">
        <caption className="unseen">{t('import.book.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('import.sheet')}</th>
            <th scope="col">{t('import.mapping')}</th>
            <th scope="col">{t('import.book.preview')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <SheetRow key={row.name} row={row} isTaken={!left.has(row.name)} onToggle={toggle} />
          ))}
        </tbody>
      </table>
      {start.error ? <ProblemNotice error={start.error} /> : null}
    </Modal>
  )
}

interface SheetRowProps {
  row: BookSheet
  isTaken: boolean
  onToggle: (name: string) => void
}

function SheetRow({ row, isTaken, onToggle }: SheetRowProps) {
  const { t, say } = useWords()
  const { name, mapping, preview, error } = row
  const reason = preview?.proposals.find((each) => each.mapping.id === mapping?.id)?.reason
  return (
    <tr>
      <th scope="row">
        <Checkbox
          checked={mapping !== null && isTaken}
          disabled={mapping === null}
          onChange={() => onToggle(name)}
        >
          {name}
        </Checkbox>
      </th>
      <td>
        {mapping === null && preview ? t('import.book.unknown') : null}
        {mapping !== null ? (reason ? say(reason) : say(mapping.title)) : null}
      </td>
      <td className="mute">
        {error ? <ProblemNotice error={error} /> : null}
        {mapping !== null && preview ? t('import.preview.counts', { ...preview.counts }) : null}
      </td>
    </tr>
  )
}

/** What was said of a sheet on this screen goes before what is proposed for it. */
function useSheets(
  { id, sheet: open }: MapperState,
  atHand: MappingShape,
  sheets: readonly string[],
): BookSheet[] {
  const own = sheets.map((name, at) => {
    const isOpen = open === undefined ? at === 0 : open === name
    return isOpen ? atHand : rememberedMapping(id, name)
  })
  const found = useQueries({
    queries: sheets.map((name, at) => previewQuery(id, name, own[at] ?? null)),
  })
  return sheets.map((name, at) => {
    const { data, error } = found[at] ?? {}
    const proposed = data?.proposals[0]?.mapping
    const mapping = own[at] ?? (isMappingShape(proposed) ? proposed : null)
    return { name, mapping, preview: data, error }
  })
}

/** One job a mapping, in the order of the sheets; sheets of one form are read through one mapping. */
function useStartAll(source: string, { source: facts }: MappingShape) {
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const sendOnce = useSendOnce()
  const begun = useRef(new Set<string>())
  return useMutation({
    mutationFn: async (taken: readonly BookSheet[]) => {
      const mappings = new Map(
        taken.flatMap(({ mapping }) => (mapping ? [[mapping.id, mapping]] : [])),
      )
      for (const mapping of mappings.values()) {
        // Who published the workbook, and who may see it, is said once for all of its sheets.
        const body = {
          source,
          mapping: { ...mapping, source: facts },
          publish: true,
          dryRun: false,
        }
        const text = JSON.stringify(body)
        // Where one of them failed, those before it are not begun twice.
        if (begun.current.has(text)) continue
        await sendOnce<{ job: JobView }>('/imports', body)
        begun.current.add(text)
      }
    },
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['jobs'] })
      await navigate({ href: '/jobs' })
    },
  })
}
