/** Setting one-time codes up: the secret as a picture and in letters, and the first code of it. */
import { Form, Input, Modal } from 'antd'
import { useEffect, useMemo } from 'react'
import { encode } from 'uqr'
import type { RecoveryCodes, TotpStarted } from '../../api/index.ts'
import { Loading, ProblemNotice } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { useAccountWrite } from './queries.ts'

interface TotpDialogProps {
  onDone: (codes: readonly string[] | null) => void
  onClose: () => void
}

export function TotpDialog({ onDone, onClose }: TotpDialogProps) {
  const { t } = useWords()
  const [form] = Form.useForm<{ code: string }>()
  const start = useAccountWrite<TotpStarted>()
  const confirm = useAccountWrite<RecoveryCodes>(({ recoveryCodes }) => onDone(recoveryCodes))
  const { mutate } = start
  useEffect(() => mutate({ path: '/factors/totp' }), [mutate])
  const { secret, address } = start.data ?? { secret: null, address: null }
  return (
    <Modal
      open
      title={t('factor.totp.title')}
      okText={t('factor.totp.confirm')}
      cancelText={t('cancel')}
      confirmLoading={confirm.isPending}
      okButtonProps={{ disabled: secret === null }}
      onOk={form.submit}
      onCancel={onClose}
      width={520}
    >
      {start.error ? <ProblemNotice error={start.error} /> : null}
      {start.isPending ? <Loading /> : null}
      {secret !== null && address !== null ? (
        <>
          <p>{t('factor.totp.why')}</p>
          <div className="totp-secret">
            <QrCode text={address} label={t('factor.totp.picture')} />
            <dl>
              <dt>{t('factor.totp.letters')}</dt>
              <dd>
                <code className="totp-letters">{secret.match(/.{1,4}/g)?.join(' ')}</code>
              </dd>
            </dl>
          </div>
          <Form
            form={form}
            layout="vertical"
            requiredMark={false}
            onFinish={({ code }) =>
              confirm.mutate({ path: '/factors/totp/confirm', body: { code: code.trim() } })
            }
          >
            <Form.Item
              name="code"
              label={t('factor.totp.code')}
              rules={[{ required: true, message: t('proof.needCode') }]}
            >
              <Input autoComplete="one-time-code" inputMode="numeric" maxLength={20} />
            </Form.Item>
          </Form>
        </>
      ) : null}
      {confirm.error ? <ProblemNotice error={confirm.error} /> : null}
    </Modal>
  )
}

/** Light around the code, without which cameras do not find it; in modules. */
const BORDER = 3

/** Drawn here, so that the secret is sent nowhere. Always dark on light: cameras expect it so. */
function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = useMemo(() => encode(text, { border: BORDER }), [text])
  const path = data
    .flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('')
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <rect width={size} height={size} className="qr-ground" />
      <path d={path} className="qr-dark" />
    </svg>
  )
}
