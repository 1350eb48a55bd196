/** Which mapping is at hand: proposed, kept, from a file, or changed here; and keeping it. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Select } from 'antd'
import { useRef, useState } from 'react'
import { keepFile, type MappingView, send } from '../../../api/index.ts'
import { useMay } from '../../../frame/index.ts'
import { ProblemNotice } from '../../../parts/index.ts'
import { type Speech, useWords } from '../../../words/index.ts'
import { isMappingShape, type MappingShape, readyToKeep } from '../mapping/index.ts'
import { type MapperState, mappingsQuery } from './use-mapper.ts'

interface MappingBarProps {
  mapper: MapperState
  mapping: MappingShape
}

export function MappingBar({ mapper, mapping }: MappingBarProps) {
  const speech = useWords()
  const { t, say } = speech
  const mayKeep = useMay('manage-mappings')
  const [isBad, setBad] = useState(false)
  const keep = useKeep()
  const reason = mapper.proposals.find((each) => each.mapping.id === mapping.id)?.reason
  return (
    <div className="mapping-bar">
      <label htmlFor="mapping">{t('import.mapping')}</label>
      <Select
        id="mapping"
        size="small"
        value={mapping.id}
        options={optionsOf(mapper, mapping, speech)}
        onChange={mapper.choose}
        popupMatchSelectWidth={false}
      />
      {mapper.isOwn ? (
        <>
          <span>{t('import.mapping.own')}</span>
          <button type="button" className="btn plain" onClick={() => mapper.change(null)}>
            {t('import.mapping.reset')}
          </button>
        </>
      ) : (
        <span className="mute">{reason ? say(reason) : ''}</span>
      )}
      <span className="end mapping-acts">
        <span role="status" className="mute">
          {keep.data ? t('import.mapping.kept', { version: keep.data.version }) : ''}
        </span>
        <LoadButton
          onLoaded={(loaded) => {
            setBad(loaded === null)
            if (loaded !== null) mapper.change(loaded)
          }}
        />
        <button type="button" className="btn" onClick={() => download(mapping)}>
          {t('import.mapping.download')}
        </button>
        {mayKeep ? (
          <button
            type="button"
            className="btn"
            disabled={keep.isPending}
            onClick={() => keep.mutate(mapping)}
          >
            {t('import.mapping.keep')}
          </button>
        ) : null}
      </span>
      {keep.error ? <ProblemNotice error={keep.error} /> : null}
      {isBad ? <BadFile /> : null}
    </div>
  )
}

function optionsOf({ proposals, kept }: MapperState, mapping: MappingShape, speech: Speech) {
  const { t, say } = speech
  const seen = new Set<string>()
  const fresh = (id: string) => !seen.has(id) && seen.add(id)
  const near = proposals.flatMap((each) =>
    fresh(each.mapping.id)
      ? [
          {
            value: each.mapping.id,
            label: `${say(each.mapping.title)} · ${t(each.saved ? 'import.mapping.saved' : 'import.mapping.proposed')}`,
          },
        ]
      : [],
  )
  const own = fresh(mapping.id) ? [{ value: mapping.id, label: say(mapping.title) }] : []
  const others = kept.flatMap(({ id, title }) =>
    fresh(id) ? [{ value: id, label: say(title) }] : [],
  )
  return [
    ...own,
    ...near,
    ...(others.length > 0 ? [{ label: t('import.mapping.all'), options: others }] : []),
  ]
}

function useKeep() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (mapping: MappingShape) =>
      send<MappingView>(`/mappings/${mapping.id}`, readyToKeep(mapping), { method: 'PUT' }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: mappingsQuery.queryKey }),
  })
}

function LoadButton({ onLoaded }: { onLoaded: (mapping: MappingShape | null) => void }) {
  const { t } = useWords()
  const field = useRef<HTMLInputElement>(null)
  return (
    <>
      <button type="button" className="btn" onClick={() => field.current?.click()}>
        {t('import.mapping.load')}
      </button>
      <input
        ref={field}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={({ target }) => {
          const file = target.files?.[0]
          target.value = ''
          if (file) void file.text().then((text) => onLoaded(readMapping(text)))
        }}
      />
    </>
  )
}

function readMapping(text: string): MappingShape | null {
  try {
    const value: unknown = JSON.parse(text)
    return isMappingShape(value) ? value : null
  } catch {
    return null
  }
}

function BadFile() {
  const { t } = useWords()
  return (
    <div className="problem" role="alert">
      <h2>{t('import.mapping.bad')}</h2>
      <dl>
        <dt>{t('problem.why')}</dt>
        <dd>{t('import.mapping.bad.why')}</dd>
        <dt>{t('problem.next')}</dt>
        <dd>{t('import.mapping.bad.next')}</dd>
      </dl>
    </div>
  )
}

function download(mapping: MappingShape): void {
  const text = JSON.stringify(readyToKeep(mapping), null, 2)
  keepFile(`${mapping.id}.json`, new Blob([text], { type: 'application/json' }))
}
