/**
 * The second proof that somebody is who they say: one-time codes (RFC 6238) with recovery codes
 * beside them, or a client certificate that a TLS proxy has checked. It opens no session and counts
 * no failures (trust/session), and who must have one is a measure of the installation
 * (trust/safeguard).
 */
export {
  bindCertificate,
  type CodesTold,
  confirmTotp,
  type FactorContext,
  readOwnFactors,
  removeFactor,
  renewRecoveryCodes,
  startTotp,
} from './commands.ts'
export { proveFactor } from './prove.ts'
export { makeSealer, type Sealer } from './seal.ts'
export { isSameSecret } from './secret.ts'
export {
  deleteFactors,
  FACTOR_KINDS,
  type FactorKind,
  type FactorView,
  factorsOf,
} from './store.ts'
export { totpAddress } from './totp.ts'
