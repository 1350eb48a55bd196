/** Words of the permissions; one that is not listed is shown as it is called in the data. */
import type { WordKey } from '../../words/index.ts'

export const PERMISSION_WORDS: Record<string, WordKey> = {
  'read-chain': 'permission.read-chain',
  'read-source': 'permission.read-source',
  'read-internal': 'permission.read-internal',
  'read-restricted': 'permission.read-restricted',
  'read-sensitive': 'permission.read-sensitive',
  'bring-source': 'permission.bring-source',
  'import-table': 'permission.import-table',
  'state-claim': 'permission.state-claim',
  'edit-chain': 'permission.edit-chain',
  'decide-claim': 'permission.decide-claim',
  'publish-batch': 'permission.publish-batch',
  'manage-mappings': 'permission.manage-mappings',
  'manage-consents': 'permission.manage-consents',
  'read-jobs': 'permission.read-jobs',
  'read-people': 'permission.read-people',
  'manage-people': 'permission.manage-people',
  'manage-organisations': 'permission.manage-organisations',
  'read-audit': 'permission.read-audit',
  'switch-role': 'permission.switch-role',
  'own-account': 'permission.own-account',
}
