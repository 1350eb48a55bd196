/**
 * One dialog for everything that wants a fresh proof: it asks who sits here, and the request that
 * was refused is sent once more, under the same key.
 */
import { useMutation, useQuery } from '@tanstack/react-query'
import { Form, Input, type InputRef, Modal } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { askProofBy, factorsQuery, send } from '../api/index.ts'
import { ProblemNotice } from '../parts/index.ts'
import { useWords } from '../words/index.ts'

type Answer = (isProven: boolean) => void

export function StepUp() {
  const [answer, setAnswer] = useState<Answer | null>(null)
  useEffect(() => askProofBy(() => new Promise((resolve) => setAnswer(() => resolve))), [])
  if (answer === null) return null
  const close = (isProven: boolean) => {
    setAnswer(null)
    answer(isProven)
  }
  return <ProofDialog onClose={close} />
}

function ProofDialog({ onClose }: { onClose: Answer }) {
  const { t } = useWords()
  const [form] = Form.useForm<{ proof: string }>()
  const field = useRef<InputRef>(null)
  const factors = useQuery(factorsQuery)
  const hasCode = factors.data?.factors.some(({ kind }) => kind === 'totp') === true
  const prove = useMutation({
    mutationFn: ({ proof }: { proof: string }) =>
      send<null>('/session/proof', hasCode ? { code: proof } : { password: proof }),
    onSuccess: () => onClose(true),
    onError: () => form.setFieldValue('proof', ''),
  })
  return (
    <Modal
      open
      title={t('proof.title')}
      okText={t('proof.do')}
      cancelText={t('cancel')}
      confirmLoading={prove.isPending}
      okButtonProps={{ disabled: factors.isPending }}
      onOk={form.submit}
      onCancel={() => onClose(false)}
      afterOpenChange={(isOpen) => isOpen && field.current?.focus()}
      width={420}
    >
      <p>{t('proof.why')}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(values) => prove.mutate(values)}
      >
        <Form.Item
          name="proof"
          label={t(hasCode ? 'proof.code' : 'sign.password')}
          rules={[{ required: true, message: t(hasCode ? 'proof.needCode' : 'sign.needPassword') }]}
        >
          {hasCode ? (
            <Input ref={field} autoComplete="one-time-code" inputMode="text" />
          ) : (
            <Input.Password ref={field} autoComplete="current-password" visibilityToggle={false} />
          )}
        </Form.Item>
      </Form>
      {prove.error ? <ProblemNotice error={prove.error} /> : null}
    </Modal>
  )
}
