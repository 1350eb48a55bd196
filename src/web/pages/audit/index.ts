/** What people did: reads, exports, refusals and sign-ins, and the commands of the log. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { frameRoute } from '../../frame/index.ts'
import { validateAuditSearch } from './search.ts'

export const auditRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/audit',
  validateSearch: validateAuditSearch,
  component: lazyRouteComponent(() => import('./audit.tsx'), 'AuditPage'),
})
