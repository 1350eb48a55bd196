/** The queue of claims that wait: their groups and lines, and what stands beside each. */
export {
  alikeTo,
  besideIn,
  pendingNames,
  type QueueView,
  queueView,
  readQueue,
  rivalsOf,
} from './store.ts'
