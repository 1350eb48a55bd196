/** Where every figure leads: to its span in a source, or to the derivation that computed it. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { frameRoute } from '../../frame/index.ts'

export const figureRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/figures/$figure',
  component: lazyRouteComponent(() => import('./figure.tsx'), 'FigurePage'),
})
