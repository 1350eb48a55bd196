/** j and k move the focus along the links that open the rows of a list; Enter opens by itself. */
import { useKeys } from './keys.tsx'

/** The link of each row carries the class `row-link`. */
export function useRowKeys(): void {
  const move = (by: number) => {
    const links = [...document.querySelectorAll<HTMLElement>('a.row-link')]
    const at = links.indexOf(document.activeElement as HTMLElement)
    const next = at < 0 ? (by > 0 ? 0 : links.length - 1) : at + by
    links[next]?.focus()
  }
  useKeys({ j: () => move(1), k: () => move(-1) })
}
