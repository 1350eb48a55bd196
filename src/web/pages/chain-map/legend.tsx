/** The legend with counts: of the verdicts, or of the steps of the lens that is on. */
import type { CSSProperties } from 'react'
import type { VerdictWord } from '../../api/index.ts'
import { countSteps, type Lens, STEPS } from '../../chain/index.ts'
import { MAKER_PLACES, MarkChip, Verdict } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import type { MapPage } from './use-map-page.ts'

const VERDICTS: readonly VerdictWord[] = ['strong', 'stable', 'weak', 'missing', 'unknown']
const MARKS = ['chokePoint', 'breakPoint', 'blockage'] as const

export function Legend({ page }: { page: MapPage }) {
  const { t } = useWords()
  const lens: Lens = page.search.lens ?? 'verdict'
  return (
    <div className="legend">
      {lens === 'verdict' ? <VerdictCounts page={page} /> : <StepCounts page={page} lens={lens} />}
      <span className="gap" />
      {MARKS.map((mark) => (
        <MarkChip key={mark} mark={mark} />
      ))}
      <span className="gap" />
      <span className="k">
        <span className="makers" aria-hidden="true">
          {MAKER_PLACES.map((place) => (
            <b key={place} className={place} style={{ '--n': 1 } as CSSProperties} />
          ))}
        </span>
        {MAKER_PLACES.map((place) => t(`makers.${place}`)).join('/')}
      </span>
      <span className="gap" />
      <span className="k">
        <svg width="26" height="12" aria-hidden="true">
          <path className="thin" d="M1 2h24" />
          <path className="solid" d="M1 8h24" />
        </svg>
        {t('map.legend.ribbons')}
      </span>
      {page.search.than ? (
        <>
          <span className="gap" />
          <span className="df">{t('map.legend.change')}</span>
        </>
      ) : null}
    </div>
  )
}

function VerdictCounts({ page }: { page: MapPage }) {
  return VERDICTS.map((word) => (
    <span key={word} className="count">
      <Verdict word={word} />{' '}
      {page.map.stages.filter(({ verdict }) => verdict.word === word).length}
    </span>
  ))
}

function StepCounts({ page, lens }: { page: MapPage; lens: Exclude<Lens, 'verdict'> }) {
  const { t } = useWords()
  const counts = countSteps(page.map.stages, lens, page.map.known)
  return STEPS.map((step) => (
    <span key={step} className="count k">
      <i className={`swatch ${step === 0 ? 'unknown' : `step-${step}`}`} />
      {t(`lens.${lens}.${step}`)} <em>{counts.get(step) ?? 0}</em>
    </span>
  ))
}
