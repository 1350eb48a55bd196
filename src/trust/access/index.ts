/**
 * Who may. Permissions as a closed list, roles as data, labels on everything that is kept, and the
 * two questions that every route must ask: `authorise()` for one thing, `visible()` for a set.
 * It is not the sign-in (trust/session) and it does not write on anybody's behalf (trust/gate).
 */
export type { Actor } from './actor.ts'
export { askedDuring, noteAsked } from './ask.ts'
export {
  type AccessObject,
  assertProven,
  authorise,
  type Decision,
  decide,
  type Visibility,
  visible,
} from './authorise.ts'
export {
  INTERNAL_LABEL,
  isAudited,
  LABEL_LEVELS,
  type Label,
  type LabelLevel,
  type LabelShape,
  labelShape,
  labelsOf,
  maySee,
  PUBLIC_LABEL,
  type Reader,
  seeing,
  strictest,
} from './label.ts'
export { PERMISSIONS, type Permission } from './permission.ts'
export {
  FACES,
  type Face,
  loadRoles,
  ORGANISATION_KINDS,
  type OrganisationKind,
  type Role,
  type RoleId,
  type Roles,
  rolesWith,
} from './role.ts'
export {
  type AccessTables,
  ensureLabel,
  type LabelTable,
  readLabels,
  seedLabels,
  strictestLabel,
} from './store.ts'
export { FACE_WORDS, LEVEL_WORDS, ORGANISATION_KIND_WORDS, PERMISSION_WORDS } from './words.ts'
