// Exports of the graph.
import { exportGraph, type GraphFormat, previewGraph } from '../../graph/outgoing/index.ts'
import { authorise } from '../../trust/access/index.ts'
import { actorIn } from './frame/actor.ts'
import type { Api } from './frame/context.ts'
import { readingIn } from './frame/reading.ts'
import { writeContext } from './frame/write-context.ts'
import * as routes from './schemas/exports.ts'

const FORMS: Readonly<Record<GraphFormat, { type: string; extension: string }>> = {
  csv: { type: 'application/zip', extension: 'zip' },
  jsonld: { type: 'application/ld+json', extension: 'jsonld' },
  ftm: { type: 'application/x-ndjson', extension: 'ftm.ndjson' },
}

export function addExports(api: Api): void {
  api.openapi(routes.previewGraphExport, async (c) => {
    authorise(actorIn(c), 'read-chain')
    const { known, valid, ...request } = c.req.valid('json')
    const reading = readingIn(c, { known, valid })
    const told = await previewGraph(
      { actor: actorIn(c) },
      reading,
      c.var.installation.outgoing,
      request,
    )
    return c.json({ ...told, hidden: [...told.hidden], stamps: [...told.stamps] }, 200)
  })

  api.openapi(routes.exportGraph, async (c) => {
    authorise(actorIn(c), 'read-chain')
    const { known, valid, ...request } = c.req.valid('json')
    const reading = readingIn(c, { known, valid })
    const file = await exportGraph(writeContext(c), reading, c.var.installation.outgoing, request)
    const { type, extension } = FORMS[request.format]
    const name = encodeURIComponent(`${file.title}.${extension}`)
    return c.body(new Uint8Array(file.bytes), 200, {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename*=UTF-8''${name}`,
      'X-Content-SHA256': file.sha256,
    })
  })
}
