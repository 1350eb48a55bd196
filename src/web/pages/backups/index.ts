/** Backups of the data and how durable the store is. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { frameRoute } from '../../frame/index.ts'

export const backupsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/backups',
  component: lazyRouteComponent(() => import('./backups.tsx'), 'BackupsPage'),
})
