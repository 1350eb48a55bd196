// The HTTP interface as one application: the frame, then the nouns, each in a file of its own.

import { addAudit } from './audit.ts'
import { addBackups } from './backups.ts'
import { addChains } from './chains.ts'
import { addClaims } from './claims.ts'
import { addCollections } from './collections.ts'
import { addConsents } from './consents.ts'
import { addCoverage } from './coverage.ts'
import { addDesk } from './desk.ts'
import { addDoctor } from './doctor.ts'
import { addFactors } from './factors.ts'
import { addFigures } from './figures.ts'
import type { Api } from './frame/context.ts'
import { behindAccess, type FrameOptions, frame } from './frame/index.ts'
import { addFreshness } from './freshness.ts'
import { addGraphExports } from './graph-exports.ts'
import { addHealth, type State } from './health.ts'
import { addIdentity } from './identity.ts'
import { addImports } from './imports.ts'
import { addJobs } from './jobs.ts'
import { addListExports } from './list-exports.ts'
import { addLists } from './lists.ts'
import { addLog, addWitnesses } from './log.ts'
import { addMetrics } from './metrics.ts'
import { addOverview } from './overview.ts'
import { addPeople } from './people.ts'
import { addRecheck } from './recheck.ts'
import { addReview } from './review.ts'
import { addSafeguards } from './safeguards.ts'
import { addSearch } from './search.ts'
import { addSession } from './session.ts'
import { addSessions } from './sessions.ts'
import { addSources } from './sources.ts'
import { addStages } from './stages.ts'
import { addThings } from './things.ts'
import { addVocabulary } from './vocabulary.ts'

export interface AppOptions extends FrameOptions {
  state: () => State
}

/** Nouns whose routes need the installation. */
const NOUNS: readonly ((api: Api) => void)[] = [
  addSession,
  addSessions,
  addFactors,
  addSafeguards,
  addPeople,
  addConsents,
  addDesk,
  addOverview,
  addChains,
  addStages,
  addLists,
  addListExports,
  addThings,
  addClaims,
  addReview,
  addFigures,
  addFreshness,
  addRecheck,
  addCollections,
  addGraphExports,
  addIdentity,
  addSources,
  addImports,
  addJobs,
  addLog,
  addWitnesses,
  addAudit,
  addBackups,
  addDoctor,
  addSearch,
  addVocabulary,
  addCoverage,
]

/** Builds the application; it serves from the first moment and says `not-ready` until it is open. */
export function createApp(options: AppOptions): Api {
  const app = frame(options)
  addHealth(app, options.state)
  addMetrics(app, options.installation)
  behindAccess(app, options)
  for (const addNoun of NOUNS) addNoun(app)
  return app
}
