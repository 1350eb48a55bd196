/** Asks before a write that somebody would feel; says what it does, and what went wrong. */
import { Modal } from 'antd'
import { ProblemNotice } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { useWrite } from './queries.ts'

interface ConfirmProps<Answer> {
  title: string
  why: string
  ok: string
  write: { path: string; method?: 'POST' | 'PATCH'; body?: object }
  onDone: (answer: Answer) => void
  onClose: () => void
}

export function Confirm<Answer>(props: ConfirmProps<Answer>) {
  const { t } = useWords()
  const write = useWrite<Answer>((answer) => {
    props.onDone(answer)
    props.onClose()
  })
  return (
    <Modal
      open
      title={props.title}
      okText={props.ok}
      cancelText={t('cancel')}
      confirmLoading={write.isPending}
      onOk={() => write.mutate(props.write)}
      onCancel={props.onClose}
      width={460}
    >
      <p>{props.why}</p>
      {write.error ? <ProblemNotice error={write.error} /> : null}
    </Modal>
  )
}
