/**
 * The review before anything leaves the house: what an audience may not read is taken out, by a
 * policy that is data, and what was taken out is said. It is not access control: whoever exports
 * may see it all; the question here is who will read the export.
 */
export {
  AUDIENCES,
  type Audience,
  type PublicationPolicy,
  parsePublicationPolicy,
} from './policy.ts'
export {
  type Hidden,
  type Reviewed,
  type ReviewedFact,
  type ReviewedThing,
  reviewForPublication,
} from './review.ts'
export { type HiddenReason, NOT_PUBLISHED } from './words.ts'
