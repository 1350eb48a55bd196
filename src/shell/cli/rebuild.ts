import { setTimeout as wait } from 'node:timers/promises'
import { JobDetail, StartedJob } from '../http/schemas/jobs.ts'
import { EXIT, type Verb } from './verb.ts'

const POLL_MS = 300

export const verbRebuild: Verb = {
  name: 'rebuild',
  usage: '',
  words: {
    zh: '由陈述与决定重新生成全部事实',
    en: 'Make all facts anew from the claims and decisions',
  },
  options: [],
  takes: { least: 0, most: 0 },
  run: async (call) => {
    const api = await call.openApi()
    try {
      const { job: started } = await api.post('/api/jobs/rebuild', {}, StartedJob)
      let job = await api.get(`/api/jobs/${started.id}`, JobDetail)
      while (job.state === 'waiting' || job.state === 'running') {
        call.progress(`${job.title} ${job.done}`)
        await wait(POLL_MS)
        job = await api.get(`/api/jobs/${started.id}`, JobDetail)
      }
      call.progress('')
      const words = { zh: '已重新生成的陈述', en: 'claims projected anew' }
      call.print(`${words[call.language]}\t${job.done}`)
      return job.state === 'done' ? EXIT.good : EXIT.ourFault
    } finally {
      await api.close()
    }
  },
}
