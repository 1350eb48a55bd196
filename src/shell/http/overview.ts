// The first screen: how much is known, of what, how fresh.
import { readTotals } from '../../graph/chain/index.ts'
import { countFigure } from '../../graph/figures/index.ts'
import { listSources } from '../../graph/sources/index.ts'
import { listJobs } from '../../store/index.ts'
import { authorise } from '../../trust/access/index.ts'
import { chainSummaries } from './chain-summary.ts'
import { figureDto } from './claim-view.ts'
import { actorIn } from './frame/actor.ts'
import type { Api } from './frame/context.ts'
import { chainReadingIn } from './frame/reading.ts'
import { jobDto } from './job-view.ts'
import { readOverview } from './schemas/overview.ts'
import { sourceDtos } from './source-view.ts'

const LATEST = 5

export function addOverview(api: Api): void {
  api.openapi(readOverview, async (c) => {
    const actor = actorIn(c)
    authorise(actor, 'read-chain')
    const reading = chainReadingIn(c)
    const { db, visibility, asOf, home } = reading
    const totals = await readTotals(db, reading)
    const figure = (what: 'claims' | 'entities' | 'firms', unit: string) => {
      const parameters = { what, home, known: asOf.known, valid: asOf.valid }
      const marks = { synthetic: totals.synthetic, stale: false, unit }
      return figureDto(countFigure('total', parameters, totals[what], marks))
    }
    const maySeeJobs = actor.permissions.has('read-jobs')
    const seen = { limit: LATEST, labels: visibility.labels }
    const jobs = maySeeJobs ? (await listJobs(db, actor.tenant, seen)).items : []
    const maySeeSources = actor.permissions.has('read-source')
    const page = { before: null, limit: LATEST }
    const latest = maySeeSources ? await listSources(db, visibility, page) : []
    return c.json(
      {
        chains: await chainSummaries(reading),
        sources: totals.sources,
        claims: figure('claims', '条'),
        entities: figure('entities', '个'),
        firms: figure('firms', '家'),
        held: totals.held,
        jobs: jobs.map((job) => jobDto(job, c.var.language)),
        latestSources: await sourceDtos(c, latest),
      },
      200,
    )
  })
}
