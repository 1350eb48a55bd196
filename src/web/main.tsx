/// <reference types="vite/client" />
// Starts the screens: one query cache, one router, one root.
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createQueryClient } from './api/index.ts'
import { createAppRouter } from './routes.tsx'
import './tokens.css'

const queryClient = createQueryClient()
const router = createAppRouter(queryClient)
const place = document.getElementById('app')

if (place) {
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  )
}
