/** Where the office sits: asked where nobody has said it, since near and far are judged from there. */
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay, useMe } from '../../frame/index.ts'
import { ProblemNotice } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { DivisionField } from './division.tsx'
import './seat.css'
import { useWrite } from './queries.ts'

/** Nothing where the seat is known, or for those who may not say it. */
export function SeatNotice() {
  const { t } = useWords()
  const isMissing = useSeatIsMissing()
  if (!isMissing) return null
  return (
    <section className="seat-notice">
      <p>{t('org.seat.missing')}</p>
      <SeatForm />
    </section>
  )
}

export function useSeatIsMissing(): boolean {
  const { organisation } = useMe()
  return useMay('set-desk') && organisation.home === null
}

export function SeatForm() {
  const { t } = useWords()
  const queryClient = useQueryClient()
  const [home, setHome] = useState<string | null>(null)
  // Everything that speaks of near and far is asked for again.
  const write = useWrite(() => void queryClient.invalidateQueries())
  return (
    <form
      className="seat-form"
      onSubmit={(event) => {
        event.preventDefault()
        write.mutate({ path: '/organisations/own/seat', method: 'PUT', body: { home } })
      }}
    >
      <label htmlFor="seat">{t('org.home')}</label>
      <DivisionField id="seat" value={home} onChange={setHome} />
      <button type="submit" className="btn do" disabled={home === null || write.isPending}>
        {t('save')}
      </button>
      {write.error ? <ProblemNotice error={write.error} /> : null}
    </form>
  )
}
