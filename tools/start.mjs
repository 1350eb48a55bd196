// npm start: builds what is older than its sources, then runs the server in this very process.
// Plain JavaScript, so that a second start loads neither the compiler nor the bundler.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { DIST, staleHash } from './stamp.mjs'

const stale = ['server', 'web'].filter((part) => staleHash(part) !== null)
if (stale.length > 0) {
  console.log('首次启动或源码有变动，正在构建 · building what has changed …')
  const { build } = await import('./build.mjs')
  await build(stale)
}
process.setSourceMapsEnabled(true)
await import(pathToFileURL(join(DIST, 'program/main.js')).href)
