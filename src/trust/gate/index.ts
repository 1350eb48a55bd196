/**
 * The one door for writes: who may, whether this very request came before, whether it is only a
 * rehearsal, one transaction around the work, and the entry of the log. It knows no rule of any
 * subject; those stand in the work that is handed in.
 */
export { type Command, type WriteContext, type Written, write } from './write.ts'
