/** Name of the chain and its leading figures, lenses, map or table, and what an editor may add. */
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Dropdown } from 'antd'
import { useEffect, useState } from 'react'
import { chainsQuery } from '../../api/index.ts'
import { LENSES, type Lens } from '../../chain/index.ts'
import { useMay } from '../../frame/index.ts'
import { FigureLink, Keys, SyntheticMark } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { AddChain, AddLink, AddStage } from './edit/index.ts'
import { GraphExport } from './graph-export.tsx'
import type { MapPage } from './use-map-page.ts'

export function MapHead({ page, onKeys }: { page: MapPage; onKeys: () => void }) {
  const { t, say } = useWords()
  const { map } = page
  const isSynthetic = map.stages.some(({ synthetic }) => synthetic)
  return (
    <header className="map-head">
      <h1>
        <ChainName page={page} />
      </h1>
      {isSynthetic ? <SyntheticMark /> : null}
      <span className="sum">
        {map.chain.scope ? <span className="scope">{map.chain.scope}</span> : null}
        {map.chain.headline.map(({ label, figure }) => (
          <span key={figure.id} className="headline">
            {say(label)}{' '}
            <b>
              <FigureLink figure={figure} />
            </b>
          </span>
        ))}
      </span>
      <Lenses page={page} />
      <Views page={page} />
      <AddMenu page={page} />
      <GraphExport page={page} />
      <button type="button" className="btn plain no-print" onClick={onKeys}>
        <Keys of="?" />
        <span className="unseen">{t('keys.title')}</span>
      </button>
    </header>
  )
}

/** The list reads every chain, so it waits until this one stands there and can be used. */
const LIST_DELAY_MS = 1_500

/** The name is a menu where there is more than one chain to go to. */
function ChainName({ page }: { page: MapPage }) {
  const { t, nameOf } = useWords()
  const navigate = useNavigate()
  const [isDue, setDue] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), LIST_DELAY_MS)
    return () => clearTimeout(timer)
  }, [])
  const chains = useQuery({ ...chainsQuery, enabled: isDue }).data?.items ?? []
  const name = nameOf(page.map.chain)
  if (chains.length < 2) return name
  const items = chains.map((chain) => ({ key: chain.id, label: nameOf(chain) }))
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items,
        selectedKeys: [page.map.chain.id],
        onClick: ({ key }) => void navigate({ to: '/chains/$chain', params: { chain: key } }),
      }}
    >
      <button type="button" className="chain-name" aria-haspopup="menu" title={t('map.chains')}>
        {name}{' '}
        <span className="chain-name-more" aria-hidden="true">
          ▾
        </span>
      </button>
    </Dropdown>
  )
}

function Lenses({ page: { search, change } }: { page: MapPage }) {
  const { t } = useWords()
  const chosen: Lens = search.lens ?? 'verdict'
  return (
    <div className="lens no-print" role="toolbar" aria-label={t('map.lens')}>
      <span className="mute">{t('map.lens')}</span>
      {LENSES.map((lens) => (
        <button
          key={lens}
          type="button"
          aria-pressed={lens === chosen}
          onClick={() => change({ lens: lens === 'verdict' ? undefined : lens })}
        >
          {t(`map.lens.${lens}`)}
        </button>
      ))}
    </div>
  )
}

function Views({ page: { search, change } }: { page: MapPage }) {
  const { t } = useWords()
  const isTable = search.view === 'table'
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own look and legend
    <div className="choice no-print" role="group" aria-label={t('map.view')}>
      <button type="button" aria-pressed={!isTable} onClick={() => change({ view: undefined })}>
        {t('map.view.map')}
      </button>
      <button type="button" aria-pressed={isTable} onClick={() => change({ view: 'table' })}>
        {t('map.view.table')}
      </button>
    </div>
  )
}

type Adding = 'stage' | 'link' | 'chain' | null

function AddMenu({ page }: { page: MapPage }) {
  const { t } = useWords()
  const mayEdit = useMay('edit-chain')
  const [adding, setAdding] = useState<Adding>(null)
  if (!mayEdit) return null
  const items = (['stage', 'link', 'chain'] as const).map((what) => ({
    key: what,
    label: t(`edit.${what}`),
    disabled: what === 'link' && page.map.stages.length < 2,
  }))
  const done = () => setAdding(null)
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{ items, onClick: ({ key }) => setAdding(key as Adding) }}
        placement="bottomRight"
      >
        <button type="button" className="btn no-print" aria-haspopup="menu">
          {t('edit.add')}
        </button>
      </Dropdown>
      {adding === 'stage' ? <AddStage page={page} parent={null} onClose={done} /> : null}
      {adding === 'link' ? <AddLink page={page} from={null} onClose={done} /> : null}
      {adding === 'chain' ? <AddChain onClose={done} /> : null}
    </>
  )
}
