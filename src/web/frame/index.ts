/** What surrounds every page: routes' parents, session, preferences. Not the pages themselves. */
export { useMay, useMe } from './me.ts'
export { rememberPreferences, useTitle } from './preferences.tsx'
export { frameRoute, noPageRoute, type RouterContext, rootRoute } from './root-route.tsx'
