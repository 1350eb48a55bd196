/**
 * From what a document says to what may be claimed: statements become drafts in the words of the
 * vocabulary, each with its place, its confidence and what to beware of. Pure; nothing is stored,
 * and a person decides.
 */
export {
  type DocumentPage as ProposalPage,
  type ProposalContext,
  type ProposedClaim,
  proposalsOf,
} from './proposals.ts'
export { CAUTION_WORDS, type CautionOfProposal } from './words.ts'
