// Jobs as the interface shows them.
import type { z } from '@hono/zod-openapi'
import { type Language, problemText } from '../../base/index.ts'
import type { JobView as Job } from '../../store/index.ts'
import type { JobView } from './schemas/jobs.ts'

/** A job, its problem said in the language of whoever asks. */
export function jobDto(job: Job, language: Language): z.infer<typeof JobView> {
  const { id, kind, title, state, stage, done, total, result } = job
  const { createdAt, startedAt, endedAt, actor } = job
  return {
    ...{ id, kind, title, state, stage, done, total, result },
    problem: problemDto(job.problem, language),
    ...{ createdAt, startedAt, endedAt, actor },
  }
}

function problemDto(problem: Job['problem'], language: Language) {
  if (problem === null) return null
  const { title, why, next } = problemText(problem, language)
  return { code: problem.code, title, detail: why, next }
}
