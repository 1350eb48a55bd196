/** The evidence reader: a document as it is, and the claims that rest on it. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { frameRoute } from '../../frame/index.ts'
import { validateSourceSearch } from './search.ts'

export const sourceRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/sources/$source',
  validateSearch: validateSourceSearch,
  component: lazyRouteComponent(() => import('./source.tsx'), 'SourcePage'),
})
