/** The desk as the address holds it: the queue, the claim that is looked at, and what is decided. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { RejectReason, ReviewItem } from '../../api/index.ts'
import { claimAfter, lineOf } from './line.ts'
import { caseQuery, queueQuery, useReviewWrite } from './queries.ts'
import { placesOut, type ReviewNext, type ReviewSearch } from './search.ts'

export interface Fields {
  subject?: string
  property?: string
  /** The other end of a relation. */
  object?: string
  value?: string
  period?: string
}

export function useReview() {
  const search = useSearch({ from: '/signed-in/review' })
  const navigate = useNavigate()
  const queue = useInfiniteQuery(queueQuery(search))
  const lines = useMemo(() => queue.data?.pages.flatMap(({ items }) => items) ?? [], [queue.data])
  const claim = search.claim ?? lines[0]?.claims[0]
  const shown = useQuery(caseQuery(claim))
  const change = (next: ReviewNext) => {
    const kept = Object.entries({ ...search, ...next }).filter(([, each]) => each !== undefined)
    const address = Object.fromEntries(kept) as ReviewSearch
    void navigate({ to: '/review', search: address, replace: true, resetScroll: false })
  }
  const go = (id: string | undefined) => change({ claim: id, doing: undefined, without: undefined })
  const at = lineOf(lines, claim)
  return {
    ...{ search, queue, lines, claim, change, go, at },
    /** The case of the claim in the address; that of another is not shown for it. */
    shown: shown.data?.claim.id === claim ? shown.data : undefined,
    error: shown.error,
    head: queue.data?.pages[0],
    /** A line further or back; more of the queue is read where its end is reached. */
    move: (by: number) => {
      const line = lines[at < 0 ? 0 : at + by]
      if (line !== undefined) go(line.claims[0])
      else if (by > 0 && queue.hasNextPage) void queue.fetchNextPage()
    },
  }
}

export type Review = ReturnType<typeof useReview>

/** Claims of the batch on which the claim stands, without those taken out; itself where it has none. */
export function batchOf({ lines, at, search, claim }: Review): string[] {
  const line: ReviewItem | undefined = lines[at]
  if (line?.group !== 'alike') return claim === undefined ? [] : [claim]
  const out = placesOut(search)
  return line.claims.filter((_, place) => !out.has(place))
}

/** The claims that a reason, once chosen, sends back: this one, or its batch; none while none is asked. */
export function rejectedBy(review: Review): string[] {
  const { search, claim } = review
  if (search.doing === 'reject-batch') return batchOf(review)
  return search.doing === 'reject' && claim !== undefined ? [claim] : []
}

/** The decisions of the desk; each goes on to the claim that comes next. */
export function useDecisions(review: Review) {
  const { lines, claim, go, shown, head } = review
  const decide = useReviewWrite<{ decision: string }>((_, next) => go(next))
  const edit = useReviewWrite<{ claim: string; waits: boolean }>(({ claim: own, waits }, next) =>
    go(waits ? own : next),
  )
  const undo = useReviewWrite<{ claims: string[] }>(({ claims }) => go(claims[0]))
  const writes = [decide, edit, undo]
  const isBusy = writes.some(({ isPending }) => isPending)
  const mayDecide = !isBusy && shown !== undefined && shown.group !== null
  const leave = () => {
    for (const write of writes) write.reset()
  }
  const over = (body: object, claims: readonly string[]) => {
    leave()
    decide.mutate({ path: '/review/decisions', body, next: claimAfter(lines, claims) })
  }
  return {
    isBusy,
    error: writes.find(({ error }) => error !== null)?.error ?? null,
    leave,
    accept: (claims: readonly string[]) => {
      if (mayDecide && !shown.isOwnWork && claims.length > 0)
        over({ kind: 'accept', claims }, claims)
    },
    reject: (claims: readonly string[], reason: RejectReason) => {
      if (mayDecide && claims.length > 0) over({ kind: 'reject', claims, reason }, claims)
    },
    edit: (fields: Fields) => {
      if (!mayDecide || claim === undefined) return
      leave()
      const next = claimAfter(lines, [claim])
      edit.mutate({ path: `/review/${claim}/edit`, body: fields, next })
    },
    undo: () => {
      if (isBusy || !head?.last) return
      leave()
      undo.mutate({ path: `/review/decisions/${head.last.id}/undo` })
    },
  }
}

export type Decisions = ReturnType<typeof useDecisions>
