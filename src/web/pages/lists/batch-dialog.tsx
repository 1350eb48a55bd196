/** One step for several lists: each is taken by itself, and each says how it went. */
import { useQueryClient } from '@tanstack/react-query'
import { Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import { type ListsAnswer, useSendOnce } from '../../api/index.ts'
import { ProblemNotice, toggled } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'

export type BatchStep = 'submit' | 'sign'

type Item = ListsAnswer['items'][number]

interface BatchDialogProps {
  step: BatchStep
  chain: string
  /** Lists whose newest version is due for the step. */
  due: readonly Item[]
  onClose: () => void
}

export function BatchDialog({ step, chain, due, onClose }: BatchDialogProps) {
  const { t } = useWords()
  // The lists as they were when the dialog opened: what is done stays in view.
  const [items] = useState(due)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [note, setNote] = useState('')
  const run = useRun(step, chain)
  const open = items.filter(({ list }) => !left.has(list.id) && run.results.get(list.id) !== 'done')
  const toggle = (id: string) => setLeft((now) => toggled(now, id))
  const isOver = run.results.size > 0 && open.length === 0
  return (
    <Modal
      open
      width={760}
      title={t(`lists.all.${step}`)}
      okText={isOver ? t('close') : t(`lists.all.${step}.do`, { n: open.length })}
      cancelText={t('cancel')}
      cancelButtonProps={{ hidden: isOver }}
      okButtonProps={{ disabled: !isOver && open.length === 0, loading: run.isPending }}
      onOk={() => (isOver ? onClose() : void run.go(open, note))}
      onCancel={onClose}
    >
      <p>{t(`lists.do.${step}.why`)}</p>
      <table className="plain-table batch">
        <caption className="unseen">{t(`lists.all.${step}`)}</caption>
        <thead>
          <tr>
            <th scope="col">{t('lists.col.name')}</th>
            <th scope="col" className="num">
              {t('lists.col.rows')}
            </th>
            <th scope="col" className="num">
              {t('lists.all.undecided')}
            </th>
            <th scope="col">{t('lists.all.result')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <BatchRow
              key={item.list.id}
              item={item}
              isTaken={!left.has(item.list.id)}
              result={run.results.get(item.list.id)}
              onToggle={toggle}
            />
          ))}
        </tbody>
      </table>
      <div className="batch-note">
        <label htmlFor="batch-note">{t('lists.all.note')}</label>
        <Input.TextArea
          id="batch-note"
          rows={2}
          maxLength={1000}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
      </div>
    </Modal>
  )
}

interface BatchRowProps {
  item: Item
  isTaken: boolean
  result: unknown
  onToggle: (id: string) => void
}

function BatchRow({ item, isTaken, result, onToggle }: BatchRowProps) {
  const { t, say } = useWords()
  const { list, newest } = item
  return (
    <tr>
      <th scope="row">
        <Checkbox checked={isTaken} disabled={result === 'done'} onChange={() => onToggle(list.id)}>
          {say(list.words)}
        </Checkbox>
      </th>
      <td className="num">{newest?.rows ?? ''}</td>
      <td className="num">{newest?.undecided ?? ''}</td>
      <td>
        {result === 'done' ? t('lists.all.done') : null}
        {result !== undefined && result !== 'done' ? <ProblemNotice error={result} /> : null}
      </td>
    </tr>
  )
}

/** What became of each list: done, or the problem that kept it. */
function useRun(step: BatchStep, chain: string) {
  const queryClient = useQueryClient()
  const [results, setResults] = useState<ReadonlyMap<string, unknown>>(new Map())
  const [isPending, setPending] = useState(false)
  const sendOnce = useSendOnce()
  const go = async (items: readonly Item[], note: string) => {
    setPending(true)
    for (const { list, newest } of items) {
      const said = note.trim()
      const path = `/lists/${list.id}/versions/${newest?.number ?? 0}/${step}`
      const body = said === '' ? { chain } : { chain, note: said }
      const result = await sendOnce(path, body).then(
        () => 'done',
        (error: unknown) => error,
      )
      setResults((now) => new Map(now).set(list.id, result))
    }
    setPending(false)
    await queryClient.invalidateQueries({ queryKey: ['lists'] })
  }
  return { results, isPending, go }
}
