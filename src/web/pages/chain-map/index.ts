/** The chain map, the signature screen, and the way to it when no chain is named. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { frameRoute } from '../../frame/index.ts'
import { validateMapSearch } from './search.ts'

export const chainsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/chains',
  component: lazyRouteComponent(() => import('./chains.tsx'), 'Chains'),
})

export const chainMapRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/chains/$chain',
  validateSearch: validateMapSearch,
  component: lazyRouteComponent(() => import('./chain-map.tsx'), 'ChainMapPage'),
})
