/**
 * The two parents of every route: `rootRoute` (language, theme, controls) and `frameRoute` (signed
 * in, with the top bar and the footer). A page hangs itself on one of them; see ../routes.tsx.
 */
import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  Outlet,
  redirect,
  retainSearchParams,
} from '@tanstack/react-router'
import { ApiProblem, sessionQuery } from '../api/index.ts'
import { ProblemNotice } from '../parts/index.ts'
import { useWords } from '../words/index.ts'
import { Frame } from './frame.tsx'
import { type Preferences, PreferencesProvider, readPreferences } from './preferences.tsx'

export interface RouterContext {
  queryClient: QueryClient
}

export const rootRoute = createRootRouteWithContext<RouterContext>()({
  validateSearch: readPreferences,
  search: { middlewares: [retainSearchParams<Preferences>(['lang', 'theme'])] },
  component: Root,
  notFoundComponent: NotFound,
  errorComponent: ({ error, reset }) => (
    <main className="page">
      <ProblemNotice error={error} retry={reset} />
    </main>
  ),
})

export const frameRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  beforeLoad: async ({ context, location }) => {
    const me = await context.queryClient.ensureQueryData(sessionQuery).catch((error: unknown) => {
      if (!(error instanceof ApiProblem && error.status === 401)) throw error
      throw redirect({ href: `/sign-in?back=${encodeURIComponent(location.href)}` })
    })
    // Whoever must first set up a second factor finds no other page open.
    if (me.mustEnrol && location.pathname !== '/account') throw redirect({ href: '/account' })
    return { me }
  },
  component: Frame,
})

function Root() {
  return (
    <PreferencesProvider preferences={rootRoute.useSearch()}>
      <Outlet />
    </PreferencesProvider>
  )
}

/** Any address that names no page, shown within the frame so that the finder is at hand. */
export const noPageRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '$',
  component: NotFound,
})

function NotFound() {
  const { t } = useWords()
  return (
    <main className="page">
      <header className="page-head">
        <h1>{t('problem.page')}</h1>
      </header>
      <p>
        {t('problem.page.why')} {t('problem.page.next')}
      </p>
      <p>
        <a className="btn" href="/">
          {t('tab.overview')}
        </a>
      </p>
    </main>
  )
}
