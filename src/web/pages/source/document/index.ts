/** The document as it is: a window on a sheet or a text, with the places that claims rest on. */
import './document.css'

export { DocumentBar, SheetBar } from './document-bar.tsx'
export { PageBar } from './page-bar.tsx'
export { Cautions, isUnread, ReadingCard } from './reading-card.tsx'
export { SheetView } from './sheet-view.tsx'
export { cellsOfClaims, lettersOfText } from './spans.ts'
export { TextView } from './text-view.tsx'
