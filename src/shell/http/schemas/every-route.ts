// The whole interface in one list: the document is made from it, and a test holds the server to it.
import type { RouteConfig } from '@hono/zod-openapi'
import { stableCompare } from '../../../base/index.ts'
import * as audit from './audit.ts'
import * as backups from './backups.ts'
import * as chains from './chains.ts'
import * as claims from './claims.ts'
import * as collections from './collections.ts'
import * as consents from './consents.ts'
import * as coverage from './coverage.ts'
import * as desk from './desk.ts'
import * as doctor from './doctor.ts'
import * as factors from './factors.ts'
import * as figures from './figures.ts'
import * as freshness from './freshness.ts'
import * as graphExports from './graph-exports.ts'
import * as health from './health.ts'
import * as identity from './identity.ts'
import * as imports from './imports.ts'
import * as jobs from './jobs.ts'
import * as listExports from './list-exports.ts'
import * as lists from './lists.ts'
import * as log from './log.ts'
import * as metrics from './metrics.ts'
import * as overview from './overview.ts'
import * as people from './people.ts'
import * as review from './review.ts'
import * as safeguards from './safeguards.ts'
import * as search from './search.ts'
import * as session from './session.ts'
import * as sessions from './sessions.ts'
import * as sources from './sources.ts'
import * as stages from './stages.ts'
import * as things from './things.ts'
import * as vocabulary from './vocabulary.ts'

const NOUNS = [
  health,
  metrics,
  session,
  sessions,
  factors,
  safeguards,
  people,
  consents,
  desk,
  overview,
  chains,
  stages,
  lists,
  listExports,
  things,
  claims,
  review,
  figures,
  freshness,
  collections,
  graphExports,
  identity,
  sources,
  imports,
  audit,
  jobs,
  log,
  backups,
  doctor,
  search,
  vocabulary,
  coverage,
]

const isRoute = (value: object): value is RouteConfig => 'method' in value && 'responses' in value

/**
 * Every route definition of the interface, in the order of its nouns and within one by name: not
 * every loader lists the names of a module in the same order, and the document must not depend on it.
 */
export const EVERY_ROUTE: readonly RouteConfig[] = NOUNS.flatMap((noun) =>
  Object.entries<object>(noun)
    .toSorted(([one], [other]) => stableCompare(one, other))
    .map(([, definition]) => definition)
    .filter(isRoute),
)
