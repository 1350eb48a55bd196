/** How many makers are here, in the province, in the country and abroad, as one small bar. */
import type { CSSProperties } from 'react'
import type { Figure, Makers } from '../api/index.ts'
import { useWords } from '../words/index.ts'

export const MAKER_PLACES = ['local', 'province', 'country', 'abroad'] as const
export type MakerPlace = (typeof MAKER_PLACES)[number]

/** Near is dark, far is hollow; what is not known is a dotted line, never an empty bar. */
export function MakersBar({ makers }: { makers: Makers }) {
  const { t } = useWords()
  const known = MAKER_PLACES.filter((place) => makers[place] !== null)
  const isOpen = known.length < MAKER_PLACES.length || numberOf(makers.unplaced) > 0
  const label =
    known.length === 0
      ? t('makers.none')
      : t('makers.describe', {
          parts: known.map((place) => `${t(`makers.${place}`)} ${makers[place]?.text}`).join(' · '),
        })
  return (
    <span className="makers" role="img" aria-label={label}>
      {known
        .filter((place) => numberOf(makers[place]) > 0)
        .map((place) => (
          <b key={place} className={place} style={share(numberOf(makers[place]))} />
        ))}
      {isOpen ? <b className="open" style={share(openShare(makers))} /> : null}
    </span>
  )
}

/** A bar of one share, where only a share is known; its caption must say of what. */
export function ShareBar({ percent, label }: { percent: number; label: string }) {
  const part = Math.min(100, Math.max(0, percent))
  return (
    <span className="makers" role="img" aria-label={label}>
      <b className="province" style={share(part)} />
      <b className="country" style={share(100 - part)} />
    </span>
  )
}

export function numberOf(figure: Figure | null): number {
  return figure?.number ? Number(figure.number) : 0
}

function openShare(makers: Makers): number {
  const placed = MAKER_PLACES.reduce((sum, place) => sum + numberOf(makers[place]), 0)
  return numberOf(makers.unplaced) || Math.max(1, placed)
}

function share(n: number): CSSProperties {
  return { '--n': n } as CSSProperties
}
