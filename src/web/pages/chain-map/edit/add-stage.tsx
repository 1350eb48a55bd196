import { Form, Input, Radio } from 'antd'
import type { Position, StageTile } from '../../../api/index.ts'
import { useWords } from '../../../words/index.ts'
import type { MapPage } from '../use-map-page.ts'
import { EditDialog, filled, NameField } from './edit-dialog.tsx'

interface StageValues {
  name: string
  englishName?: string
  position: Position
  column?: string
  sourceNote: string
}

const POSITIONS: readonly Position[] = ['upstream', 'midstream', 'downstream']
/** Numbers are given with gaps, so that a later stage can stand between two. */
const ORDER_STEP = 10

interface AddStageProps {
  page: MapPage
  /** The stage it is to stand in, or null for one of its own. */
  parent: StageTile | null
  onClose: () => void
}

export function AddStage({ page, parent, onClose }: AddStageProps) {
  const { t, nameOf } = useWords()
  const { map, forest } = page
  const root = parent ? forest.byId.get(forest.rootOf(parent.id)) : undefined
  const last = Math.max(0, ...map.stages.map(({ order }) => order))
  const order = Math.min(100_000, Math.floor(last) + ORDER_STEP)
  return (
    <EditDialog<StageValues>
      title={parent ? t('edit.childOf', { stage: nameOf(parent) }) : t('edit.stage')}
      path={`/chains/${map.chain.id}/stages`}
      initial={{ position: root?.position ?? parent?.position ?? 'midstream' }}
      body={(values) => ({ ...filled(values), order, ...(parent ? { parent: parent.id } : {}) })}
      onSaved={({ id }) => page.change({ stage: id, tab: undefined })}
      onClose={onClose}
    >
      <NameField name="name" label={t('edit.name')} need={t('edit.name.need')} />
      <NameField name="englishName" label={t('edit.englishName')} />
      <Form.Item name="position" label={t('edit.position')} hidden={parent !== null}>
        <Radio.Group
          optionType="button"
          options={POSITIONS.map((value) => ({ value, label: t(`position.${value}`) }))}
        />
      </Form.Item>
      {parent ? null : (
        <Form.Item name="column" label={t('edit.column')} extra={t('edit.column.why')}>
          <Input maxLength={100} />
        </Form.Item>
      )}
    </EditDialog>
  )
}
