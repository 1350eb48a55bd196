/** The meter: fields asked, answered, asked twice, and what need not be asked at all. */
import type { CollectionMeter, CollectionSaved } from '../../api/index.ts'
import { useWords } from '../../words/index.ts'

export function Meter({ meter, saved }: { meter: CollectionMeter; saved?: CollectionSaved }) {
  const { t } = useWords()
  const { asked, answered, twice, waiting, declined, refused } = meter
  const spared = saved ? saved.known + saved.elsewhere + saved.answered : 0
  return (
    <dl className="collection-meter" aria-label={t('collection.meter')}>
      <div>
        <dt>{t('collection.meter.asked')}</dt>
        <dd>{asked}</dd>
      </div>
      <div>
        <dt>{t('collection.meter.answered')}</dt>
        <dd>
          {answered}
          {waiting + declined + refused === 0 ? null : (
            <span className="mute">
              {t('collection.meter.rest', { waiting, declined, refused })}
            </span>
          )}
        </dd>
      </div>
      <div data-twice={twice > 0 || undefined}>
        <dt>{t('collection.meter.twice')}</dt>
        <dd>{twice}</dd>
      </div>
      {saved ? (
        <div>
          <dt>{t('collection.meter.spared')}</dt>
          <dd>
            {spared}
            <span className="mute">{t('collection.meter.spared.of', { ...saved })}</span>
          </dd>
        </div>
      ) : null}
    </dl>
  )
}

/** How much of what was asked is answered, as a bar with its words. */
export function Progress({ meter }: { meter: CollectionMeter }) {
  const { t } = useWords()
  const { asked, answered, declined } = meter
  const done = answered + declined
  return (
    <span className="collection-progress">
      <i aria-hidden="true">
        <b style={{ width: `${asked === 0 ? 0 : (done / asked) * 100}%` }} />
      </i>
      {t('collection.progress', { done, asked })}
    </span>
  )
}
