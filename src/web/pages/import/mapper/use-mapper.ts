/**
 * The mapping at hand and what the server makes of the first rows with it. The choice of a mapping
 * is in the address; changes to it stay in this browser until they are kept or imported.
 */
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import {
  get,
  type ImportPreview,
  type MappingProposal,
  type MappingView,
  type Page,
  type SourceView,
  send,
} from '../../../api/index.ts'
import { useMe } from '../../../frame/index.ts'
import { blankMapping, isMappingShape, type MappingShape } from '../mapping/index.ts'

export const sourceQuery = (id: string) =>
  queryOptions({
    queryKey: ['sources', id],
    queryFn: ({ signal }) => get<SourceView>(`/sources/${id}`, signal),
  })

export const mappingsQuery = queryOptions({
  queryKey: ['mappings'],
  queryFn: ({ signal }) => get<Page<MappingView>>('/mappings', signal),
})

export const previewQuery = (id: string, sheet: string | undefined, mapping: MappingShape | null) =>
  queryOptions({
    queryKey: ['sources', id, 'preview', sheet ?? null, mapping],
    queryFn: ({ signal }) => {
      const body = { ...(sheet !== undefined && { sheet }), ...(mapping !== null && { mapping }) }
      return send<ImportPreview>(`/sources/${id}/preview`, body, { signal })
    },
    placeholderData: keepPreviousData,
    retry: false,
  })

export function useMapper(id: string) {
  const search = useSearch({ from: '/signed-in/import' })
  const navigate = useNavigate({ from: '/import' })
  const me = useMe()
  const source = useQuery(sourceQuery(id))
  const first = useQuery(previewQuery(id, search.sheet, null))
  const kept = useQuery(mappingsQuery)
  const draft = useDraft(draftKey(id, search.sheet))
  const proposals = first.data?.proposals ?? []
  const chosen = chosenIn(proposals, kept.data?.items ?? [], search.mapping)
  const blank = useMemo(
    () =>
      source.data && first.data
        ? blankMapping(source.data, first.data.head.columns, me.organisation.name)
        : null,
    [source.data, first.data, me.organisation.name],
  )
  const mapping = draft.mapping ?? chosen ?? blank
  // The first answer was read through the first proposal already: it is not asked for twice.
  const isFirst = mapping === proposals[0]?.mapping && first.data?.mapping === mapping?.id
  const applied = useQuery({
    ...previewQuery(id, search.sheet, mapping),
    enabled: first.data !== undefined && mapping !== null && !isFirst,
  })
  const preview = isFirst ? first : applied
  return {
    id,
    source,
    first,
    preview,
    proposals,
    kept: kept.data?.items ?? [],
    mapping,
    isOwn: draft.mapping !== null,
    /** Nothing was proposed and nobody has said yet what the columns are. */
    isBlank: draft.mapping === null && chosen === null,
    change: draft.change,
    choose: (mappingId: string) => {
      draft.change(null)
      void navigate({ search: (now) => ({ ...now, mapping: mappingId }), replace: true })
    },
    sheet: search.sheet,
    chooseSheet: (sheet: string) =>
      void navigate({
        search: ({ mapping: _, ...now }) => ({ ...now, sheet }),
        replace: true,
      }),
  }
}

export type MapperState = ReturnType<typeof useMapper>

/** The mapping named in the address, or the first that was proposed. */
function chosenIn(
  proposals: readonly MappingProposal[],
  kept: readonly MappingView[],
  id: string | undefined,
): MappingShape | null {
  const all = [...proposals, ...kept].map(({ mapping }) => mapping)
  const named = all.find((mapping) => mapping.id === id)
  const found = named ?? proposals[0]?.mapping
  return isMappingShape(found) ? found : null
}

const draftKey = (id: string, sheet: string | undefined): string =>
  `lianshu.mapping.${id}${sheet === undefined ? '' : `.${sheet}`}`

/** What was said in this browser of a sheet that is not open. */
export const rememberedMapping = (id: string, sheet: string): MappingShape | null =>
  remembered(draftKey(id, sheet))

/** Changes survive a reload of the page; they belong to one sheet of one file. */
function useDraft(key: string) {
  const [mapping, setMapping] = useState<MappingShape | null>(() => remembered(key))
  const change = (next: MappingShape | null) => {
    setMapping(next)
    if (next === null) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, JSON.stringify(next))
  }
  return { mapping, change }
}

function remembered(key: string): MappingShape | null {
  const value: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null')
  return isMappingShape(value) ? value : null
}
