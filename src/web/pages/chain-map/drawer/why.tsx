/** Why the verdict stands, and what it rests on; before any list of facts. */
import type { StageDetail, StageTile } from '../../../api/index.ts'
import { FigureLink, UnknownWord } from '../../../parts/index.ts'
import { useWords } from '../../../words/index.ts'
import type { MapPage } from '../use-map-page.ts'
import { factsToShow } from './fact-table.tsx'

interface WhyProps {
  page: MapPage
  stage: StageTile
  detail: StageDetail
}

export function Why({ page, stage, detail }: WhyProps) {
  const { t } = useWords()
  return (
    <dl className="why">
      <dt>{t('why.so')}</dt>
      <dd>
        <Reason page={page} stage={stage} />
      </dd>
      <dt>{t('why.evidence')}</dt>
      <dd>
        <Evidence page={page} stage={stage} detail={detail} />
      </dd>
    </dl>
  )
}

function Reason({ page, stage }: { page: MapPage; stage: StageTile }) {
  const { t } = useWords()
  const inside = page.contents.get(stage.id)?.inside ?? []
  const { figure, word } = stage.verdict
  return (
    <>
      {figure ? (
        <>
          {t('why.stated')} <FigureLink figure={figure}>{t(`verdict.${word}`)}</FigureLink>
        </>
      ) : (
        t('why.unstated')
      )}
      {stage.marks.map(({ mark, figure: source }) => (
        <span key={mark}>
          {t('says.comma')}
          {t('why.marked')} <FigureLink figure={source}>{t(`mark.${mark}`)}</FigureLink>
        </span>
      ))}
      {t('says.stop')}
      {inside.length > 0
        ? t('why.inside', {
            parts: inside
              .map(({ word: each, count }) => `${t(`verdict.${each}`)} ${count}`)
              .join(' · '),
          })
        : ''}
    </>
  )
}

function Evidence({ page, stage, detail }: WhyProps) {
  const { t } = useWords()
  const age = page.contents.get(stage.id)?.age ?? null
  const facts = factsToShow(detail)
  const conflicts = facts.filter((fact) => fact.conflicts > 0).length
  if (stage.sources === 0 && facts.length === 0) {
    return (
      <>
        <UnknownWord /> {t('why.noEvidence')}
      </>
    )
  }
  return (
    <>
      {t('why.counts', { sources: stage.sources, facts: facts.length })}
      {age?.newest ? t(age.isStale ? 'why.stale' : 'why.newest', { day: age.newest }) : ''}
      {age && age.newest === null ? t('why.staleUndated') : ''}
      {age ? '' : t('says.stop')}
      {conflicts > 0 ? (
        <strong className="late"> {t('why.conflicts', { n: conflicts })}</strong>
      ) : null}
    </>
  )
}
