/**
 * Collection 收数: rounds in which an office asks departments and firms for what is missing or stale
 * and for nothing else, each cell once; workbooks that are known again when they come back, however
 * they were sorted, cut or typed over; answers that wait for acceptance beside what stands.
 * It sends nothing by itself and publishes nothing by itself: workbooks and reminders are handed to
 * people, and an answer becomes a fact by a decision over its claim, like any other.
 */
export {
  closeRound,
  decideAnswers,
  noteWorkbooks,
  openRound,
  recipientsSeen,
  sendRound,
} from './commands.ts'
export {
  type AskedOf,
  composeRound,
  type PlanRequest,
  planRound,
  type RoundPlan,
  type RoundRequest,
} from './compose.ts'
export type { Following, Meter } from './follow.ts'
export {
  CELL_STATES,
  type Recipient,
  type ReturnProblem,
  ROUND_STATES,
  type Round,
} from './model.ts'
export { type CollectionPaper, type PaperCell, type PaperRole, paperOf } from './paper.ts'
export {
  type CellView,
  type RecipientView,
  type RoundHead,
  type RoundView,
  readRound,
  readRoundCells,
  readRounds,
} from './read.ts'
export { type ReturnedFile, takeReturn } from './returning.ts'
