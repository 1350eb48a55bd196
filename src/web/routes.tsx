/**
 * The route table. A page is added in three steps:
 *
 * 1. `pages/<name>/index.ts` exports its route, hung on `frameRoute`; the screen itself is loaded
 *    when it is first opened. Every state of the screen is in the address, so the search is
 *    validated here and read with `useSearch`, never kept in `useState`:
 *
 *        export const jobsRoute = createRoute({
 *          getParentRoute: () => frameRoute,
 *          path: '/jobs',
 *          validateSearch: ({ state }: Record<string, unknown>) => …,
 *          component: lazyRouteComponent(() => import('./jobs.tsx'), 'Jobs'),
 *        })
 *
 * 2. the route is named in `routeTree` below. If `frame/tabs.ts` lists its path, its tab appears,
 *    and the finder offers it.
 * 3. its sentences stand in `words/zh-….ts` and `words/en-….ts`; its styles in a `.css` file beside
 *    it, which uses the tokens and defines no colour of its own.
 *
 * The screen is `<main className="page">` with one `<header className="page-head">` that holds its
 * `<h1>`; it calls `useTitle`, asks with TanStack Query (`get`, `send` of `api/`), shows `Loading`,
 * `ProblemNotice`, `EmptyState` of `parts/`, and draws every value with `FigureLink`. Links inside
 * the application are plain `<a href="/…">`. Folders are entered by their `index.ts`.
 */
import type { QueryClient } from '@tanstack/react-query'
import { createRouter } from '@tanstack/react-router'
import { frameRoute, noPageRoute, rootRoute } from './frame/index.ts'
import { accountRoute } from './pages/account/index.ts'
import { auditRoute } from './pages/audit/index.ts'
import { backupsRoute } from './pages/backups/index.ts'
import { chainMapRoute, chainsRoute } from './pages/chain-map/index.ts'
import { collectionRoute, collectionsRoute, composeRoute } from './pages/collection/index.ts'
import { coverageRoute } from './pages/coverage-list/index.ts'
import { doctorRoute } from './pages/doctor/index.ts'
import { figureRoute } from './pages/figure/index.ts'
import { firmsRoute } from './pages/firms/index.ts'
import { freshnessRoute } from './pages/freshness/index.ts'
import { identityRoute } from './pages/identity/index.ts'
import { importRoute } from './pages/import/index.ts'
import { jobRoute, jobsRoute } from './pages/jobs/index.ts'
import { listRoute, listsRoute } from './pages/lists/index.ts'
import { logRoute } from './pages/log/index.ts'
import { overviewRoute } from './pages/overview/index.ts'
import { peopleRoute } from './pages/people/index.ts'
import { reviewRoute } from './pages/review/index.ts'
import { signInRoute } from './pages/sign-in/index.ts'
import { sourceRoute } from './pages/source/index.ts'
import { sourcesRoute } from './pages/sources/index.ts'
import { firmRoute, thingRoute } from './pages/thing/index.ts'
import { Loading } from './parts/index.ts'

const routeTree = rootRoute.addChildren([
  signInRoute,
  frameRoute.addChildren([
    overviewRoute,
    chainsRoute,
    chainMapRoute,
    listsRoute,
    listRoute,
    figureRoute,
    sourcesRoute,
    sourceRoute,
    importRoute,
    jobsRoute,
    jobRoute,
    logRoute,
    reviewRoute,
    collectionsRoute,
    composeRoute,
    collectionRoute,
    freshnessRoute,
    firmsRoute,
    firmRoute,
    thingRoute,
    identityRoute,
    peopleRoute,
    accountRoute,
    auditRoute,
    backupsRoute,
    doctorRoute,
    coverageRoute,
    noPageRoute,
  ]),
])

export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
    stringifySearch,
    defaultPendingComponent: Loading,
    defaultPendingMs: 300,
    scrollRestoration: true,
  })
}

/** Plain `name=value` pairs: an address is read, written and sent by people. */
function stringifySearch(search: Record<string, unknown>): string {
  const kept = Object.entries(search).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  )
  const text = new URLSearchParams(kept.map(([name, value]) => [name, String(value)])).toString()
  return text === '' ? '' : `?${text}`
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
