/** A password that was made for somebody: shown now, and never again. */
import { Modal } from 'antd'
import { useState } from 'react'
import type { WrittenPerson } from '../../api/index.ts'
import { useWords } from '../../words/index.ts'

export function PasswordOnce({ told, onClose }: { told: WrittenPerson; onClose: () => void }) {
  const { t } = useWords()
  const { person, password } = told
  const [copied, setCopied] = useState<'copied' | 'failed' | null>(null)
  const copy = () => {
    // The browser may refuse; the password stays in sight to be selected by hand.
    navigator.clipboard.writeText(password ?? '').then(
      () => setCopied('copied'),
      () => setCopied('failed'),
    )
  }
  return (
    <Modal
      open
      title={t('people.password.title', { name: person.name })}
      okText={t('people.password.done')}
      cancelButtonProps={{ style: { display: 'none' } }}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      onOk={onClose}
      width={460}
    >
      <dl className="told">
        <dt>{t('people.password.login')}</dt>
        <dd>{person.login}</dd>
        <dt>{t('people.password.password')}</dt>
        <dd>
          <code>{password}</code>{' '}
          <button type="button" className="btn" onClick={copy}>
            {t('people.password.copy')}
          </button>
        </dd>
      </dl>
      <p role="status">{copied ? t(`people.password.${copied}`) : ''}</p>
      <p className="mute">{t('people.password.why')}</p>
    </Modal>
  )
}
