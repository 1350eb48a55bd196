/** How one signs in: sessions, second factors, and the measures that guard both. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { frameRoute } from '../../frame/index.ts'

export const accountRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/account',
  validateSearch: ({ person }: Record<string, unknown>): { person?: string } =>
    typeof person === 'string' && person !== '' ? { person } : {},
  component: lazyRouteComponent(() => import('./account.tsx'), 'AccountPage'),
})
