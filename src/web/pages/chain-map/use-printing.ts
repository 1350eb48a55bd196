/** True while the page is being printed, so that what only paper needs is not built for screens. */
import { useSyncExternalStore } from 'react'

const print = window.matchMedia('print')

export function usePrinting(): boolean {
  return useSyncExternalStore(
    (changed) => {
      print.addEventListener('change', changed)
      return () => print.removeEventListener('change', changed)
    },
    () => print.matches,
  )
}
