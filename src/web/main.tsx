/// <reference types="vite/client" />
// Starts the screens: one query cache, one router, one root.
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createQueryClient, sessionQuery } from './api/index.ts'
import { createAppRouter } from './routes.tsx'
import './tokens.css'

const queryClient = createQueryClient(toSignIn)
const router = createAppRouter(queryClient)
const place = document.getElementById('app')

/** The session ended under an open page: sign in, and come back to where one was. */
function toSignIn(): void {
  const { pathname, href } = router.state.location
  if (pathname === '/sign-in') return
  queryClient.removeQueries({ queryKey: sessionQuery.queryKey })
  void router.navigate({ href: `/sign-in?back=${encodeURIComponent(href)}` })
}

if (place) {
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  )
}
