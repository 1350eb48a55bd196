/**
 * Identity as more than one screen shows it: the pairs that may be one, the dialogs that decide, the
 * decisions with their undo. It decides nothing by itself.
 */
export { Comparison } from './comparison.tsx'
export { DecideDialog, type Deciding } from './decide-dialog.tsx'
export { DecisionTable } from './decision-table.tsx'
export { allMatchesQuery, decisionsQuery, deskQuery } from './queries.ts'
export { ReasonList } from './reason-list.tsx'
export { ThingIdentity } from './thing-identity.tsx'
