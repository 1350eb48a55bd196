/** 审定: claims that wait for a person, worked by keyboard. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { frameRoute } from '../../frame/index.ts'
import { validateReviewSearch } from './search.ts'

export const reviewRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/review',
  validateSearch: validateReviewSearch,
  component: lazyRouteComponent(() => import('./review.tsx'), 'ReviewPage'),
})
