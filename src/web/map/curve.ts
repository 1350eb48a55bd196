/** Pieces of SVG path data for ribbons. Pure. */

/** A tenth of a pixel is enough, and keeps two runs of the layout equal. */
export function at(value: number): string {
  return String(Math.round(value * 10) / 10)
}

/** An S-curve from where the pen stands (x, y) to (toX, toY), level at both ends. */
export function curve(x: number, y: number, toX: number, toY: number): string {
  const half = (toX - x) / 2
  return `C${at(x + half)} ${at(y)} ${at(toX - half)} ${at(toY)} ${at(toX)} ${at(toY)}`
}

/** Height along that S-curve at a share of its width: y(t) of the cubic, with x taken as t. */
export function heightAt(y: number, toY: number, share: number): number {
  return y + (toY - y) * share * share * (3 - 2 * share)
}
