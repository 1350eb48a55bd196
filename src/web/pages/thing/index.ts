/** The page of one thing, a firm or any other kind: what is said of it, by whom, and since when. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { frameRoute } from '../../frame/index.ts'
import { validateThingSearch } from './search.ts'

export const firmRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/firms/$id',
  validateSearch: validateThingSearch,
  component: lazyRouteComponent(() => import('./thing.tsx'), 'FirmPage'),
})

export const thingRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/things/$id',
  validateSearch: validateThingSearch,
  component: lazyRouteComponent(() => import('./thing.tsx'), 'ThingPage'),
})

export { splitSources } from './reading.ts'
