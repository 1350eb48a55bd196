/** Which numbers of a chain stand first on the overview, and how one is set. Pure. */
import type { ChainMap, Figure, Words } from '../../api/index.ts'

export interface KeyFigure {
  key: string
  /** The stage it is said of; null for the chain as a whole. */
  stage: { id: string; name: string; englishName: string | null } | null
  label: Words
  figure: Figure
}

const A_ROW = 3
const MOST = 9

/** Those of the chain, then those of its stages in the order of the map; whole rows of three. */
export function keyFigures(map: Pick<ChainMap, 'chain' | 'stages'>): KeyFigure[] {
  const ofChain = map.chain.headline.map((said) => ({ ...said, key: said.figure.id, stage: null }))
  const ofStages = map.stages.flatMap((stage) =>
    stage.facts
      .filter(({ figure }) => figure.number !== null)
      .map(({ label, figure }) => ({ key: figure.id, stage, label, figure })),
  )
  const all = [...ofChain, ...ofStages].slice(0, MOST)
  return all.length < A_ROW ? all : all.slice(0, all.length - (all.length % A_ROW))
}

/** `约70%` as 约, 70 and %: the number is set large, what stands around it small. */
export function splitPrinted(text: string): { before: string; number: string; after: string } {
  const [, before = '', number = '', after = ''] = /^(\D*)([\d.,]*)(.*)$/su.exec(text) ?? []
  return { before, number, after }
}

export interface Bar {
  percent: number
  /** 以上 fades out beyond its bound, 以下 is pale up to it, 约 is soft at its end. */
  end: 'sharp' | 'open' | 'below' | 'soft'
}

/** A share as a bar; null where the figure is no share. */
export function barOf({ unit, number, operator }: Figure): Bar | null {
  if (unit !== '%' || number === null) return null
  const percent = Math.min(100, Math.max(0, Number(number)))
  if (operator === '>' || operator === '>=') return { percent, end: 'open' }
  if (operator === '<' || operator === '<=') return { percent, end: 'below' }
  return { percent, end: operator === '~' ? 'soft' : 'sharp' }
}
