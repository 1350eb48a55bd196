/** 同一主体: the pairs that may be one, worked by keyboard, and what was decided. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { frameRoute } from '../../frame/index.ts'
import { validateIdentitySearch } from './search.ts'

export const identityRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/identity',
  validateSearch: validateIdentitySearch,
  component: lazyRouteComponent(() => import('./identity.tsx'), 'IdentityPage'),
})
