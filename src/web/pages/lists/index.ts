/** The lists of a chain, and one list: its rows, why each is there, its versions and signature. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { frameRoute } from '../../frame/index.ts'
import { validateListSearch, validateListsSearch } from './search.ts'

export const listsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/lists',
  validateSearch: validateListsSearch,
  component: lazyRouteComponent(() => import('./lists.tsx'), 'ListsPage'),
})

export const listRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/lists/$list',
  validateSearch: validateListSearch,
  component: lazyRouteComponent(() => import('./list.tsx'), 'ListPage'),
})
