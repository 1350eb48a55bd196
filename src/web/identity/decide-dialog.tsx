/** The dialogs that decide: merge, two, split, undo. Each says what it does and asks why. */
import { useQuery } from '@tanstack/react-query'
import { Checkbox, Form, Input, Modal, Radio } from 'antd'
import type { IdentityDecision, IdentityMatch, MatchSide, ThingView } from '../api/index.ts'
import { ProblemNotice } from '../parts/index.ts'
import { useWords, type WordKey } from '../words/index.ts'
import { deskQuery, useIdentityWrite } from './queries.ts'

/** What is being decided. */
export type Deciding =
  | { kind: 'merge' | 'distinct'; match: IdentityMatch }
  | { kind: 'undo'; decision: IdentityDecision }
  | { kind: 'split'; thing: ThingView; sources: readonly SplitSource[] }

/** A source that may speak of another thing, with how many statements of the page rest on it. */
export interface SplitSource {
  id: string
  title: string
  count: number
}

interface Values {
  reason: string
  keep?: string
  sources?: string[]
}

interface DecideDialogProps {
  deciding: Deciding
  onClose: () => void
}

/** Undoing what is not in force yet is dropping it. */
function wordsOf(deciding: Deciding): 'merge' | 'distinct' | 'undo' | 'drop' | 'split' {
  if (deciding.kind !== 'undo') return deciding.kind
  return deciding.decision.state === 'proposed' ? 'drop' : 'undo'
}

const OK: Record<ReturnType<typeof wordsOf>, WordKey> = {
  merge: 'identity.merge',
  distinct: 'identity.distinct',
  undo: 'identity.undo',
  drop: 'identity.drop',
  split: 'identity.split.title',
}

export function DecideDialog({ deciding, onClose }: DecideDialogProps) {
  const { t } = useWords()
  const [form] = Form.useForm<Values>()
  const write = useIdentityWrite(onClose)
  const desk = useQuery(deskQuery).data
  const waits =
    desk?.mode === 'four-eyes' && (deciding.kind === 'merge' || deciding.kind === 'split')
  const words = wordsOf(deciding)
  const reason = useFirstReason(deciding)
  return (
    <Modal
      open
      title={t(`identity.${words}.title`)}
      okText={t(OK[words])}
      cancelText={t('cancel')}
      confirmLoading={write.isPending}
      onOk={form.submit}
      onCancel={onClose}
      width={520}
    >
      <p className="decide-why">{t(`identity.${words}.why`)}</p>
      {waits ? <p className="mute">{t('identity.four')}</p> : null}
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ reason, ...first(deciding) }}
        onFinish={(values) => write.mutate(writeOf(deciding, values))}
      >
        <Fields deciding={deciding} />
        <Form.Item
          name="reason"
          label={t('identity.reason')}
          rules={[{ required: true, whitespace: true, message: t('identity.reason.need') }]}
        >
          <Input maxLength={500} autoFocus={deciding.kind !== 'split'} />
        </Form.Item>
      </Form>
      {write.error ? <ProblemNotice error={write.error} /> : null}
    </Modal>
  )
}

function Fields({ deciding }: { deciding: Deciding }) {
  const { t } = useWords()
  if (deciding.kind === 'merge') {
    const { one, other } = deciding.match
    return (
      <Form.Item name="keep" label={t('identity.keep')}>
        <Radio.Group
          options={[one, other].map((side) => ({ value: side.id, label: labelOf(side) }))}
        />
      </Form.Item>
    )
  }
  if (deciding.kind !== 'split') return null
  return <SourcesToSplit sources={deciding.sources} />
}

/** At least one source goes, and at least one stays. */
function SourcesToSplit({ sources }: { sources: readonly SplitSource[] }) {
  const { t } = useWords()
  const validator = async (_: unknown, chosen: readonly string[] = []) => {
    if (chosen.length === 0 || chosen.length === sources.length) {
      throw new Error(t('identity.split.need'))
    }
  }
  const options = sources.map(({ id, title, count: n }) => ({
    value: id,
    label: (
      <>
        {title} <span className="mute">{t('identity.split.count', { n })}</span>
      </>
    ),
  }))
  return (
    <Form.Item name="sources" label={t('identity.split.sources')} rules={[{ validator }]}>
      <Checkbox.Group className="split-sources" options={options} />
    </Form.Item>
  )
}

/** The strongest ground, in its own words, stands as the reason until somebody writes another. */
function useFirstReason(deciding: Deciding): string {
  const { t, say } = useWords()
  if (deciding.kind === 'undo' || deciding.kind === 'split') return ''
  const { reasons } = deciding.match
  const isFor = deciding.kind === 'merge'
  const [ground] = reasons
    .filter(({ points }) => points > 0 === isFor)
    .toSorted((one, other) => Math.abs(other.points) - Math.abs(one.points))
  if (ground !== undefined) return say(ground.words)
  return isFor ? '' : t('identity.distinct.reason')
}

function first(deciding: Deciding): Partial<Values> {
  return deciding.kind === 'merge' ? { keep: keptOf(deciding.match).id } : {}
}

const CODES = ['creditCode', 'credit-code']

/** The side that a merge keeps unless somebody chooses: that with a credit code, or more sources. */
function keptOf({ one, other }: IdentityMatch): MatchSide {
  const isCoded = (side: MatchSide) => side.said.some(({ property }) => CODES.includes(property))
  if (isCoded(one) !== isCoded(other)) return isCoded(one) ? one : other
  return other.sources.length > one.sources.length ? other : one
}

/** Two sides of one name are told apart by their codes or places. */
function labelOf({ name, said }: MatchSide): string {
  const told = said.find(({ property }) => CODES.includes(property) || property === 'locatedIn')
  return told === undefined ? name : `${name}（${told.figure.text}）`
}

function writeOf(deciding: Deciding, { reason, keep, sources = [] }: Values) {
  if (deciding.kind === 'undo') {
    return { path: `/identity/decisions/${deciding.decision.id}/undo`, body: { reason } }
  }
  if (deciding.kind === 'split') {
    return { path: '/identity/split', body: { thing: deciding.thing.id, sources, reason } }
  }
  const { one, other } = deciding.match
  if (deciding.kind === 'distinct') {
    return { path: '/identity/distinct', body: { one: one.id, other: other.id, reason } }
  }
  const into = keep ?? keptOf(deciding.match).id
  const from = into === one.id ? other.id : one.id
  return { path: '/identity/merge', body: { from, into, reason } }
}
