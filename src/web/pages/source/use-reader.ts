/** The state of the reader, all of it from the address: what is open, selected, listed. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { ClaimView, SourceWindow } from '../../api/index.ts'
import { withQuery } from '../../api/index.ts'
import { cellsOfClaims, isUnread, lettersOfText } from './document/index.ts'
import { claimQuery, claimsQuery, sourceQuery, windowQuery } from './queries.ts'

export function useReader() {
  const { source: id } = useParams({ from: '/signed-in/sources/$source' })
  const search = useSearch({ from: '/signed-in/sources/$source' })
  const navigate = useNavigate({ from: '/sources/$source' })
  const source = useQuery(sourceQuery(id))
  const asked = useQuery(claimQuery(search.claim))
  const filter = {
    ...(search.row !== undefined && { row: search.row }),
    ...(search.row !== undefined && search.sheet !== undefined && { sheet: search.sheet }),
  }
  const pages = useInfiniteQuery(claimsQuery(id, filter))
  const listed = useMemo(() => pages.data?.pages.flatMap(({ items }) => items) ?? [], [pages.data])
  const selected = selectedIn(listed, asked.data, search.claim)
  const claims = withSelected(listed, selected)
  const isPlaced = search.claim === undefined || selected !== null || asked.isError
  const document = useQuery({
    ...windowQuery(id, {
      sheet: search.sheet ?? selected?.locator.sheet ?? undefined,
      row: search.at ?? search.row ?? selected?.locator.row ?? undefined,
      start: search.page === undefined ? (selected?.locator.start ?? undefined) : undefined,
      page: search.page,
    }),
    enabled: isPlaced && source.data !== undefined && !isUnread(source.data),
  })
  const select = (claim: ClaimView | undefined) => {
    if (claim === undefined) return
    const { sheet } = claim.locator
    void navigate({
      search: ({ at: _, page: __, ...now }) => ({
        ...now,
        claim: claim.id,
        ...(sheet !== null && { sheet }),
      }),
      replace: true,
      resetScroll: false,
    })
  }
  return {
    id,
    search,
    source,
    document,
    pages,
    claims,
    selected,
    navigate,
    select,
    letters: useLetters(document.data, claims),
    hrefOf: (claim: ClaimView) =>
      withQuery(`/sources/${id}`, {
        claim: claim.id,
        sheet: claim.locator.sheet,
        row: claim.locator.row,
      }),
  }
}

export type Reader = ReturnType<typeof useReader>

type Asked = { kind: 'span'; claim: ClaimView } | { kind: 'derivation' } | undefined

function selectedIn(
  claims: readonly ClaimView[],
  asked: Asked,
  id: string | undefined,
): ClaimView | null {
  const listed = claims.find((claim) => claim.id === id)
  if (listed) return listed
  return asked?.kind === 'span' && asked.claim.id === id ? asked.claim : null
}

/** The claim one came for stands in the list even when it belongs to a later page of it. */
function withSelected(claims: readonly ClaimView[], selected: ClaimView | null) {
  if (selected === null || claims.some(({ id }) => id === selected.id)) return claims
  return [selected, ...claims]
}

function useLetters(shown: SourceWindow | undefined, claims: readonly ClaimView[]) {
  return useMemo(
    () => (shown?.kind === 'text' ? lettersOfText(shown.spans) : cellsOfClaims(claims)),
    [shown, claims],
  )
}
