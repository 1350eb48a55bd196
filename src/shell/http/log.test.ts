import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { INTL, verifyConsistency, verifyInclusion } from '../../trust/log/index.ts'
import { type Client, type OpenApp, openApp } from './open-app.case.ts'
import type { ConsistencyProof, InclusionProof, LogCheckpoint, LogKeys } from './schemas/log.ts'

let open: OpenApp
let auditor: Client

beforeAll(async () => {
  open = await openApp()
  auditor = await open.signIn('auditor')
})

afterAll(() => open.close())

const get = async <Schema extends z.ZodType>(path: string): Promise<z.infer<Schema>> =>
  (await auditor.get(path)).body as z.infer<Schema>
const bytes = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'))

/** The checkpoint once nothing waits any more, without anybody asking for it. */
async function settled(): Promise<z.infer<typeof LogCheckpoint>> {
  for (;;) {
    const { status, body } = await auditor.get('/api/log/checkpoint')
    const checkpoint = body as z.infer<typeof LogCheckpoint>
    if (status === 200 && checkpoint.waiting === 0) return checkpoint
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

test('what was just done is in the signed tree a moment later, and can be proved', async () => {
  const before = await settled()
  const office = await open.signIn('office')
  const { status } = await office.send('PUT', '/api/desk', { mode: 'one-person', reason: '试用' })
  expect(status).toBe(200)
  const after = await settled()
  expect(after.size).toBeGreaterThan(before.size)
  const { items } = await get<typeof LogKeys>('/api/log/keys')
  expect(items).toHaveLength(1)
  expect(after.note).toContain(`${after.origin}\n${after.size}\n${after.root}\n`)
  const [name, id] = items[0]?.key.split('+') ?? []
  expect([name, id]).toEqual([after.origin, items[0]?.id])

  const path = `/api/log/consistency?from=${before.size}&size=${after.size}`
  const { hashes } = await get<typeof ConsistencyProof>(path)
  const [older, newer] = [before, after].map(({ size, root }) => ({
    ...{ size: BigInt(size), root: bytes(root) },
  }))
  expect(older && newer && verifyConsistency(INTL.tree, older, newer, hashes.map(bytes))).toBe(true)
  expect(older && newer && verifyConsistency(INTL.tree, newer, older, hashes.map(bytes))).toBe(
    false,
  )
})

test('an entry is proved to whoever names it, and of others nothing is told', async () => {
  const checkpoint = await settled()
  const { store } = open.installation
  const { id, hash } = await store.read
    .withTables<{ log_leaf: { tenant: number; entry: string; hash: Uint8Array; leaf: number } }>()
    .selectFrom('log_leaf')
    .select(['entry as id', 'hash'])
    .where('leaf', '=', 1)
    .executeTakeFirstOrThrow()
  const proof = await get<typeof InclusionProof>(`/api/log/inclusion?entry=${id}`)
  expect(proof).toMatchObject({ leaf: 1, size: checkpoint.size })
  const range = { start: 0n, end: BigInt(checkpoint.size), root: bytes(checkpoint.root) }
  expect(verifyInclusion(INTL.tree, { index: 1n, hash }, range, proof.hashes.map(bytes))).toBe(true)
  const nobody = '00000000-0000-8000-8000-000000000000'
  expect((await auditor.get(`/api/log/inclusion?entry=${nobody}`)).status).toBe(404)
  expect((await auditor.get('/api/log/consistency?from=999999')).status).toBe(404)
})
