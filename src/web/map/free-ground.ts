/** The ground between tiles: which heights of a strip are free, and which a ribbon has taken. Pure. */

export interface Span {
  from: number
  to: number
}

const CLEARANCE = 5
const SPACING = 3
const REACH_MAX = 20_000
const STEP = 2

/** One vertical strip of the map, with what blocks it and the ribbons that already run through. */
export class Strip {
  readonly #blocks: readonly Span[]
  readonly #lanes: { y: number; thickness: number }[] = []

  constructor(blocks: readonly Span[]) {
    this.#blocks = blocks
  }

  isClear(y: number, thickness: number, clearance = CLEARANCE): boolean {
    const reach = thickness / 2 + clearance
    return !this.#blocks.some(({ from, to }) => y > from - reach && y < to + reach)
  }

  /**
   * The free height nearest to the wanted one, beside the ribbons that run there; it is taken from
   * then on. A gap too narrow for a ribbon with air around it is used before a long way round.
   */
  takeLane(wanted: number, thickness: number): number {
    const wide = this.#nearest(wanted, thickness, CLEARANCE)
    const tight = this.#nearest(wanted, thickness, 0)
    const y = Math.abs(tight - wanted) + TIGHT_PENALTY < Math.abs(wide - wanted) ? tight : wide
    this.#lanes.push({ y, thickness })
    return y
  }

  #nearest(wanted: number, thickness: number, clearance: number): number {
    const isFree = (y: number) =>
      y - thickness / 2 >= 0 &&
      this.isClear(y, thickness, clearance) &&
      !this.#lanes.some((lane) => Math.abs(lane.y - y) < (lane.thickness + thickness) / 2 + SPACING)
    for (let away = 0; away < REACH_MAX; away += STEP) {
      if (isFree(wanted - away)) return wanted - away
      if (isFree(wanted + away)) return wanted + away
    }
    return wanted
  }
}

/** How much further a lane with air may lie before a tight gap is preferred. */
const TIGHT_PENALTY = 40
