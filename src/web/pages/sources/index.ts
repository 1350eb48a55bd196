/** The list of sources, the newest first. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { frameRoute } from '../../frame/index.ts'

export const sourcesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/sources',
  component: lazyRouteComponent(() => import('./sources.tsx'), 'SourcesPage'),
})

export { SourceTable } from './source-table.tsx'
