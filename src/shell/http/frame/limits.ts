// How large a request may be, and what no text of it may hold. Uploads are counted where they are
// streamed, by their own limit.
import type { MiddlewareHandler } from 'hono'
import { Problem } from '../../../base/index.ts'
import type { HttpContext, HttpEnv } from './context.ts'

/** Routes whose body is a file. */
const UPLOADS = new Set(['POST /api/sources', 'POST /api/collections/returns'])

const isUploadOf = (c: HttpContext): boolean => UPLOADS.has(`${c.req.method} ${c.req.path}`)

/**
 * Judges the announced length. A body of unknown length is refused except for uploads: JSON is
 * read whole into memory, so its size must be known before the first byte is taken.
 */
export const lengthLimit: MiddlewareHandler<HttpEnv> = async (c, next) => {
  const config = c.get('config')
  const isUpload = isUploadOf(c)
  const limitBytes = isUpload ? config.uploadLimitBytes : config.limits.bodyBytes
  const length = c.req.header('Content-Length')
  if (length === undefined) {
    if (!isUpload && c.req.header('Transfer-Encoding') !== undefined) {
      throw new Problem('too-large', { limit: inMib(limitBytes) })
    }
  } else if (!/^\d{1,15}$/.test(length) || Number(length) > limitBytes) {
    throw new Problem('too-large', { limit: inMib(limitBytes) })
  }
  await next()
}

const inMib = (sizeBytes: number): string => `${Math.floor(sizeBytes / 1024 / 1024)} MiB`

/** Rows of a page: as many as were asked for, within what the configuration lets one page have. */
export function rowsOfPage(c: HttpContext, asked: number): number {
  return Math.min(asked, c.var.config.limits.pageRows)
}

/** A NUL as JSON writes it: an escape that is not itself escaped. */
export const NUL_IN_JSON = /(?<!\\)(?:\\\\)*\\u0000/i

/**
 * Refuses NUL characters. No database takes them as text, and to find that out field by field would
 * be to forget one.
 */
export const noNulls: MiddlewareHandler<HttpEnv> = async (c, next) => {
  if (/%00/.test(c.req.url)) throw nulIn('URL')
  const isJson = c.req.header('Content-Type')?.startsWith('application/json') === true
  // The body of an upload is a stream that can be read once only, and its bytes are no text of ours.
  if (isJson && !isUploadOf(c) && NUL_IN_JSON.test(await c.req.text())) throw nulIn('body')
  await next()
}

const nulIn = (field: string): Problem =>
  new Problem('text-suspicious', { field, found: '空字符', foundEn: 'a NUL character' })
