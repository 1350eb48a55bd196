/** Chinese words of the working screens; those of the larger ones stand beside, composed here. */
import { zhEvidence } from './zh-evidence.ts'
import { zhImport } from './zh-import.ts'

export const zhDesk = {
  ...zhEvidence,
  ...zhImport,
} as const satisfies Record<string, string>
