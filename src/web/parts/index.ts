/** The parts every screen shares: figures, verdicts, marks, dates, notices, keys. Not controls. */
import './parts.css'
import './page.css'

export { DateText, dateWords, monthsBetween } from './date-text.tsx'
export { FigureLink, type FigureLinkProps, figureHref, UnknownWord } from './figure-link.tsx'
export { type KeyLine, KeySheet } from './key-sheet.tsx'
export { isTyping, Keys, useKeys } from './keys.tsx'
export { MAKER_PLACES, type MakerPlace, MakersBar, numberOf, ShareBar } from './makers-bar.tsx'
export { EmptyState, Loading, ProblemNotice, problemWords } from './notice.tsx'
export { PageKeys } from './page-keys.tsx'
export { useRowKeys } from './row-keys.ts'
export { SearchField } from './search-field.tsx'
export { MarkChip, SyntheticMark, Verdict } from './verdict.tsx'
