import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, get } from 'node:http'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Problem } from '../../base/index.ts'
import { type Config, readConfig } from '../config.ts'
import { openNotes } from '../notes.ts'
import { createApp } from './app.ts'
import type { Api } from './frame/context.ts'
import { frame } from './frame/index.ts'
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

test('stopping ends what is under way, takes nothing new, and cuts off what takes too long', async () => {
  let answer = (): void => {}
  const slow = frame({
    config,
    notes: openNotes('silent'),
    publicDirectory: '',
    installation: () => null,
  })
  slow.get('/api/slow', async (c) => {
    await new Promise<void>((resolve) => {
      answer = resolve
    })
    return c.text('whole')
  })
  const listening = await listen(slow, config)
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const ask = (): Promise<string> => askOver(agent, listening.port)
  const first = ask()
  await untilAsked(() => answer)
  const stopped = listening.stop()
  answer()
  expect(await first).toBe('whole')
  await stopped
  await expect(ask()).rejects.toThrow()
  agent.destroy()

  const limits = { ...config.limits, stopMs: 60 }
  const hasty = await listen(slow, { ...config, limits })
  answer = () => {}
  const cut = askOver(new Agent(), hasty.port)
  cut.catch(() => {})
  await untilAsked(() => answer)
  await hasty.stop()
  await expect(cut).rejects.toThrow()
})

function askOver(agent: Agent, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = get({ agent, port, host: '127.0.0.1', path: '/api/slow' }, (response) => {
      response.setEncoding('utf8').on('data', resolve).on('error', reject)
    })
    request.on('error', reject)
  })
}

/** Until the route was reached, which then knows how it is let go. */
async function untilAsked(release: () => () => void): Promise<void> {
  const before = release()
  for (let turn = 0; turn < 200 && release() === before; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

test('stopping lets go of the port although a client keeps its connection', async () => {
  const listening = await listen(app, config)
  await (await fetch(`http://127.0.0.1:${listening.port}/health`)).text()
  await listening.stop()
  const again = await listen(app, { ...config, port: listening.port })
  await again.stop()
})
