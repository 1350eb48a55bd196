// The interface as the command line uses it: over the network when a server runs on the directory,
// in this process when none does. Either way it is the same routes, so a verb knows no difference.
import { z } from '@hono/zod-openapi'
import type { Language } from '../../base/index.ts'

/** How requests reach the routes. */
export type Send = (request: Request) => Promise<Response>

/** A problem document that a route answered with. */
export class RefusedByServer extends Error {
  readonly status: number
  readonly title: string
  readonly detail: string
  readonly next: string

  constructor(status: number, document: z.infer<typeof ProblemDocument>) {
    super(document.title)
    this.status = status
    this.title = document.title
    this.detail = document.detail
    this.next = document.next
  }
}

const ProblemDocument = z.object({ title: z.string(), detail: z.string(), next: z.string() })

export interface Api {
  get<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.infer<Schema>>
  post<Schema extends z.ZodType>(
    path: string,
    body: unknown,
    schema: Schema,
  ): Promise<z.infer<Schema>>
  /** Writes, and gives the bytes of the file that is answered. */
  file(path: string, body: unknown): Promise<Uint8Array>
  upload<Schema extends z.ZodType>(
    path: string,
    file: { name: string; sizeBytes: number; stream: ReadableStream<Uint8Array> },
    schema: Schema,
  ): Promise<z.infer<Schema>>
  /** Lets go of the store where this process opened it. */
  close(): Promise<void>
}

/** An interface behind `send`, asked as the local operator. */
export function apiThrough(
  send: Send,
  options: { base: string; token: string; language: Language; close: () => Promise<void> },
): Api {
  const answered = async (
    path: string,
    init: RequestInit & { duplex?: 'half' },
  ): Promise<Response> => {
    const headers = new Headers(init.headers)
    headers.set('Authorization', `Bearer ${options.token}`)
    headers.set('Accept-Language', options.language)
    const response = await send(new Request(`${options.base}${path}`, { ...init, headers }))
    if (response.ok) return response
    throw new RefusedByServer(response.status, ProblemDocument.parse(await response.json()))
  }
  const ask = async <Schema extends z.ZodType>(
    path: string,
    init: RequestInit & { duplex?: 'half' },
    schema: Schema,
  ): Promise<z.infer<Schema>> => schema.parse(await (await answered(path, init)).json())
  const write = (more: Record<string, string>) => ({
    'Idempotency-Key': crypto.randomUUID(),
    ...more,
  })
  const json = (body: unknown) => ({
    headers: write({ 'Content-Type': 'application/json' }),
    body: JSON.stringify(body),
  })
  return {
    get: (path, schema) => ask(path, { method: 'GET' }, schema),
    post: (path, body, schema) => ask(path, { method: 'POST', ...json(body) }, schema),
    file: async (path, body) => {
      const answer = await answered(path, { method: 'POST', ...json(body) })
      return new Uint8Array(await answer.arrayBuffer())
    },
    upload: (path, file, schema) => {
      const headers = write({
        'Content-Type': 'application/octet-stream',
        'Content-Length': String(file.sizeBytes),
        'X-File-Name': encodeURIComponent(file.name),
      })
      return ask(path, { method: 'POST', headers, body: file.stream, duplex: 'half' }, schema)
    },
    close: options.close,
  }
}
