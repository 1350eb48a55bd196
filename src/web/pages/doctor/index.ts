/** What is good, what to look at and what is broken in this installation. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { frameRoute } from '../../frame/index.ts'

export const doctorRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/doctor',
  component: lazyRouteComponent(() => import('./doctor.tsx'), 'DoctorPage'),
})
