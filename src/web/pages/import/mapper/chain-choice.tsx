/** Where a table names no chain, the person says to which one its stages and products belong. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import {
  chainsQuery,
  get,
  newKey,
  send,
  type ThingView,
  type Vocabulary,
} from '../../../api/index.ts'
import { useMay } from '../../../frame/index.ts'
import { ProblemNotice } from '../../../parts/index.ts'
import { useWords } from '../../../words/index.ts'
import { chosenChain, lacksChain, type MappingShape, withChain } from '../mapping/index.ts'
import type { MapperState } from './use-mapper.ts'

interface ChainChoiceProps {
  mapper: MapperState
  mapping: MappingShape
  vocabulary: Vocabulary
}

const NEW = 'new:'

export function ChainChoice({ mapper, mapping, vocabulary }: ChainChoiceProps) {
  const { t, nameOf } = useWords()
  const mayAdd = useMay('edit-chain')
  const chains = useQuery(chainsQuery).data?.items ?? []
  const [typed, setTyped] = useState('')
  const chosen = chosenChain(mapping)
  const choose = useChoose(mapper, mapping, vocabulary)
  if (chosen === null && !lacksChain(mapping, vocabulary)) return null
  const name = typed.trim()
  const isNew = mayAdd && name !== '' && !chains.some((chain) => chain.name === name)
  const fresh = { value: NEW + name, label: t('import.chain.new', { name }) }
  return (
    <>
      <label htmlFor="chain">{t('import.chain')}</label>
      <Select
        id="chain"
        size="small"
        className="chain-choice"
        allowClear
        showSearch={{ optionFilterProp: 'label', onSearch: setTyped }}
        placeholder={t('import.chain.ask')}
        value={chosen?.code}
        loading={choose.isPending}
        options={[
          ...chains.map((chain) => ({ value: chain.id, label: nameOf(chain) })),
          ...(isNew ? [fresh] : []),
        ]}
        onChange={(value: string | undefined) => choose.mutate(value ?? null)}
        popupMatchSelectWidth={false}
      />
      {chosen === null ? <span className="mute">{t('import.chain.why')}</span> : null}
      {choose.error ? <ProblemNotice error={choose.error} /> : null}
    </>
  )
}

/** A new chain is entered as a person's own statement: the table does not speak of it. */
function useChoose(mapper: MapperState, mapping: MappingShape, vocabulary: Vocabulary) {
  const { t } = useWords()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async (value: string | null) => {
      if (value === null) return mapper.change(withChain(mapping, null, vocabulary))
      const id = value.startsWith(NEW) ? await addChain(value.slice(NEW.length)) : value
      const [key] = (await get<ThingView>(`/things/${id}`)).keys
      if (key === undefined) return
      const { scheme, code } = key
      mapper.change(withChain(mapping, { scheme, code }, vocabulary))
    },
  })
  async function addChain(name: string): Promise<string> {
    const file = mapper.source.data?.fileName ?? ''
    const body = { name, sourceNote: t('import.chain.note', { file }) }
    const { id } = await send<{ id: string }>('/chains', body, { key: newKey() })
    await queryClient.invalidateQueries({ queryKey: chainsQuery.queryKey })
    return id
  }
}
