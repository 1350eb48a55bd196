/** Which facts have grown old, who keeps them, and where sources give different figures. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { frameRoute } from '../../frame/index.ts'
import { validateFreshnessSearch } from './search.ts'

export const freshnessRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/freshness',
  validateSearch: validateFreshnessSearch,
  component: lazyRouteComponent(() => import('./freshness.tsx'), 'FreshnessPage'),
})

export { kindsQuery } from './queries.ts'
