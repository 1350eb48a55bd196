/** English words of the working screens; those of the larger ones stand beside, composed here. */
import { enAudit } from './en-audit.ts'
import { enBackups } from './en-backups.ts'
import { enCollection } from './en-collection.ts'
import { enDoctor } from './en-doctor.ts'
import { enEvidence } from './en-evidence.ts'
import { enFreshness } from './en-freshness.ts'
import { enIdentity } from './en-identity.ts'
import { enImport } from './en-import.ts'
import { enListExport } from './en-list-export.ts'
import { enLists } from './en-lists.ts'
import { enLog } from './en-log.ts'
import { enRegister } from './en-register.ts'
import { enReview } from './en-review.ts'
import { enSignIn } from './en-sign-in.ts'
import type { zhDesk } from './zh-desk.ts'

export const enDesk: Record<keyof typeof zhDesk, string> = {
  ...enAudit,
  ...enBackups,
  ...enCollection,
  ...enDoctor,
  ...enEvidence,
  ...enFreshness,
  ...enIdentity,
  ...enImport,
  ...enListExport,
  ...enLists,
  ...enLog,
  ...enRegister,
  ...enReview,
  ...enSignIn,
}
