// The desk: by four eyes, or of one person.
import { DESK_MODE_WORDS, type DeskView, readDesk, setDeskMode } from '../../trust/desk/index.ts'
import { actorIn } from './frame/actor.ts'
import type { Api } from './frame/context.ts'
import { writeContext } from './frame/write-context.ts'
import * as routes from './schemas/desk.ts'

export function addDesk(api: Api): void {
  api.openapi(routes.readDesk, async (c) => {
    const desk = await readDesk(c.var.installation.store, actorIn(c))
    return c.json(deskDto(desk), 200)
  })

  api.openapi(routes.setDesk, async (c) => {
    const desk = await setDeskMode(writeContext(c), c.req.valid('json'))
    return c.json(deskDto(desk), 200)
  })
}

const deskDto = (desk: DeskView) => ({ ...desk, words: DESK_MODE_WORDS[desk.mode] })
