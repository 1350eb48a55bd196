import { expect, test } from 'vitest'
import { csvOf } from '../graph/outgoing/index.ts'
import type { AccessRecord } from '../trust/audit/index.ts'
import { auditTable } from './audit-table.ts'

const record: AccessRecord = {
  ...{ sequence: '1', at: '2026-11-20T01:02:03.000Z', act: 'read', person: null, role: null },
  ...{ organisation: null, personName: '=HYPERLINK("x")', organisationName: '+甲', request: null },
  ...{ address: '127.0.0.1', route: 'GET /api/claims/{id}', what: 'claim', object: 'a,b' },
  ...{ levels: ['restricted'], count: 2, code: null },
}

test('a line an act, under heads of the reader’s language, and no cell computes', () => {
  const [head, line] = auditTable.records([record], 'en')
  expect(head?.length).toBe(line?.length)
  expect(head?.slice(0, 3)).toEqual(['Time (UTC)', 'Act', 'Person'])
  const text = csvOf(auditTable.records([record], 'zh'))
  expect(text).toContain(`"'=HYPERLINK(""x"")"`)
  expect(text).toContain(`'+甲`)
  expect(text).toContain('"claim a,b"')
})
