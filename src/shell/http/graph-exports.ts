// The graph on its way out of the house.
import { exportGraph, previewGraph } from '../../graph/portable/index.ts'
import { authorise } from '../../trust/access/index.ts'
import { actorIn } from './frame/actor.ts'
import type { Api } from './frame/context.ts'
import { chainReadingIn } from './frame/reading.ts'
import { writeContext } from './frame/write-context.ts'
import * as routes from './schemas/graph-exports.ts'

export function addGraphExports(api: Api): void {
  api.openapi(routes.reviewGraphExport, async (c) => {
    authorise(actorIn(c), 'export-data')
    const { chain = null, audience, ...days } = c.req.valid('query')
    const reading = chainReadingIn(c, days)
    const request = { chain, audience }
    const graph = await previewGraph(reading, actorIn(c), c.var.installation, request)
    const { title, facts, things, sources, hidden, stamps } = graph
    return c.json(
      {
        ...{ title, audience, hidden: [...hidden], stamps: [...stamps] },
        ...{ facts: facts.length, things: things.length, sources: sources.length },
      },
      200,
    )
  })

  api.openapi(routes.exportGraph, async (c) => {
    authorise(actorIn(c), 'export-data')
    const { chain, audience, ...days } = c.req.valid('json')
    const reading = chainReadingIn(c, days)
    const request = { chain, audience }
    const file = await exportGraph(writeContext(c), reading, c.var.installation, request)
    const name = encodeURIComponent(`${file.title.replaceAll(/[/\\:*?"<>|\s]+/gu, ' ')}.zip`)
    return c.body(file.bytes, 200, {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename*=UTF-8''${name}`,
      'X-Content-SHA256': file.sha256,
    })
  })
}
