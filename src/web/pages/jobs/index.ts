/** Long work: the list of jobs, and one job with its progress, its rows and its publication. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { RowOutcome } from '../../api/index.ts'
import { frameRoute } from '../../frame/index.ts'
import { OUTCOMES } from './outcomes.ts'

export const jobsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/jobs',
  component: lazyRouteComponent(() => import('./jobs.tsx'), 'JobsPage'),
})

export const jobRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/jobs/$job',
  validateSearch: ({ outcome }: Record<string, unknown>): { outcome?: RowOutcome } => {
    const found = OUTCOMES.find((each) => each === outcome)
    return found === undefined ? {} : { outcome: found }
  },
  component: lazyRouteComponent(() => import('./job.tsx'), 'JobPage'),
})

export { JobState, JobTable, ProgressBar } from './job-table.tsx'
