// Everything that stands around the routes, in the order in which a request passes it.

import { randomUUID } from 'node:crypto'
import { OpenAPIHono } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import { Problem } from '../../../base/index.ts'
import type { Config } from '../../config.ts'
import type { Installation } from '../../installation.ts'
import type { Notes } from '../../notes.ts'
import { knowActor } from './actor.ts'
import { accessAudit } from './asked.ts'
import { accessRecords } from './audit.ts'
import type { HttpEnv } from './context.ts'
import { enrolledOnly } from './enrolling.ts'
import { languageOf } from './language.ts'
import { lengthLimit, noNulls } from './limits.ts'
import { patternOf } from './pattern.ts'
import { answerError, answerProblem, InvalidRequest } from './problem.ts'
import { localNames, sameOrigin, secureHeaders } from './security.ts'
import { staticFiles } from './static-files.ts'

/** What the frame stands on. */
export interface FrameOptions {
  config: Config
  notes: Notes
  /** Folder of the built pages; an absent one serves no pages. */
  publicDirectory: string
  /** The installation once it is open; null while the server starts or stops. */
  installation: () => Installation | null
}

/** An application with the frame around it and no route in it yet. */
export function frame(options: FrameOptions): OpenAPIHono<HttpEnv> {
  const app = new OpenAPIHono<HttpEnv>({
    defaultHook: (result) => {
      if (!result.success) throw new InvalidRequest(result.target, result.error)
    },
  })
  app.onError(answerError)
  app.notFound((c) => answerProblem(new Problem('not-found'), c))
  app.use(request(options))
  app.use(compress())
  app.use(secureHeaders)
  app.use(localNames)
  app.use(sameOrigin)
  app.use(lengthLimit)
  app.use(staticFiles(options.publicDirectory))
  return app
}

/** Only routes that need the installation stand behind this: it refuses until it is open. */
export function behindAccess(app: OpenAPIHono<HttpEnv>, options: FrameOptions): void {
  app.use('/api/*', ready(options))
  app.use('/api/*', knowActor)
  app.use('/api/*', accessRecords)
  app.use('/api/*', enrolledOnly)
  app.use('/api/*', noNulls)
  app.use('/api/*', accessAudit)
}

/** Gives the request its number and language, and counts and notes how it ended. */
function request({ config, notes, installation }: FrameOptions): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    const begun = performance.now()
    c.set('config', config)
    c.set('notes', notes)
    c.set('requestId', randomUUID())
    c.set('language', languageOf(c.req.header('Accept-Language'), config.language))
    await next()
    const { req, res, var: known } = c
    res.headers.set('X-Request-Id', known.requestId)
    if (!res.headers.has('Cache-Control')) res.headers.set('Cache-Control', 'no-store')
    const code = known.problem ?? null
    const ms = Math.round((performance.now() - begun) * 10) / 10
    const route = patternOf(c) ?? (res.status === 404 ? 'none' : 'page')
    const told = { route, method: req.method, status: res.status, ms }
    installation()?.metrics.answered({ ...told, code })
    const line = {
      request: known.requestId,
      ...told,
      ...(known.actor && { actor: known.actor.person }),
      ...(code !== null && { code }),
    }
    // Files of the screens and questions whether the server is there would drown what was done.
    if (told.route.startsWith('/api/')) notes.info(line, 'answered')
    else notes.debug(line, 'answered')
  }
}

function ready({ installation }: FrameOptions): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    const open = installation()
    if (open === null) throw new Problem('not-ready')
    c.set('installation', open)
    await next()
  }
}
