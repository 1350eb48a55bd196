import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const server = `http://localhost:${process.env.LIANSHU_PORT ?? '7310'}`

/**
 * Builds src/web into dist/public. The nonce is a placeholder that the server replaces in every
 * answer, so that the content security policy allows our own scripts and styles and no others.
 */
export default defineConfig({
  root: here('src/web'),
  plugins: [react()],
  html: { cspNonce: '__LIANSHU_NONCE__' },
  build: {
    outDir: here('dist/public'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
  },
  server: { proxy: { '/api': server, '/health': server } },
})
