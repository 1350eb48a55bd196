/**
 * Which measures guard signing in here: a second factor for administrators, a fresh proof for what
 * weighs most, administrators kept apart. They are data, so that an installation that is only tried
 * may do without, and says so. It enforces nothing: sessions, the gate and the directory do.
 */
export { readSafeguards, setSafeguards } from './commands.ts'
export {
  ALL_ON,
  changeFault,
  SAFEGUARDS,
  type SafeguardName,
  type SafeguardSwitches,
} from './rules.ts'
export { insertSafeguards, type SafeguardView, safeguardsNow } from './store.ts'
export { SAFEGUARD_WORDS } from './words.ts'
