import { mkdtemp, rm } from 'node:fs/promises'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Problem } from '../../base/index.ts'
import { type Config, readConfig } from '../config.ts'
import { openNotes } from '../notes.ts'
import { createApp } from './app.ts'
import type { Api } from './frame/context.ts'
import { listen } from './server.ts'

let directory: string
let config: Config
let app: Api

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lianshu-server-'))
  config = readConfig({ LIANSHU_PORT: '0' }, directory)
  app = createApp({
    config,
    notes: openNotes('silent'),
    publicDirectory: '',
    installation: () => null,
    state: () => ({ status: 'starting', durability: null, version: '0', sample: false }),
  })
})

afterAll(() => rm(directory, { recursive: true, force: true }))

const hasIpv6 = Object.values(networkInterfaces()).some((addresses) =>
  addresses?.some(({ address }) => address === '::1'),
)

test('localhost answers on both of its addresses, and early', async () => {
  const listening = await listen(app, config)
  try {
    const hosts = ['127.0.0.1', 'localhost', ...(hasIpv6 ? ['[::1]'] : [])]
    for (const host of hosts) {
      const response = await fetch(`http://${host}:${listening.port}/health`)
      expect(response.status, host).toBe(503)
      expect(await response.json()).toMatchObject({ status: 'starting', durability: null })
    }
    expect(listening.localPort).toBe(listening.port)
  } finally {
    await listening.stop()
  }
})

test('a taken port is named', async () => {
  const first = await listen(app, config)
  try {
    const second = listen(app, { ...config, port: first.port })
    await expect(second).rejects.toMatchObject({
      code: 'port-taken',
      details: { port: first.port },
    } satisfies Partial<Problem>)
  } finally {
    await first.stop()
  }
})

test('a certificate that is not there is named', async () => {
  const tls = { certificate: join(directory, 'none.pem'), key: join(directory, 'none.pem') }
  await expect(listen(app, { ...config, tls })).rejects.toMatchObject({ code: 'config-invalid' })
})

test('stopping lets go of the port although a client keeps its connection', async () => {
  const listening = await listen(app, config)
  await (await fetch(`http://127.0.0.1:${listening.port}/health`)).text()
  await listening.stop()
  const again = await listen(app, { ...config, port: listening.port })
  await again.stop()
})
