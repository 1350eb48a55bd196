/**
 * Lists: rows of a chain that a rule lets in, each with the grounds that let it in, drawn up,
 * changed by hand for a reason, submitted and signed as versions that freeze. A list is a file of a
 * pack: its rule, its columns, its order; no list is known to the code.
 * It is not an export: whoever writes one reads a version by `readVersion`, with its rows, their
 * cells and the claims and derivations that they cite, as far as the reader may see them.
 */
export type { ChangedVersion } from './change.ts'
export { type CurateInput, curate, type DrawInput, drawUp } from './commands.ts'
export { type DefinitionFile, type ListDefinition, listsOf, parseDefinition } from './definition.ts'
export { figuresOf } from './entry.ts'
export { type ConditionGap, type ListGaps, readGaps, type Undecided } from './gaps.ts'
export { listAlgorithms } from './ground.ts'
export { knownTo, type ListKnowledge, type ListOfChain } from './knowledge.ts'
export {
  type CellChange,
  type Curation,
  LIST_STATES,
  type ListAct,
  type ListCell,
  type ListCondition,
  type ListCounts,
  type ListRow,
  type ListState,
  type ListStep,
  type PackGround,
  type RowChange,
  type VersionKey,
  type WaitingRow,
} from './model.ts'
export { readVersionPage, type VersionPage } from './page.ts'
export {
  type ListSummary,
  readLists,
  readListVersions,
  readVersion,
  type VersionChoice,
  type VersionHead,
  type VersionView,
} from './read.ts'
export { returnList, signList, submitList } from './signing.ts'
export { readWhy, type Why, type WhyCondition } from './why.ts'
export { STATE_WORDS } from './words.ts'
