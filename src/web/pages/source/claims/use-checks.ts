/** Reading spans again, one by one; what was found is kept while the reader is open. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type ClaimCheck, type ClaimView, send } from '../../../api/index.ts'

export function useChecks() {
  const [checks, setChecks] = useState<ReadonlyMap<string, ClaimCheck>>(new Map())
  const check = useMutation({
    mutationFn: async (claims: readonly ClaimView[]) => {
      for (const { id } of claims) {
        const found = await send<ClaimCheck>(`/claims/${id}/check`, undefined)
        setChecks((now) => new Map(now).set(id, found))
      }
    },
  })
  return {
    checks,
    isChecking: check.isPending,
    error: check.error,
    check: (claims: readonly ClaimView[]) => {
      if (!check.isPending && claims.length > 0) check.mutate(claims)
    },
  }
}
