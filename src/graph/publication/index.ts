/**
 * The review before anything leaves the house: what an audience may not read is found, by a policy
 * that is data, and what was found is said. It is not access control: whoever exports may see it
 * all; the question here is who will read the export.
 */
export {
  AUDIENCES,
  type Audience,
  type PublicationPolicy,
  parsePublicationPolicy,
} from './policy.ts'
export {
  HIDDEN_REASONS,
  openReview,
  type PublicationReview,
  type ReviewedGround,
  type ReviewedThing,
} from './review.ts'
export { type Guarded, readGuarded } from './store.ts'
export { HIDDEN_WHAT, HIDDEN_WHY, type HiddenReason, NOT_PUBLISHED } from './words.ts'
