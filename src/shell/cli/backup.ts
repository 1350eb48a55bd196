import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from '@hono/zod-openapi'
import { Backups } from '../http/schemas/backups.ts'
import { JobDetail, StartedJob } from '../http/schemas/jobs.ts'
import { EXIT, type Verb } from './verb.ts'

const POLL_MS = 200

const Taken = z.object({
  ...{ name: z.string(), digest: z.string(), takenAt: z.string() },
  ...{ rows: z.int(), blobs: z.int(), sizeBytes: z.int() },
  logs: z.array(z.object({ tenant: z.int(), size: z.int(), root: z.string() })),
})

const WORDS = {
  folder: { zh: '备份', en: 'backup' },
  digest: { zh: '备份的校验值', en: 'digest of the backup' },
  rows: { zh: '行', en: 'rows' },
  blobs: { zh: '文件', en: 'files' },
  sizeBytes: { zh: '字节', en: 'bytes' },
  log: { zh: '记录的根', en: 'root of the log' },
} as const

export const verbBackup: Verb = {
  name: 'backup',
  usage: '[DIR] [--json]',
  words: {
    zh: '备份全部数据，写完后逐字节查验；不写目录则存入数据目录内的 backups',
    en: 'Back everything up and check every byte of it; without a folder into backups of the installation',
  },
  options: [{ name: 'json', value: null, words: { zh: '以 JSON 输出', en: 'print JSON' } }],
  takes: { least: 0, most: 1 },
  run: async ({ given: [folder], options, language, print, progress, openApi }) => {
    const api = await openApi()
    try {
      const body = { folder: folder === undefined ? null : resolve(folder) }
      const { job: started } = await api.post('/api/backups', body, StartedJob)
      let job = await api.get(`/api/jobs/${started.id}`, JobDetail)
      while (job.state === 'waiting' || job.state === 'running') {
        progress(`${job.title} ${job.done} ${WORDS.rows[language]}`)
        await wait(POLL_MS)
        job = await api.get(`/api/jobs/${started.id}`, JobDetail)
      }
      progress('')
      if (job.state !== 'done') {
        const { title = job.state, detail = '', next = '' } = job.problem ?? {}
        process.stderr.write(`${title}\n${detail}\n${next}\n`)
        return job.problem?.code === 'internal' ? EXIT.ourFault : EXIT.badInput
      }
      const { name: own, ...told } = Taken.parse(job.result)
      const standsIn = body.folder ?? join((await api.get('/api/backups', Backups)).folder, own)
      const taken = { folder: standsIn, ...told }
      if (options.json === true) {
        print(JSON.stringify(taken))
        return EXIT.good
      }
      for (const name of ['folder', 'digest', 'rows', 'blobs', 'sizeBytes'] as const) {
        print(`${WORDS[name][language]}\t${taken[name]}`)
      }
      for (const log of taken.logs) print(`${WORDS.log[language]}\t${log.size}\t${log.root}`)
      return EXIT.good
    } finally {
      await api.close()
    }
  },
}
