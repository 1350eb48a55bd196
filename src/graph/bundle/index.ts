/**
 * The bundle: the one export that verifies. A signed list with the claims, quotes and computations
 * behind its figures, what the review hid, who signed, and the proofs that the log answers for all
 * of it. It is not the verifier, which shares no code with it, and holds nothing that the same
 * readers would not find in any other form of the list.
 */
export { type Covering, type ExportedBundle, exportBundle } from './commands.ts'
