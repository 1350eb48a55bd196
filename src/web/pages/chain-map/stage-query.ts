import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { get, type StageDetail, withQuery } from '../../api/index.ts'

export const stageQuery = (
  stage: string,
  chain: string,
  known: string | undefined,
  valid: string | undefined,
) =>
  queryOptions({
    queryKey: ['stages', stage, chain, known ?? null, valid ?? null],
    queryFn: ({ signal }) =>
      get<StageDetail>(withQuery(`/stages/${stage}`, { chain, known, valid }), signal),
    placeholderData: keepPreviousData,
  })
