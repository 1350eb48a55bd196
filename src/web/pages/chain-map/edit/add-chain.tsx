import { useNavigate } from '@tanstack/react-router'
import { useWords } from '../../../words/index.ts'
import { EditDialog, filled, NameField } from './edit-dialog.tsx'

interface ChainValues {
  name: string
  englishName?: string
  scope?: string
  sourceNote: string
}

export function AddChain({ onClose }: { onClose: () => void }) {
  const { t } = useWords()
  const navigate = useNavigate()
  return (
    <EditDialog<ChainValues>
      title={t('edit.chain')}
      path="/chains"
      body={filled}
      onSaved={({ id }) => void navigate({ to: '/chains/$chain', params: { chain: id } })}
      onClose={onClose}
    >
      <NameField name="name" label={t('edit.name')} need={t('edit.name.need')} />
      <NameField name="englishName" label={t('edit.englishName')} />
      <NameField name="scope" label={t('edit.scope')} />
    </EditDialog>
  )
}
