/** One's own second factors. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { factorsQuery, type OwnFactors, type RecoveryCodes } from '../../api/index.ts'
import { DateText, Loading, ProblemNotice } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { useAccountWrite } from './queries.ts'
import { RecoveryDialog } from './recovery-dialog.tsx'
import { TotpDialog } from './totp-dialog.tsx'

export function Factors() {
  const { t } = useWords()
  const found = useQuery(factorsQuery)
  const [isStarting, setStarting] = useState(false)
  const [told, setTold] = useState<readonly string[] | null>(null)
  const write = useAccountWrite<RecoveryCodes | null>((answer) =>
    setTold(answer?.recoveryCodes ?? null),
  )
  const { data } = found
  return (
    <section className="ruled">
      <header>
        <h2>{t('factor.title')}</h2>
      </header>
      {found.isPending ? <Loading /> : null}
      {found.error ? (
        <ProblemNotice error={found.error} retry={() => void found.refetch()} />
      ) : null}
      {data ? (
        <>
          <Totp
            own={data}
            onStart={() => setStarting(true)}
            onRenew={() => write.mutate({ path: '/factors/recovery-codes' })}
            onRemove={() => write.mutate({ path: '/factors/remove', body: { kind: 'totp' } })}
          />
          {data.takesCertificates ? (
            <Certificate
              own={data}
              onBind={() => write.mutate({ path: '/factors/certificate' })}
              onRemove={() =>
                write.mutate({ path: '/factors/remove', body: { kind: 'certificate' } })
              }
            />
          ) : null}
        </>
      ) : null}
      {write.error ? <ProblemNotice error={write.error} /> : null}
      {isStarting ? (
        <TotpDialog
          onDone={(codes) => {
            setStarting(false)
            setTold(codes)
          }}
          onClose={() => setStarting(false)}
        />
      ) : null}
      {told ? <RecoveryDialog codes={told} onClose={() => setTold(null)} /> : null}
    </section>
  )
}

interface TotpProps {
  own: OwnFactors
  onStart: () => void
  onRenew: () => void
  onRemove: () => void
}

function Totp({ own, onStart, onRenew, onRemove }: TotpProps) {
  const { t } = useWords()
  const factor = own.factors.find(({ kind }) => kind === 'totp')
  if (factor === undefined) {
    return (
      <div className="factor">
        <p>{t('factor.totp.none')}</p>
        <button type="button" className="btn do" onClick={onStart}>
          {t('factor.totp.start')}
        </button>
      </div>
    )
  }
  return (
    <div className="factor">
      <p>
        <b>{t('factor.totp.on')}</b> <DateText of={factor.since} />
        {' · '}
        {t('factor.recovery.left', { left: own.recoveryLeft })}
      </p>
      <button type="button" className="btn" onClick={onRenew}>
        {t('factor.recovery.renew')}
      </button>
      <button type="button" className="btn" onClick={onRemove}>
        {t('factor.totp.remove')}
      </button>
    </div>
  )
}

interface CertificateProps {
  own: OwnFactors
  onBind: () => void
  onRemove: () => void
}

function Certificate({ own, onBind, onRemove }: CertificateProps) {
  const { t } = useWords()
  const factor = own.factors.find(({ kind }) => kind === 'certificate')
  if (factor !== undefined) {
    return (
      <div className="factor">
        <p>
          <b>{t('factor.certificate.on')}</b> <code>{factor.subject}</code>
        </p>
        <button type="button" className="btn" onClick={onRemove}>
          {t('factor.certificate.remove')}
        </button>
      </div>
    )
  }
  return (
    <div className="factor">
      <p>
        {own.certificate === null
          ? t('factor.certificate.absent')
          : t('factor.certificate.here', { subject: own.certificate })}
      </p>
      {own.certificate === null ? null : (
        <button type="button" className="btn" onClick={onBind}>
          {t('factor.certificate.bind')}
        </button>
      )}
    </div>
  )
}
