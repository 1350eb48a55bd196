// Every verb of the command line, in the order in which help and docs/cli.md tell them.
import { verbAudit } from './audit.ts'
import { verbBackup } from './backup.ts'
import { verbCollect } from './collect.ts'
import { verbConfig } from './config.ts'
import { verbDoctor } from './doctor.ts'
import { verbExport } from './export.ts'
import { verbHelp } from './help.ts'
import { verbIdentity } from './identity.ts'
import { verbImport } from './import.ts'
import { verbJobs } from './jobs.ts'
import { verbList } from './list.ts'
import { verbPeople } from './people.ts'
import { verbRead } from './read.ts'
import { verbRebuild } from './rebuild.ts'
import { verbRestore } from './restore.ts'
import { verbSearch } from './search.ts'
import { verbServe } from './serve.ts'
import type { Verb } from './verb.ts'
import { verbVerify } from './verify.ts'
import { verbVersion } from './version.ts'
import { verbWitness } from './witness.ts'

export const VERBS: readonly Verb[] = [
  verbServe,
  verbImport,
  verbRead,
  verbSearch,
  verbList,
  verbExport,
  verbVerify,
  verbWitness,
  verbCollect,
  verbIdentity,
  verbJobs,
  verbRebuild,
  verbAudit,
  verbBackup,
  verbRestore,
  verbDoctor,
  verbPeople,
  verbConfig,
  verbHelp,
  verbVersion,
]
