import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const server = `http://localhost:${process.env.LIANSHU_PORT ?? '7310'}`

/** What `base` takes of Node, for the screens: assertions work, hashing is the server's business. */
const NODE_IN_BROWSER: Readonly<Record<string, string>> = {
  'node:assert': 'export default (holds, why) => { if (!holds) throw new Error(why) }',
  'node:crypto': `const refuse = () => { throw new Error('the server hashes') }
    export { refuse as createHash, refuse as hash }`,
}

const nodeInBrowser: Plugin = {
  name: 'node-in-browser',
  enforce: 'pre',
  resolveId: (name) => (name in NODE_IN_BROWSER ? `\0${name}` : null),
  load: (id) => NODE_IN_BROWSER[id.slice(1)] ?? null,
}

/** These do nothing by being loaded: what the screens use of them is what they bring. */
const QUIET = ['/src/base/', '/pinyin-pro/', '/opencc-js/']

/**
 * Builds src/web into dist/public. The nonce is a placeholder that the server replaces in every
 * answer, so that the content security policy allows our own scripts and styles and no others.
 */
export default defineConfig({
  root: here('src/web'),
  plugins: [nodeInBrowser, react()],
  html: { cspNonce: '__LIANSHU_NONCE__' },
  build: {
    outDir: here('dist/public'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    rollupOptions: {
      // The table of pinyin, a third of the first load, stands behind the same door as the dates.
      treeshake: { moduleSideEffects: (id) => !QUIET.some((part) => id.includes(part)) },
    },
  },
  server: { proxy: { '/api': server, '/health': server } },
})
