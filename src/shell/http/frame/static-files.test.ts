import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '../../config.ts'
import { openNotes } from '../../notes.ts'
import { frame } from './index.ts'

let directory: string
let ask: (path: string, headers?: Record<string, string>) => Promise<Response>

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lianshu-pages-'))
  const pages = join(directory, 'public')
  await mkdir(join(pages, 'assets'), { recursive: true })
  await writeFile(join(directory, 'secret.txt'), 'outside of the pages')
  await writeFile(
    join(pages, 'index.html'),
    '<script nonce="__LIANSHU_NONCE__" src="/assets/app-1a2b.js"></script>',
  )
  await writeFile(join(pages, 'assets', 'app-1a2b.js'), `// ${'long '.repeat(500)}`)
  const config = readConfig({}, directory)
  const app = frame({
    config,
    notes: openNotes('silent'),
    publicDirectory: pages,
    installation: () => null,
  })
  ask = async (path, headers = {}) =>
    app.request(`http://localhost${path}`, { headers: { Host: 'localhost', ...headers } })
})

afterAll(() => rm(directory, { recursive: true, force: true }))

test('every page address gets the page, each time with a nonce of its own', async () => {
  const nonces = new Set<string>()
  for (const path of ['/', '/chains/x?lens=region', '/index.html']) {
    const response = await ask(path)
    const [, nonce = ''] = /nonce="([^"]+)"/.exec(await response.text()) ?? []
    const policy = response.headers.get('Content-Security-Policy') ?? ''
    expect(policy).toContain(`script-src 'self' 'nonce-${nonce}'`)
    expect(policy).not.toContain('unsafe')
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    nonces.add(nonce)
  }
  expect(nonces.size).toBe(3)
})

test('assets are kept for ever, compressed, and answered by their tag', async () => {
  const response = await ask('/assets/app-1a2b.js', { 'Accept-Encoding': 'gzip, br' })
  expect(response.headers.get('Content-Encoding')).toBe('br')
  expect(response.headers.get('Cache-Control')).toContain('immutable')
  expect(response.headers.get('Content-Type')).toContain('javascript')
  const etag = response.headers.get('ETag') ?? ''
  expect((await ask('/assets/app-1a2b.js', { 'If-None-Match': etag })).status).toBe(304)
})

test('what is not there is not there, and nothing outside the folder is', async () => {
  for (const path of [
    '/assets/app-0000.js',
    '/missing.png',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
  ]) {
    const response = await ask(path)
    expect(await response.text(), path).not.toContain('outside of the pages')
    if (path.includes('.js') || path.includes('.png')) expect(response.status, path).toBe(404)
  }
})
