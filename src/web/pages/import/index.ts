/** Importing tables: files in, a mapping by example with a live preview, a job that does it. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { frameRoute } from '../../frame/index.ts'
import { validateImportSearch } from './search.ts'

export const importRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/import',
  validateSearch: validateImportSearch,
  component: lazyRouteComponent(() => import('./import.tsx'), 'ImportPage'),
})
