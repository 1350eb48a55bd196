/** The measures that guard signing in: which are in force, who set them, and the seats of administrators. */
import { useQuery } from '@tanstack/react-query'
import { Checkbox, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import type { SafeguardName, SafeguardsView } from '../../api/index.ts'
import { useMay, useMe } from '../../frame/index.ts'
import { DateText, Loading, ProblemNotice } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { rolesQuery, safeguardsQuery, useAccountWrite } from './queries.ts'

const NAMES: readonly SafeguardName[] = ['secondFactor', 'stepUp', 'separated']

export function SafeguardsPart() {
  const { t, say } = useWords()
  const found = useQuery(safeguardsQuery)
  const mayGuard = useMay('guard-sign-in')
  const { sample } = useMe()
  const [isChanging, setChanging] = useState(false)
  const { data } = found
  return (
    <section className="ruled">
      <header>
        <h2>{t('guard.title')}</h2>
        {mayGuard && data ? (
          <button type="button" className="btn" onClick={() => setChanging(true)}>
            {t('guard.change')}
          </button>
        ) : null}
      </header>
      {found.isPending ? <Loading /> : null}
      {found.error ? (
        <ProblemNotice error={found.error} retry={() => void found.refetch()} />
      ) : null}
      {data ? (
        <>
          {sample && !data.separated ? <p>{t('guard.sample')}</p> : null}
          <ul className="guards">
            {NAMES.map((name) => (
              <li key={name}>
                <b>{t(data[name] ? 'guard.on' : 'guard.off')}</b> {say(data.words[name])}
              </li>
            ))}
          </ul>
          <SetBy view={data} />
          <Seats view={data} />
        </>
      ) : null}
      {isChanging && data ? <ChangeDialog view={data} onClose={() => setChanging(false)} /> : null}
    </section>
  )
}

function SetBy({ view }: { view: SafeguardsView }) {
  const { t } = useWords()
  if (view.setBy === null) return <p className="mute">{t('guard.since.start')}</p>
  return (
    <p className="mute">
      {t('guard.since', { who: view.setBy, reason: view.reason })}{' '}
      <DateText of={view.setAt ?? ''} />
    </p>
  )
}

/** The three administrators; where a seat is free, who may grant roles is led to the people. */
function Seats({ view }: { view: SafeguardsView }) {
  const { t, say } = useWords()
  const mayGrant = useMay('grant-roles')
  const granting = useQuery(rolesQuery).data?.items.filter(({ permissions }) =>
    permissions.includes('grant-roles'),
  )
  const founding = useMe().roles.find(({ id }) => granting?.some((role) => role.id === id))
  const isMissing = view.seats.some(({ held }) => !held)
  return (
    <>
      <h3>{t('seats.title')}</h3>
      <ul className="guards">
        {view.seats.map(({ role, name, held }) => (
          <li key={role}>
            <b>{t(held ? 'seats.held' : 'seats.free')}</b> {say(name)}
          </li>
        ))}
      </ul>
      {isMissing ? <p>{t('seats.why')}</p> : null}
      {isMissing && !mayGrant && founding ? (
        <p>{t('seats.switch', { role: say(founding.name) })}</p>
      ) : null}
      {isMissing && mayGrant ? (
        <p>
          <a className="btn do" href="/people">
            {t('seats.name')}
          </a>
        </p>
      ) : null}
    </>
  )
}

type Values = Record<SafeguardName, boolean> & { reason: string }

function ChangeDialog({ view, onClose }: { view: SafeguardsView; onClose: () => void }) {
  const { t, say } = useWords()
  const [form] = Form.useForm<Values>()
  const write = useAccountWrite(onClose)
  const { secondFactor, stepUp, separated } = view
  return (
    <Modal
      open
      title={t('guard.change')}
      okText={t('save')}
      cancelText={t('cancel')}
      confirmLoading={write.isPending}
      onOk={form.submit}
      onCancel={onClose}
      width={560}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ secondFactor, stepUp, separated, reason: '' }}
        onFinish={(body) => write.mutate({ path: '/safeguards', method: 'PUT', body })}
      >
        {NAMES.map((name) => (
          <Form.Item key={name} name={name} valuePropName="checked" className="guard-switch">
            <Checkbox>{say(view.words[name])}</Checkbox>
          </Form.Item>
        ))}
        <Form.Item
          name="reason"
          label={t('desk.reason')}
          rules={[{ required: true, whitespace: true, message: t('guard.reason.need') }]}
        >
          <Input maxLength={300} />
        </Form.Item>
      </Form>
      {write.error ? <ProblemNotice error={write.error} /> : null}
    </Modal>
  )
}
