import { z } from '@hono/zod-openapi'
import { JobView } from '../http/schemas/jobs.ts'
import { JOB_STATE_WORDS } from './job-words.ts'
import { EXIT, type Verb } from './verb.ts'

const Jobs = z.object({ items: z.array(JobView) })

export const verbJobs: Verb = {
  name: 'jobs',
  usage: '',
  words: { zh: '列出最近的任务及其进度', en: 'List the latest jobs and how far they are' },
  options: [],
  takes: { least: 0, most: 0 },
  run: async (call) => {
    const api = await call.openApi()
    try {
      const { items } = await api.get('/api/jobs?limit=50', Jobs)
      if (items.length === 0) call.print({ zh: '尚无任务', en: 'No jobs yet' }[call.language])
      for (const job of items) {
        const amount = job.total === null ? String(job.done) : `${job.done}/${job.total}`
        const state = JOB_STATE_WORDS[job.state][call.language]
        call.print([job.createdAt, state, amount, job.title, job.id].join('\t'))
        if (job.problem !== null) call.print(`\t${job.problem.title} ${job.problem.detail}`)
      }
      return EXIT.good
    } finally {
      await api.close()
    }
  },
}
