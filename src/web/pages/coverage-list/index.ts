/** What was asked for, row by row, and where it is found here. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { frameRoute } from '../../frame/index.ts'
import { validateCoverageSearch } from './search.ts'

export const coverageRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/coverage',
  validateSearch: validateCoverageSearch,
  component: lazyRouteComponent(() => import('./coverage.tsx'), 'CoveragePage'),
})
