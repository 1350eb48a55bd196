// Lists on their way out of the house.
import { sha256Hex } from '../../base/index.ts'
import { exportBundle } from '../../graph/bundle/index.ts'
import {
  csvOf,
  LIST_FORMATS,
  type ListFormat,
  type ListPaper,
  noteListExport,
  type OutgoingList,
  PAPER_FORMATS,
  type PaperFormat,
  paperOf,
  reviewList,
  titleOf,
} from '../../graph/outgoing/index.ts'
import { AUDIENCES, type Audience } from '../../graph/publication/index.ts'
import { authorise } from '../../trust/access/index.ts'
import { writePaper } from '../papers/write-paper.ts'
import { actorIn } from './frame/actor.ts'
import { noteRead } from './frame/audit.ts'
import type { Api, HttpContext } from './frame/context.ts'
import { chainReadingIn, dayAt } from './frame/reading.ts'
import { hostOf, isSecure } from './frame/security.ts'
import { writeContext } from './frame/write-context.ts'
import * as routes from './schemas/list-exports.ts'

const OFFICE = 'application/vnd.openxmlformats-officedocument'
const TYPES: Readonly<Record<ListFormat, string>> = {
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  docx: `${OFFICE}.wordprocessingml.document`,
  csv: 'text/csv; charset=utf-8',
  bundle: 'application/zip',
}
const ENDINGS: Readonly<Record<ListFormat, string>> = {
  ...{ xlsx: 'xlsx', docx: 'docx', csv: 'csv', bundle: 'zip' },
}

/** What no file name may hold on some system. */
const NOT_IN_NAMES = /[/\\:*?"<>|\s]+/gu

export function addListExports(api: Api): void {
  api.openapi(routes.reviewListExport, async (c) => {
    authorise(actorIn(c), 'export-data')
    const { id, number } = c.req.valid('param')
    const list = await reviewed(c, { list: id, number, ...c.req.valid('query') })
    return c.json(reviewDto(c, list), 200)
  })

  api.openapi(routes.exportList, async (c) => {
    authorise(actorIn(c), 'export-data')
    const { id, number } = c.req.valid('param')
    const { format, ...request } = c.req.valid('json')
    const asked = { list: id, number, ...request }
    const { bytes, list } =
      format === 'bundle' ? await bundle(c, asked) : await paper(c, asked, format)
    const title = titleOf(list, c.var.language).replaceAll(NOT_IN_NAMES, ' ')
    const name = encodeURIComponent(`${title}.${ENDINGS[format]}`)
    return c.body(bytes, 200, {
      'Content-Type': TYPES[format],
      'Content-Disposition': `attachment; filename*=UTF-8''${name}`,
      'X-Content-SHA256': sha256Hex(bytes),
    })
  })
}

interface Leaving {
  bytes: Uint8Array<ArrayBuffer>
  list: OutgoingList
}

async function paper(c: HttpContext, asked: Asked, format: PaperFormat): Promise<Leaving> {
  const list = await reviewed(c, asked)
  const { language, installation } = c.var
  const origin = `${isSecure(c) ? 'https' : 'http'}://${hostOf(c)}`
  const laidOut = paperOf(list, { language, origin, issuedOn: dayAt(installation.now()) })
  const bytes = await bytesOf(laidOut, format)
  const file = { format, sha256: sha256Hex(bytes), sizeBytes: bytes.length }
  await noteListExport(writeContext(c), list, file)
  return { bytes, list }
}

async function bundle(c: HttpContext, asked: Asked): Promise<Leaving> {
  const { installation } = c.var
  const exported = await exportBundle(
    writeContext(c),
    chainReadingIn(c),
    installation,
    asked,
    (tenant, entry) => installation.sequencer.covering(tenant, entry),
  )
  await noteRead(c, 'list', `${asked.list} ${asked.chain}`, exported.list.labels)
  return exported
}

interface Asked {
  chain: string
  list: string
  number: number
  audience: Audience
}

async function reviewed(c: HttpContext, asked: Asked): Promise<OutgoingList> {
  const list = await reviewList(chainReadingIn(c), actorIn(c), c.var.installation, asked)
  await noteRead(c, 'list', `${asked.list} ${asked.chain}`, list.labels)
  return list
}

function reviewDto(c: HttpContext, list: OutgoingList) {
  const { publication } = c.var.installation
  const { chain, file, number, audience, rows, hidden, stamps, policy } = list
  const filled = rows.flatMap(({ cells }) => cells.filter(({ figures }) => figures.length > 0))
  return {
    ...{ list: file.id, chain: chain.id, number, audience, policy },
    audiences: AUDIENCES.map((id) => ({ id, words: publication.audiences[id].words })),
    formats: list.state === 'signed' ? [...LIST_FORMATS] : [...PAPER_FORMATS],
    rows: rows.length,
    cells: filled.length,
    grounds: rows.reduce((sum, { grounds }) => sum + grounds.length, 0),
    hidden: hidden.map(({ where, ...line }) => ({ ...line, where: [...where] })),
    stamps: [...stamps],
  }
}

async function bytesOf(paper: ListPaper, format: PaperFormat): Promise<Uint8Array<ArrayBuffer>> {
  if (format !== 'csv') return writePaper({ paper, format })
  const { columns, rows, head, stamps, hidden } = paper
  const below = [paper.title, ...head, ...stamps, ...hidden].map((text) => [
    text,
    ...columns.slice(1).map(() => ''),
  ])
  const table = [columns.map((column) => column.head), ...rows.map((row) => row.map(plain))]
  return new TextEncoder().encode(csvOf([...table, columns.map(() => ''), ...below]))
}

const plain = ({ text, number, day }: ListPaper['rows'][number][number]): string =>
  number ?? day ?? text
