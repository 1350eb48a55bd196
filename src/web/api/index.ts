/** The HTTP interface as the screens use it: client, shared queries, shapes. Not a cache policy. */

export type { Agreement } from './agreement.ts'
export type * from './audit-types.ts'
export type * from './backup-types.ts'
export type { WriteOptions } from './client.ts'
export {
  ApiProblem,
  askProofBy,
  get,
  newKey,
  saved,
  send,
  serverDay,
  speak,
  upload,
  withQuery,
} from './client.ts'
export type * from './collection-types.ts'
export type * from './desk-types.ts'
export type * from './doctor-types.ts'
export type * from './freshness-types.ts'
export type * from './identity-types.ts'
export { keepFile } from './keep-file.ts'
export type * from './list-types.ts'
export type * from './log-types.ts'
export { isOpen } from './open-job.ts'
export {
  chainsQuery,
  createQueryClient,
  factorsQuery,
  healthQuery,
  mapQuery,
  sessionQuery,
  vocabularyQuery,
} from './queries.ts'
export type * from './review-types.ts'
export { type SendOnce, useSendOnce } from './send-once.ts'
export type * from './sign-in-types.ts'
export type * from './types.ts'
