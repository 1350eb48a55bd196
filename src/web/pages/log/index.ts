/** The tamper-evident log: its newest signed state, who witnesses it, and how anybody checks. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { frameRoute } from '../../frame/index.ts'

export const logRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/log',
  component: lazyRouteComponent(() => import('./log.tsx'), 'LogPage'),
})
