/** 收数: rounds, one round with its recipients, answers and cells, and composing another. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { frameRoute } from '../../frame/index.ts'
import { validateComposeSearch, validateRoundSearch } from './search.ts'

export const collectionsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/collection',
  component: lazyRouteComponent(() => import('./rounds.tsx'), 'RoundsPage'),
})

export const composeRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/collection/new',
  validateSearch: validateComposeSearch,
  component: lazyRouteComponent(() => import('./compose.tsx'), 'ComposePage'),
})

export const collectionRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/collection/$round',
  validateSearch: validateRoundSearch,
  component: lazyRouteComponent(() => import('./round.tsx'), 'RoundPage'),
})
