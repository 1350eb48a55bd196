/** Who may sign in, for which organisation, in which role, and what each role may do. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { frameRoute } from '../../frame/index.ts'
import { validatePeopleSearch } from './search.ts'

export const peopleRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/people',
  validateSearch: validatePeopleSearch,
  component: lazyRouteComponent(() => import('./people.tsx'), 'PeoplePage'),
})

export { SeatForm, SeatNotice, useSeatIsMissing } from './seat-notice.tsx'
