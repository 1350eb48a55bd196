/** The chain map, the signature screen, and the way to it when no chain is named. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { mapQuery } from '../../api/index.ts'
import { frameRoute } from '../../frame/index.ts'
import { asOf, validateMapSearch } from './search.ts'

export const chainsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/chains',
  component: lazyRouteComponent(() => import('./chains.tsx'), 'Chains'),
})

export const chainMapRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/chains/$chain',
  validateSearch: validateMapSearch,
  loaderDeps: ({ search }) => asOf(search.axis ?? 'known', search.day),
  // The map is asked for while the code that draws it is still on its way.
  loader: ({ context, params, deps }) => {
    void context.queryClient.prefetchQuery(mapQuery(params.chain, deps.known, deps.valid))
  },
  component: lazyRouteComponent(() => import('./chain-map.tsx'), 'ChainMapPage'),
})
