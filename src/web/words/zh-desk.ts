/** Chinese words of the working screens; those of the larger ones stand beside, composed here. */
import { zhAudit } from './zh-audit.ts'
import { zhBackups } from './zh-backups.ts'
import { zhCollection } from './zh-collection.ts'
import { zhDoctor } from './zh-doctor.ts'
import { zhEvidence } from './zh-evidence.ts'
import { zhFreshness } from './zh-freshness.ts'
import { zhIdentity } from './zh-identity.ts'
import { zhImport } from './zh-import.ts'
import { zhListExport } from './zh-list-export.ts'
import { zhLists } from './zh-lists.ts'
import { zhLog } from './zh-log.ts'
import { zhRegister } from './zh-register.ts'
import { zhReview } from './zh-review.ts'
import { zhSignIn } from './zh-sign-in.ts'

export const zhDesk = {
  ...zhAudit,
  ...zhBackups,
  ...zhCollection,
  ...zhDoctor,
  ...zhEvidence,
  ...zhFreshness,
  ...zhIdentity,
  ...zhImport,
  ...zhListExport,
  ...zhLists,
  ...zhLog,
  ...zhRegister,
  ...zhReview,
  ...zhSignIn,
} as const satisfies Record<string, string>
