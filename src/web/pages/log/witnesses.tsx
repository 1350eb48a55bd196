/** Who cosigns the states of the log, how far, and the ways to let more do so. */
import { useState } from 'react'
import { get, type LogCheckpoint, type Witnessing, type WitnessView } from '../../api/index.ts'
import { useMay } from '../../frame/index.ts'
import { DateText, EmptyState } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { EndDialog, HandInDialog, NeededDialog, RegisterDialog } from './dialogs.tsx'
import { download } from './download.ts'

interface Told {
  head: LogCheckpoint
  told: Witnessing
}

type Open = 'register' | 'needed' | 'hand-in' | WitnessView

export function Witnesses({ head, told }: Told) {
  const { t } = useWords()
  const mayManage = useMay('manage-log')
  const [open, setOpen] = useState<Open | null>(null)
  const close = (): void => setOpen(null)
  return (
    <section className="log-witnesses">
      <h2>{t('log.witnesses')}</h2>
      <p className="mute">{t('log.witnesses.why')}</p>
      <p className="log-needed">{neededWords(t, told)}</p>
      {told.witnesses.length === 0 ? (
        <EmptyState
          title={t('log.witnesses.none')}
          why={t(mayManage ? 'log.witnesses.none.may' : 'log.witnesses.none.else')}
        />
      ) : (
        <WitnessTable head={head} told={told} {...(mayManage ? { onEnd: setOpen } : {})} />
      )}
      <p className="log-acts">
        <button type="button" className="btn" onClick={() => setOpen('hand-in')}>
          {t('log.hand.in')}
        </button>
        {mayManage ? (
          <>
            <button type="button" className="btn" onClick={() => setOpen('register')}>
              {t('log.register')}
            </button>
            <button type="button" className="btn" onClick={() => setOpen('needed')}>
              {t('log.needed.set')}
            </button>
          </>
        ) : null}
      </p>
      {open === 'register' ? <RegisterDialog onClose={close} /> : null}
      {open === 'needed' ? <NeededDialog told={told} onClose={close} /> : null}
      {open === 'hand-in' ? <HandInDialog onClose={close} /> : null}
      {open !== null && typeof open === 'object' ? (
        <EndDialog witness={open} onClose={close} />
      ) : null}
    </section>
  )
}

type Say = ReturnType<typeof useWords>['t']

function neededWords(t: Say, { needed, witnessedSize }: Witnessing): string {
  if (needed === 0) return t('log.needed.none')
  const size = witnessedSize?.toLocaleString('en-US') ?? ''
  return t(witnessedSize === null ? 'log.needed.missing' : 'log.needed.reached', { needed, size })
}

function WitnessTable({ head, told, onEnd }: Told & { onEnd?: (witness: WitnessView) => void }) {
  const { t } = useWords()
  return (
    <table className="plain-table log-table">
      <thead>
        <tr>
          <th scope="col">{t('log.col.witness')}</th>
          <th scope="col" className="num">
            {t('log.col.size')}
          </th>
          <th scope="col">{t('log.col.signed')}</th>
          <th scope="col">{t('log.col.state')}</th>
          <th scope="col">{t('log.col.acts')}</th>
        </tr>
      </thead>
      <tbody>
        {told.witnesses.map((witness) => (
          <tr key={witness.id} className={witness.retiredAt === null ? '' : 'closed'}>
            <th scope="row">
              {witness.name}
              <br />
              <span className="mute">{witness.organisation}</span>
            </th>
            <td className="num">{witness.size?.toLocaleString('en-US') ?? '—'}</td>
            <td>{witness.signedAt === null ? '—' : <DateText of={witness.signedAt} />}</td>
            <td>
              {t(witness.retiredAt === null ? `log.state.${witness.state}` : 'log.state.ended')}
            </td>
            <td className="row-acts">
              {witness.size !== null && witness.size < head.size && witness.retiredAt === null ? (
                <button
                  type="button"
                  className="btn"
                  onClick={() => void saveGrowth(witness.size ?? 1, head.size)}
                >
                  {t('log.growth.save')}
                </button>
              ) : null}
              {onEnd && witness.retiredAt === null ? (
                <button type="button" className="btn" onClick={() => onEnd(witness)}>
                  {t('log.end')}
                </button>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Saves the proof that the log only grew since a witness looked. */
async function saveGrowth(from: number, size: number): Promise<void> {
  const proof = await get<object>(`/log/consistency?from=${from}&size=${size}`)
  download('growth.json', `${JSON.stringify(proof)}\n`)
}
