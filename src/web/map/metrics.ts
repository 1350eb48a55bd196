/** Sizes of the parts of a tile in pixels. The layout computes with them; map.css repeats them. */

/** What a tile shows, as far as its height depends on it. */
export interface TileLines {
  /** One quiet line: name and verdict word, nothing else is known. */
  isTiny: boolean
  hasBar: boolean
  captions: number
  /** Little is known: the same lines, closer together. */
  isQuiet?: boolean
}

export interface Metrics {
  margin: number
  gutter: number
  trackMax: number
  padTop: number
  padBottom: number
  name: number
  bar: number
  caption: number
  tiny: number
  /** Padding above and below together where little is known. */
  quiet: number
  /** The line below the name there: bar with numbers, or in a dense map the bar alone. */
  quietLine: number
  gapRoots: number
  gapChildren: number
  gapTracks: number
  insetLeft: number
  insetRight: number
  childrenTop: number
}

/** The closest that lines may stand. */
export const TALL_MIN = -0.2

/**
 * `scale` follows the root font; `tall` lets the same map breathe on a high screen (up to 1) or sit
 * a little closer on a low one (down to TALL_MIN, where a line is still a target for a finger). In a
 * dense map, stages of which only makers are known keep the bar and leave their numbers to the drawer.
 */
export function metricsAt(scale: number, tall: number, isDense = false): Metrics {
  const px = (base: number, more = 0) => (base + tall * more) * scale
  return {
    margin: px(16),
    gutter: px(32),
    trackMax: px(250),
    padTop: px(6, 5),
    padBottom: px(7, 4),
    name: px(20),
    bar: px(12),
    caption: px(21, 3),
    tiny: px(26, 12),
    quiet: px(7, 8),
    quietLine: isDense ? px(11) : px(20, 3),
    gapRoots: px(8, 14),
    gapChildren: px(4, 2),
    gapTracks: px(8),
    insetLeft: px(12),
    insetRight: px(6),
    childrenTop: px(6),
  }
}

/** Height of a tile without the children it may hold. */
export function tileHeight(lines: TileLines, metrics: Metrics): number {
  if (lines.isTiny) return metrics.tiny
  const bar = lines.hasBar ? metrics.bar : 0
  if (lines.isQuiet) return metrics.name + metrics.quietLine + metrics.quiet
  return metrics.padTop + metrics.name + bar + lines.captions * metrics.caption + metrics.padBottom
}
