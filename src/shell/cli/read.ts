import { stat, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { STATEMENT_KINDS } from '../../graph/reading/index.ts'
import type { Limits } from '../config.ts'
import { readStatementsOf } from '../worker/read-file.ts'
import type { PlacedStatement } from '../worker/reading-task.ts'
import { BadUse, type Call, EXIT, type Verb } from './verb.ts'

const KINDS = STATEMENT_KINDS.map(({ kind }) => kind)

export const verbRead: Verb = {
  name: 'read',
  usage: 'FILE…',
  words: {
    zh: '读出文档（TXT、DOCX、PDF、HTML）所说的政策、机构、数字与目标，一行一条 JSON；不用数据目录',
    en: 'Print what documents (TXT, DOCX, PDF, HTML) say of papers, bodies, figures and goals, one JSON a line; needs no store',
  },
  options: [
    {
      name: 'out',
      value: 'FILE',
      words: { zh: '写入文件，不打印', en: 'write to a file instead of printing' },
    },
    {
      name: 'kind',
      value: 'KINDS',
      words: {
        zh: `只读这些类，逗号分隔：${KINDS.join(' ')}`,
        en: `read these kinds only, with commas between: ${KINDS.join(' ')}`,
      },
    },
  ],
  takes: { least: 1, most: 1000 },
  run: async (call) => {
    const kinds = kindsOf(call.options.kind)
    const lines: string[] = []
    for (const path of call.given) lines.push(...(await linesOf(call.config.limits, path, kinds)))
    if (typeof call.options.out === 'string') {
      await writeFile(call.options.out, lines.map((line) => `${line}\n`).join(''))
    } else for (const line of lines) call.print(line)
    return EXIT.good
  },
}

function kindsOf(option: Call['options'][string]): string[] {
  const kinds = typeof option === 'string' ? option.split(',').map((kind) => kind.trim()) : []
  const unknown = kinds.find((kind) => !KINDS.includes(kind))
  if (unknown === undefined) return kinds
  throw new BadUse({ zh: `没有“${unknown}”这一类`, en: `There is no kind "${unknown}"` })
}

async function linesOf(limits: Limits, path: string, kinds: readonly string[]): Promise<string[]> {
  const isFile = await stat(path)
    .then((found) => found.isFile())
    .catch(() => false)
  if (!isFile) throw new BadUse({ zh: `没有文件 ${path}`, en: `There is no file ${path}` })
  const doc = basename(path)
  const { statements } = await readStatementsOf(limits, { fileName: doc, path }, kinds)
  return statements.map((each) => lineOf(doc, each))
}

/** One statement in the exchange form: its places count no blanks. */
const lineOf = (doc: string, statement: PlacedStatement): string =>
  JSON.stringify({
    doc,
    kind: statement.kind,
    ...statement.fields,
    quote: statement.quote,
    start: statement.strippedStart,
    end: statement.strippedEnd,
  })
