// What a route finds at hand while it answers one request.
import type { HttpBindings } from '@hono/node-server'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Language, ProblemCode } from '../../../base/index.ts'
import type { Actor } from '../../../trust/access/index.ts'
import type { Config } from '../../config.ts'
import type { Installation } from '../../installation.ts'
import type { Notes } from '../../notes.ts'

export interface HttpEnv {
  Bindings: Partial<HttpBindings>
  Variables: {
    config: Config
    notes: Notes
    requestId: string
    language: Language
    /** Set by the frame before any route but the public ones is reached. */
    installation: Installation
    /** Who asks; null for a stranger. */
    actor: Actor | null
    /** What was answered instead of a result. */
    problem: ProblemCode | undefined
  }
}

export type HttpContext = Context<HttpEnv>

/** The application to which each noun adds its routes. */
export type Api = OpenAPIHono<HttpEnv>
