// The table of what was asked for.
import { readFileSync } from 'node:fs'
import { z } from '@hono/zod-openapi'
import { authorise } from '../../trust/access/index.ts'
import { COVERAGE_FILE } from '../coverage-file.ts'
import { actorIn } from './frame/actor.ts'
import type { Api } from './frame/context.ts'
import { readCoverage } from './schemas/coverage.ts'
import { Words } from './schemas/figure.ts'

const CoverageFile = z.object({
  parts: z.record(z.string(), Words),
  rows: z.array(
    z.object({
      id: z.string(),
      part: z.string(),
      zh: z.string(),
      en: z.string(),
      screen: z.string().nullable(),
      command: z.string().nullable(),
      pack: z.string().nullable(),
      test: z.string().nullable(),
      absentBecause: Words.nullable().optional(),
    }),
  ),
})

export function addCoverage(api: Api): void {
  api.openapi(readCoverage, (c) => {
    authorise(actorIn(c), 'own-account')
    const { parts, rows } = CoverageFile.parse(JSON.parse(readFileSync(COVERAGE_FILE, 'utf8')))
    const items = rows.map(({ zh, en, part, absentBecause, ...row }) => ({
      ...row,
      name: { zh, en },
      part: parts[part] ?? { zh: part, en: part },
      absentBecause: absentBecause ?? null,
    }))
    return c.json({ items, next: null }, 200)
  })
}
