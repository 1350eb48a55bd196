/**
 * Witnesses: other organisations look at the log from outside and sign the states that they saw, so
 * that nobody can be shown another log than everybody else. How many must sign is agreed; who is
 * late or missing is told, and a state that the log signed twice is kept as the proof of a fork. It
 * is neither a consortium chain nor needs one: a witness keeps one checkpoint and one key.
 */
export {
  cosignedNote,
  endWitness,
  readWitnessing,
  registerWitness,
  setWitnessesNeeded,
  takeCosignatures,
  witnessingOf,
} from './commands.ts'
export type { Fork, Witnessing, WitnessState, WitnessView } from './model.ts'
export { LATE_DAYS } from './rules.ts'
