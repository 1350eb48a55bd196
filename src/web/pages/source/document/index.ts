/** The document as it is: a window on a sheet or a text, with the places that claims rest on. */
import './document.css'

export { DocumentBar, SheetBar } from './document-bar.tsx'
export { SheetView } from './sheet-view.tsx'
export { cellsOfClaims, lettersOfText } from './spans.ts'
export { TextView } from './text-view.tsx'
