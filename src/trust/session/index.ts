/**
 * Who somebody is: sign-in, sessions kept as hashed tokens and how they are looked at and ended,
 * one's own password, the fresh proof of who one is, and the role one acts in. It is not the directory of people (trust/people) and it decides nothing about things
 * (trust/access).
 */

export type { SessionView } from './account-store.ts'
export { SESSION_LIMITS, type SessionLimits } from './actor.ts'
export { foldLogin } from './attempt.ts'
export {
  type Account,
  changePassword,
  type PasswordChange,
  type ProofAgain,
  proveAgain,
  readOwnAccount,
  type SessionContext,
  signOutEverywhere,
  switchRole,
} from './commands.ts'
export {
  endOtherSessions,
  endOwnSession,
  endSessionsOf,
  listOwnSessions,
  readSignInState,
  resetFactors,
  type SignInState,
  unlockPerson,
} from './overview.ts'
export { hashPassword, makePassword, passwordFault } from './password.ts'
export {
  memberActor,
  type Sessions,
  SIGN_IN_TENANT,
  type SignIn,
  sessionOf,
  signIn,
  signOut,
} from './sign-in.ts'
export { deleteSessionsOf, updatePassword } from './store.ts'
export { weakPassword } from './words.ts'
