/** Makers by distance: here, in the province, in the country, abroad. */
import type { StageTile } from '../../../api/index.ts'
import { FigureLink, MAKER_PLACES, MakersBar, numberOf } from '../../../parts/index.ts'
import { useWords } from '../../../words/index.ts'

export function Places({ stage: { makers } }: { stage: StageTile }) {
  const { t } = useWords()
  return (
    <section>
      <h3>{t('drawer.places')}</h3>
      <MakersBar makers={makers} />
      <p className="place-row">
        {MAKER_PLACES.map((place) => (
          <span key={place}>
            {t(`makers.${place}`)}{' '}
            <FigureLink figure={makers[place]}>{makers[place]?.number}</FigureLink>
          </span>
        ))}
      </p>
      {numberOf(makers.unplaced) > 0 ? (
        <p className="place-row">
          <span>
            {t('makers.unplaced')}{' '}
            <FigureLink figure={makers.unplaced}>{makers.unplaced?.number}</FigureLink>
          </span>
        </p>
      ) : null}
    </section>
  )
}
