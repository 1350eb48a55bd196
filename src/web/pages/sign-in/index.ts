/** The sign-in page: the only screen that a stranger sees. */
import { createRoute } from '@tanstack/react-router'
import { rootRoute } from '../../frame/index.ts'
import { SignIn } from './sign-in.tsx'

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: ({ back }: Record<string, unknown>): { back?: string } =>
    typeof back === 'string' && back.startsWith('/') && !back.startsWith('//') ? { back } : {},
  component: SignIn,
})
