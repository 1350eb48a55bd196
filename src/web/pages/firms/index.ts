/** The list of firms; each opens on the page of a thing. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { frameRoute } from '../../frame/index.ts'
import { validateFirmsSearch } from './search.ts'

export const firmsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/firms',
  validateSearch: validateFirmsSearch,
  component: lazyRouteComponent(() => import('./firms.tsx'), 'FirmsPage'),
})
