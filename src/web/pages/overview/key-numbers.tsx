/** The numbers of the first chain as sources print them, each with its time and its ground. */
import type { ChainMap, ChainSummary } from '../../api/index.ts'
import { FigureLink, figureWords, SyntheticMark } from '../../parts/index.ts'
import { useWords } from '../../words/index.ts'
import { type Bar, barOf, type KeyFigure, keyFigures, splitPrinted } from './key-figures.ts'

export function KeyNumbers({ chain, map }: { chain: ChainSummary; map: ChainMap }) {
  const { t, nameOf } = useWords()
  const figures = keyFigures(map)
  if (figures.length === 0) return null
  return (
    <section className="ruled">
      <header>
        <h2>{t('overview.numbers', { chain: nameOf(chain) })}</h2>
        {chain.synthetic ? <SyntheticMark /> : null}
        {map.chain.scope ? <span className="scope">{map.chain.scope}</span> : null}
        <span className="mute">{t('overview.numbers.note')}</span>
        <a className="fig end" href={`/chains/${chain.id}`}>
          {t('overview.openMap')}
        </a>
      </header>
      <ul className="key-numbers">
        {figures.map((figure) => (
          <KeyNumber key={figure.key} chain={chain.id} said={figure} />
        ))}
      </ul>
    </section>
  )
}

function KeyNumber({ chain, said }: { chain: string; said: KeyFigure }) {
  const { t, say, nameOf, language } = useWords()
  const { stage, label, figure } = said
  const { before, number, after } = splitPrinted(figureWords(figure, language))
  const bar = barOf(figure)
  return (
    <li>
      <p className="of">
        {stage ? (
          <>
            <a href={`/chains/${chain}?stage=${stage.id}`}>{nameOf(stage)}</a>
            {' · '}
          </>
        ) : null}
        {say(label)}
      </p>
      <p className="printed">
        <FigureLink figure={figure}>
          {before}
          <strong>{number}</strong>
          {after}
        </FigureLink>
        <span className="when">
          {figure.period ?? t('overview.numbers.undated')}
          {figure.stale ? <i className="mute"> {t('map.stale.undated')}</i> : null}
        </span>
      </p>
      {bar ? <ShareBar bar={bar} /> : <span className="share-bar none-known" />}
    </li>
  )
}

/** Only repeats what is printed beside it, so it is hidden from readers of the text. */
function ShareBar({ bar: { percent, end } }: { bar: Bar }) {
  return (
    <span className={`share-bar ${end}`} aria-hidden="true">
      <b style={{ width: `${percent}%` }} />
    </span>
  )
}
