/**
 * Everything a role may be allowed, as a closed list: a role file that names anything else is
 * refused. Code asks for a permission and never for a role, so an office can cut its roles anew
 * without a line of code.
 */
export const PERMISSIONS = [
  'read-chain',
  'read-source',
  'read-internal',
  'read-restricted',
  'read-sensitive',
  'bring-source',
  'import-table',
  'state-claim',
  'edit-chain',
  'decide-claim',
  'publish-batch',
  'decide-identity',
  'manage-lists',
  'sign-list',
  'export-data',
  'collect-data',
  'answer-collection',
  'set-desk',
  'manage-mappings',
  'manage-consents',
  'read-jobs',
  'read-people',
  'manage-people',
  'grant-roles',
  'guard-sign-in',
  'manage-organisations',
  'read-audit',
  'manage-log',
  'keep-backups',
  'switch-role',
  'own-account',
] as const

export type Permission = (typeof PERMISSIONS)[number]
