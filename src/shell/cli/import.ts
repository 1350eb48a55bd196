import { createReadStream } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from '@hono/zod-openapi'
import { Problem } from '../../base/index.ts'
import { ImportPreview, MappingDocument } from '../http/schemas/imports.ts'
import { JobDetail, StartedJob } from '../http/schemas/jobs.ts'
import { BroughtSource } from '../http/schemas/sources.ts'
import type { Api } from './api.ts'
import { JOB_STATE_WORDS, OUTCOME_WORDS, STAGE_WORDS } from './job-words.ts'
import { sayProblem } from './say-problem.ts'
import { BadUse, type Call, EXIT, type Verb } from './verb.ts'

const POLL_MS = 150
/** What is taken of a folder; a file that is named itself is always tried. */
const TAKEN = ['.csv', '.xlsx', '.tsv', '.docx', '.pdf', '.html', '.htm', '.txt']

/** What a job that read statements answers: how many it proposed, and how many were new. */
const KeptStatements = z.object({ proposed: z.number(), added: z.number() })

const REHEARSAL = {
  zh: '文档不试导；要看能读出什么，请用 lianshu read',
  en: 'a document is not rehearsed; to see what it says, use lianshu read',
} as const

export const verbImport: Verb = {
  name: 'import',
  usage: 'PATH…',
  words: {
    zh: '导入表格，读入文档；经正在运行的服务，或直接打开数据目录',
    en: 'Import tables and read documents; through the running server, or by opening the directory',
  },
  options: [
    {
      name: 'mapping',
      value: 'FILE',
      words: { zh: '映射文件，或已保存映射的编号', en: 'mapping file, or id of a kept mapping' },
    },
    {
      name: 'publish',
      value: null,
      words: { zh: '读完即整批发布', en: 'publish when it is read' },
    },
    {
      name: 'dry-run',
      value: null,
      words: { zh: '只试读，不写入', en: 'read only, write nothing' },
    },
  ],
  takes: { least: 1, most: 1000 },
  run: async (call) => {
    const files = await filesOf(call.given)
    const mapping = await mappingOf(call.options.mapping)
    const api = await call.openApi()
    try {
      let exit: number = EXIT.good
      for (const path of files) exit = Math.max(exit, await tryFile(call, api, path, mapping))
      return exit
    } finally {
      await api.close()
    }
  },
}

/** Files as given; of a folder its tables and documents, in the order of their names. */
async function filesOf(paths: readonly string[]): Promise<string[]> {
  const files: string[] = []
  for (const path of paths) {
    const found = await stat(path).catch(() => null)
    if (found === null) {
      throw new BadUse({ zh: `没有这个文件：${path}`, en: `There is no such file: ${path}` })
    }
    if (!found.isDirectory()) files.push(path)
    else {
      const names = (await readdir(path)).filter((name) =>
        TAKEN.includes(extname(name).toLowerCase()),
      )
      files.push(...names.toSorted().map((name) => join(path, name)))
    }
  }
  return files
}

type Mapping = string | z.infer<typeof MappingDocument>

/** A file that exists is read; anything else is the id of a mapping that the server keeps. */
async function mappingOf(option: string | boolean | undefined): Promise<Mapping | null> {
  if (typeof option !== 'string') return null
  const text = await readFile(option, 'utf8').catch(() => null)
  if (text === null) return option
  try {
    return MappingDocument.parse(JSON.parse(text))
  } catch (error) {
    throw new Problem('mapping-invalid', { path: option, reason: reasonOf(error) })
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof z.ZodError
    ? error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ')
    : String(error)

/** One file that cannot be imported does not keep the others out. */
async function tryFile(
  call: Call,
  api: Api,
  path: string,
  mapping: Mapping | null,
): Promise<number> {
  try {
    return await importFile(call, api, path, mapping)
  } catch (error) {
    call.progress('')
    const said = sayProblem(error, call.language)
    if (said === null) throw error
    call.print(`${basename(path)}\t${said.text.replaceAll('\n', '\n  ')}`)
    return said.exit
  }
}

async function importFile(
  call: Call,
  api: Api,
  path: string,
  mapping: Mapping | null,
): Promise<number> {
  const { size } = await stat(path)
  const stream = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>
  const file = { name: basename(path), sizeBytes: size, stream }
  const { source } = await api.upload('/api/sources', file, BroughtSource)
  if (source.form === 'document') return readDocument(call, api, file.name, source.id)
  const chosen = mapping ?? (await rememberedMapping(api, source.id))
  const request = {
    source: source.id,
    mapping: chosen,
    publish: call.options.publish === true,
    dryRun: call.options['dry-run'] === true,
  }
  const { job } = await api.post('/api/imports', request, StartedJob)
  return report(call, file.name, await follow(call, api, job.id, file.name))
}

/** The mapping that was kept for tables of this shape. Problem `mapping-needed`. */
async function rememberedMapping(api: Api, source: string): Promise<Mapping> {
  const preview = await api.post(`/api/sources/${source}/preview`, {}, ImportPreview)
  const saved = preview.proposals.find((proposal) => proposal.saved)
  if (saved === undefined) throw new Problem('mapping-needed')
  return saved.mapping.id
}

/**
 * A document is read into text and then for what it says, which waits for a person. There is no
 * rehearsal of it: `read` shows what would come out.
 */
async function readDocument(call: Call, api: Api, name: string, source: string): Promise<number> {
  const { language } = call
  if (call.options['dry-run'] === true) {
    call.print(`${name}\t${REHEARSAL[language]}`)
    return EXIT.good
  }
  for (const what of ['text', 'statements']) {
    const { job } = await api.post(`/api/sources/${source}/${what}`, undefined, StartedJob)
    const ended = await follow(call, api, job.id, name)
    const exit = report(call, name, ended)
    if (exit !== EXIT.good) return exit
    const kept = KeptStatements.safeParse(ended.result)
    if (!kept.success) continue
    call.print(`  ${OUTCOME_WORDS.claims[language]}\t${kept.data.proposed}`)
    call.print(`  ${OUTCOME_WORDS.held[language]}\t${kept.data.added}`)
  }
  return EXIT.good
}

async function follow(
  call: Call,
  api: Api,
  id: string,
  name: string,
): Promise<z.infer<typeof JobDetail>> {
  for (;;) {
    const job = await api.get(`/api/jobs/${id}`, JobDetail)
    if (job.state !== 'waiting' && job.state !== 'running') return job
    const total = job.total === null ? '' : `/${job.total}`
    const stage = STAGE_WORDS[job.stage ?? ''] ?? JOB_STATE_WORDS[job.state]
    call.progress(`${name}  ${stage[call.language]} ${job.done}${total}`)
    await wait(POLL_MS)
  }
}

function report(call: Call, name: string, job: z.infer<typeof JobDetail>): number {
  const { language } = call
  call.progress('')
  call.print(`${name}\t${JOB_STATE_WORDS[job.state][language]}\t${job.id}`)
  for (const [outcome, count] of Object.entries(job.report ?? {})) {
    const words = OUTCOME_WORDS[outcome as keyof typeof OUTCOME_WORDS]
    call.print(`  ${words[language]}\t${count}`)
  }
  if (job.problem === null) return job.state === 'done' ? EXIT.good : EXIT.badInput
  call.print(`  ${job.problem.title}\n  ${job.problem.detail}\n  ${job.problem.next}`)
  return EXIT.badInput
}
