/** A chain without stages says what belongs here, and offers both ways to fill it. */
import { useState } from 'react'
import { useMay } from '../../frame/index.ts'
import { EmptyState } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { AddStage } from './edit/index.ts'
import type { MapPage } from './use-map-page.ts'

export function NoStage({ page }: { page: MapPage }) {
  const { t } = useWords()
  const mayImport = useMay('import-table')
  const mayEdit = useMay('edit-chain')
  const [isAdding, setAdding] = useState(false)
  const { day } = page.search
  if (day !== undefined) {
    return (
      <div className="no-stage">
        <EmptyState title={t(`map.notYet.${page.axis}`, { day })} why={t('map.notYet.why')}>
          <button type="button" className="btn do" onClick={() => page.change({ day: undefined })}>
            {t('map.notYet.today')}
          </button>
        </EmptyState>
      </div>
    )
  }
  return (
    <div className="no-stage">
      <EmptyState title={t('map.noStage')} why={t('map.noStage.why')}>
        {mayImport ? (
          <a className="btn do" href="/import">
            {t('map.empty.import')}
          </a>
        ) : null}
        {mayEdit ? (
          <button type="button" className="btn" onClick={() => setAdding(true)}>
            {t('edit.stage')}
          </button>
        ) : null}
      </EmptyState>
      {isAdding ? <AddStage page={page} parent={null} onClose={() => setAdding(false)} /> : null}
    </div>
  )
}
