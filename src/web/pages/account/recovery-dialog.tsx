/** Codes for the day on which the telephone is lost, told this once. */
import { Modal } from 'antd'
import { useWords } from '../../words/index.ts'

export function RecoveryDialog({
  codes,
  onClose,
}: {
  codes: readonly string[]
  onClose: () => void
}) {
  const { t } = useWords()
  return (
    <Modal
      open
      title={t('factor.recovery.title')}
      okText={t('factor.recovery.kept')}
      cancelButtonProps={{ hidden: true }}
      closable={false}
      onOk={onClose}
      width={460}
    >
      <p>{t('factor.recovery.why')}</p>
      <ol className="recovery">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
    </Modal>
  )
}
