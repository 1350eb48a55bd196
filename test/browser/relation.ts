/** A table of one relation that waits for a person. */
import { setTimeout as wait } from 'node:timers/promises'
import type { RunningProduct } from '../../tools/server.ts'

const POLL_MS = 200

const MAPPING = {
  ...{ id: 'test-relation', version: 1, title: { zh: '环节', en: 'Stages' } },
  source: { class: 'authoritative-table', publisher: '示例市', label: 'public' },
  fields: {
    firm: { column: '企业', required: true },
    stage: { column: '环节', required: true },
  },
  checks: [
    {
      ...{ field: 'firm', must: { notPattern: '待核' }, else: 'hold' },
      reason: { zh: '待核', en: 'to be checked' },
    },
  ],
  claims: [
    {
      subject: { kind: 'firm', scheme: 'list:test-relation', code: '{firm}' },
      property: 'belongsToStage',
      object: { kind: 'stage', scheme: 'list:test-relation', code: '{stage}' },
    },
  ],
}

/** Brings the table and waits until its relation waits; answers the id of the source. */
export async function bringRelation(product: RunningProduct): Promise<string> {
  const send = async (path: string, type: string, body: string, more = {}) => {
    const headers = { 'Content-Type': type, 'Idempotency-Key': `relation-${path}`, ...more }
    const answer = await product.ask(path, { method: 'POST', headers, body })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer.json()
  }
  const named = { 'X-File-Name': encodeURIComponent('环节.csv') }
  const table = '企业,环节\n待核公司,一\n'
  const { source } = await send('/api/sources', 'application/octet-stream', table, named)
  const asked = JSON.stringify({ source: source.id, mapping: MAPPING, publish: true })
  await send('/api/imports', 'application/json', asked)
  for (;;) {
    const { items } = await (await product.ask(`/api/review?source=${source.id}`)).json()
    if (items.length > 0) return source.id
    await wait(POLL_MS)
  }
}
