/** What reading the span again found: it matches, it changed, or it is missing. */
import type { ClaimCheck, ClaimView } from '../../../api/index.ts'
import { useWords } from '../../../words/index.ts'

export function CheckPanel({ check, claim }: { check: ClaimCheck; claim: ClaimView }) {
  const { t } = useWords()
  return (
    <div className={`check-panel ${check.result}`} role="status">
      <p>
        <b>{t(`source.check.${check.result}`)}</b>{' '}
        {t(`source.check.${check.result}.why`, { n: check.characters })}
      </p>
      {check.result === 'changed' ? (
        <dl>
          <dt>{t('source.check.was')}</dt>
          <dd>{claim.quote}</dd>
          <dt>{t('source.check.found')}</dt>
          <dd>{check.found ?? ''}</dd>
        </dl>
      ) : null}
    </div>
  )
}
