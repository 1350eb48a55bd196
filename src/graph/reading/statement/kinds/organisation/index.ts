import type { Analysis, KindReader, Statement } from '../../model.ts'
import { statementAt } from '../../statement.ts'

/** Organisations by name, once a document, at their first mention. */
export const organisation: KindReader = {
  kind: 'organisation',
  read(analysis: Analysis): Statement[] {
    const seen = new Set<string>()
    const found: Statement[] = []
    for (const body of analysis.bodies) {
      const key = body.name.toLowerCase().replace(/\s/g, '')
      if (seen.has(key)) continue
      seen.add(key)
      const fields = { name: body.name, org_kind: body.kind, region: body.region }
      const confidence = body.kind === 'government' || /公司$|大学$/.test(body.name) ? 85 : 70
      found.push(statementAt(analysis, body, { kind: 'organisation', fields, confidence }))
    }
    return found
  },
}
