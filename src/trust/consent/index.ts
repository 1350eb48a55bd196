/**
 * The consents of those whose private data we keep, and the label of what somebody brings, which is
 * given only where consent is recorded. It erases nothing and judges no purpose.
 */
export {
  labelFor,
  labelToBring,
  listConsents,
  type NewConsent,
  recordConsent,
  type WantedLabel,
  withdrawConsent,
} from './commands.ts'
export type { ConsentView } from './store.ts'
