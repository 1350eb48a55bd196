/** Decisions about names, those that wait first, each with its reason and its way back. */
import { useState } from 'react'
import type { IdentityDecision } from '../api/index.ts'
import { useMay } from '../frame/index.ts'
import { DateText, ProblemNotice } from '../parts/index.ts'
import { type Speech, useWords } from '../words/index.ts'
import { DecideDialog } from './decide-dialog.tsx'
import { useIdentityWrite } from './queries.ts'

export function DecisionTable({ decisions }: { decisions: readonly IdentityDecision[] }) {
  const { t } = useWords()
  const mayDecide = useMay('decide-identity')
  const [undoing, setUndoing] = useState<IdentityDecision | null>(null)
  return (
    <>
      <table className="plain-table decisions">
        <caption className="unseen">{t('identity.history')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('identity.decision')}</th>
            <th scope="col">{t('identity.reason')}</th>
            <th scope="col">{t('identity.by')}</th>
            <th scope="col">{t('identity.at')}</th>
            <th scope="col">{t('identity.state')}</th>
            {mayDecide ? <th scope="col">{t('identity.acts')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {decisions.map((decision) => (
            <tr key={decision.id}>
              <Told decision={decision} />
              {mayDecide ? (
                <td>
                  <Acts decision={decision} onUndo={() => setUndoing(decision)} />
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
      {undoing ? (
        <DecideDialog
          deciding={{ kind: 'undo', decision: undoing }}
          onClose={() => setUndoing(null)}
        />
      ) : null}
    </>
  )
}

function Told({ decision }: { decision: IdentityDecision }) {
  const speech = useWords()
  const { t } = speech
  const { undone, confirmedBy, madeBy, madeAt, recordedAt, state, reason } = decision
  return (
    <>
      <td className={undone || state === 'dropped' ? 'gone' : undefined}>
        {saidOf(decision, speech)}
      </td>
      <td>{reason}</td>
      <td>
        {confirmedBy === null ? madeBy : t('identity.by.two', { one: madeBy, other: confirmedBy })}
      </td>
      <td>
        <DateText of={(recordedAt ?? madeAt).slice(0, 10)} />
      </td>
      <td>
        {t(undone ? 'identity.state.undone' : `identity.state.${state}`)}
        {undone ? (
          <div className="mute">
            {t('identity.undone.by', { by: undone.by, reason: undone.reason })}
          </div>
        ) : null}
      </td>
    </>
  )
}

/** The decision as a sentence. */
export function saidOf({ kind, from, into, claims: n }: IdentityDecision, { t }: Speech): string {
  if (kind !== 'split') {
    return t(`identity.said.${kind}`, { from: from.name, into: into.name ?? '' })
  }
  if (into.name === null) return t('identity.said.split.bare', { from: from.name, n })
  return t('identity.said.split', { from: from.name, into: into.name, n })
}

/** Whoever proposed it may drop it and not confirm it; what was undone stays undone. */
export function Acts({ decision, onUndo }: { decision: IdentityDecision; onUndo: () => void }) {
  const { t } = useWords()
  const confirm = useIdentityWrite(() => {})
  const { id, state, undone, mine } = decision
  if (undone || state === 'dropped') return null
  const waits = state === 'proposed'
  return (
    <span className="decision-acts">
      {waits && !mine ? (
        <button
          type="button"
          className="btn"
          disabled={confirm.isPending}
          onClick={() => confirm.mutate({ path: `/identity/decisions/${id}/confirm`, body: {} })}
        >
          {t('identity.confirm')}
        </button>
      ) : null}
      <button type="button" className="btn plain" onClick={onUndo}>
        {t(waits ? 'identity.drop' : 'identity.undo')}
      </button>
      {confirm.error ? <ProblemNotice error={confirm.error} /> : null}
    </span>
  )
}
