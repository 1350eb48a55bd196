/** Changing one's own password; every other session of the account ends with it. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, Input, Modal } from 'antd'
import { send, sessionQuery } from '../api/index.ts'
import { ProblemNotice } from '../parts/index.ts'
import { useWords } from '../words/index.ts'

interface Passwords {
  current: string
  next: string
  again: string
}

export function PasswordDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords()
  const [form] = Form.useForm<Passwords>()
  const queryClient = useQueryClient()
  const change = useMutation({
    mutationFn: ({ current, next }: Passwords) =>
      send<null>('/session/password', { current, next }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey })
      onClose()
    },
  })
  const need = (message: string) => [{ required: true, message }]
  return (
    <Modal
      open
      title={t('password.title')}
      okText={t('save')}
      cancelText={t('cancel')}
      confirmLoading={change.isPending}
      onOk={form.submit}
      onCancel={onClose}
      width={420}
    >
      <Form<Passwords>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(passwords) => change.mutate(passwords)}
      >
        <Form.Item
          name="current"
          label={t('password.current')}
          rules={need(t('sign.needPassword'))}
        >
          <Input.Password autoComplete="current-password" visibilityToggle={false} />
        </Form.Item>
        <Form.Item name="next" label={t('password.next')} rules={need(t('sign.needPassword'))}>
          <Input.Password autoComplete="new-password" visibilityToggle={false} />
        </Form.Item>
        <Form.Item
          name="again"
          label={t('password.again')}
          dependencies={['next']}
          rules={[
            ({ getFieldValue }) => ({
              validator: (_, value) =>
                value === getFieldValue('next')
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('password.differs'))),
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" visibilityToggle={false} />
        </Form.Item>
      </Form>
      <p className="mute">{t('password.note')}</p>
      {change.error ? <ProblemNotice error={change.error} /> : null}
    </Modal>
  )
}
