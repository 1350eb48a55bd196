/** One stage of the map: bar, name, verdict word, makers, figures, marks, age. Nothing on hover. */
import { type CSSProperties, memo } from 'react'
import type { Figure, StageTile } from '../../api/index.ts'
import type { Age, Caption, Change, Step, TileContent } from '../../chain/index.ts'
import type { PlacedTile } from '../../map/index.ts'
import {
  FigureLink,
  figureWords,
  MAKER_PLACES,
  MakersBar,
  MarkChip,
  numberOf,
  ShareBar,
  SyntheticMark,
  Verdict,
} from '../../parts/index.ts'
import { type Speech, useWords } from '../../words/index.ts'

export interface TileProps {
  tile: StageTile
  place: PlacedTile
  content: TileContent
  /** The step under a lens, or null where the map shows verdicts. */
  step: Step | null
  isSelected: boolean
  isChanged: boolean
  /** The one tile that the Tab key reaches; arrow keys go on from there. */
  isStop: boolean
}

export const Tile = memo(function Tile(props: TileProps) {
  const { tile, place, content, isSelected, isStop } = props
  const { nameOf } = useWords()
  const isLine = content.isTiny && !place.isGroup
  const style: CSSProperties = {
    left: place.x,
    top: place.y,
    width: place.width,
    height: place.height,
  }
  return (
    <div className={tileClass(props)} style={style} data-stage={tile.id}>
      <div className="row">
        <button
          type="button"
          className="nm"
          tabIndex={isStop ? 0 : -1}
          title={nameOf(tile)}
          aria-current={isSelected ? 'true' : undefined}
        >
          {nameOf(tile)}
        </button>
        <span className="side">
          {place.isGroup ? <Inside content={content} /> : null}
          {content.headMarks.map((mark) => (
            <MarkChip key={mark} mark={mark} />
          ))}
          <Verdict word={tile.verdict.word} />
        </span>
      </div>
      {isLine ? <Bare isTall={place.height > 48} /> : <Body tile={tile} content={content} />}
    </div>
  )
})

function tileClass({ tile, place, content, step, isSelected, isChanged }: TileProps): string {
  const classes = ['tile']
  if (step === null) classes.push(tile.verdict.word)
  else classes.push(step === 0 ? 'unknown' : `step-${step}`)
  const isKnown = step === null ? tile.verdict.word !== 'unknown' : step > 0
  if (isKnown) classes.push('known')
  if (tile.stale && step === null) classes.push('old')
  if (content.isTiny && !place.isGroup) classes.push('tiny')
  if (content.isQuiet) classes.push('quiet')
  if (tile.synthetic) classes.push('synthetic')
  if (place.isGroup) classes.push('group')
  if (isSelected) classes.push('sel')
  if (isChanged) classes.push('changed')
  classes.push(`e${Math.min(3, tile.sources)}`)
  return classes.join(' ')
}

/** For a stage without a verdict of its own: how what it holds stands. */
function Inside({ content }: { content: TileContent }) {
  const { t } = useWords()
  if (content.inside.length === 0) return null
  const words = content.inside.map(({ word, count }) => `${t(`verdict.${word}`)} ${count}`)
  return <span className="cap inside">{words.join(' · ')}</span>
}

/** A quiet line that was drawn higher to end with its neighbour says why it is empty. */
function Bare({ isTall }: { isTall: boolean }) {
  const { t } = useWords()
  if (!isTall) return null
  return (
    <>
      <span className="makers" aria-hidden="true">
        <b className="open" style={{ '--n': 1 } as CSSProperties} />
      </span>
      <div className="cap row mute">{t('map.noSource')}</div>
    </>
  )
}

function Body({ tile, content }: { tile: StageTile; content: TileContent }) {
  return (
    <>
      <Bar tile={tile} content={content} />
      {content.captions.map((caption) => (
        <div key={captionKey(caption)} className="cap row">
          <CaptionLine tile={tile} caption={caption} />
        </div>
      ))}
    </>
  )
}

function Bar({ tile, content: { bar } }: { tile: StageTile; content: TileContent }) {
  const { t, say, language } = useWords()
  if (bar === null) return null
  if (bar.kind === 'makers') return <MakersBar makers={tile.makers} />
  if (bar.kind === 'share') {
    return (
      <ShareBar
        percent={bar.percent}
        label={`${say(bar.fact.label)} ${figureWords(bar.fact.figure, language)}`}
      />
    )
  }
  return (
    <span className="makers" role="img" aria-label={t('makers.none')}>
      <b className="open" style={{ '--n': 1 } as CSSProperties} />
    </span>
  )
}

function CaptionLine({ tile, caption }: { tile: StageTile; caption: Caption }) {
  const { t, say } = useWords()
  switch (caption.kind) {
    case 'numbers':
      return (
        <>
          {caption.isWithBar ? <MakersBar makers={tile.makers} /> : null}
          <Numbers tile={tile} />
          <AgeText age={caption.age} isShort />
        </>
      )
    case 'firms':
      return (
        <>
          <span>
            {t('map.firms')} <TileFigure figure={caption.figure} />
          </span>
          <AgeText age={caption.age} />
        </>
      )
    case 'fact':
      return (
        <>
          <span className="fact">
            {say(caption.fact.label)} <TileFigure figure={caption.fact.figure} />
          </span>
          {caption.period && !caption.age?.isStale ? (
            <span>{caption.period}</span>
          ) : (
            <AgeText age={caption.age} />
          )}
        </>
      )
    case 'change':
      return <ChangeWords change={caption.change} />
    case 'foot':
      return (
        <>
          <span className="chips">
            {caption.marks.map((mark) => (
              <MarkChip key={mark} mark={mark} />
            ))}
            {caption.isSynthetic ? <SyntheticMark long={caption.marks.length === 0} /> : null}
          </span>
          <AgeText age={caption.age} />
        </>
      )
  }
}

/** 本地/省内/国内/境外 as in the legend; where few are known, each by its own word. */
function Numbers({ tile: { makers } }: { tile: StageTile }) {
  const { t } = useWords()
  const known = MAKER_PLACES.filter((place) => makers[place] !== null)
  const isRow = known.length > 2
  return (
    <span className="numbers">
      {(isRow ? MAKER_PLACES : known).map((place, index) => (
        <span key={place}>
          {index === 0 ? '' : isRow ? '/' : ' · '}
          <span className={isRow ? 'unseen' : undefined}>{t(`makers.${place}`)} </span>
          <TileFigure figure={makers[place]}>{makers[place]?.number}</TileFigure>
        </span>
      ))}
      {numberOf(makers.unplaced) > 0 ? (
        <span>
          {' · '}
          {t('unknown')} <TileFigure figure={makers.unplaced}>{makers.unplaced?.number}</TileFigure>
        </span>
      ) : null}
    </span>
  )
}

/** Figures of a tile enter the Tab order when their tile has the focus; see use-tile-keys. */
function TileFigure({
  figure,
  children,
}: {
  figure: Figure | null
  children?: string | null | undefined
}) {
  return (
    <FigureLink figure={figure} tabIndex={-1}>
      {children}
    </FigureLink>
  )
}

function AgeText({ age, isShort = false }: { age: Age | null; isShort?: boolean }) {
  const { t } = useWords()
  if (!age) return null
  if (age.isStale) return <span className="stale">{staleWords(age, t)}</span>
  if (age.newest === null || age.months === null) return null
  if (isShort) return <span title={age.newest}>{t('month.age', { n: age.months })}</span>
  return <span title={age.newest}>{age.newest.slice(0, 7)}</span>
}

/** 陈旧, and for how long where the day of the evidence is known. */
export function staleWords({ months }: Age, t: Speech['t']): string {
  return months === null ? t('map.stale.undated') : t('map.stale', { n: months })
}

/** ◂ and words: what is different from the day of comparison. */
export function ChangeWords({ change }: { change: Change }) {
  const { t } = useWords()
  const parts = [
    ...(change.isNew ? [t('map.change.new')] : []),
    ...(change.from ? [`${t(`verdict.${change.from}`)} → ${t(`verdict.${change.to}`)}`] : []),
    ...(change.isNew ? [] : change.marksAdded.map((mark) => `＋${t(`mark.${mark}`)}`)),
    ...change.marksRemoved.map((mark) => `－${t(`mark.${mark}`)}`),
  ]
  return <span className="df">{parts.join(' ')}</span>
}

function captionKey(caption: Caption): string {
  return caption.kind === 'fact' ? `fact:${caption.fact.property}` : caption.kind
}
