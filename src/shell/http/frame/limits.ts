// How large a request may be. Uploads are counted where they are streamed, by their own limit.
import type { MiddlewareHandler } from 'hono'
import { Problem } from '../../../base/index.ts'
import type { HttpEnv } from './context.ts'

const JSON_LIMIT_BYTES = 1024 * 1024

/** Routes whose body is a file. */
const UPLOADS = new Set(['POST /api/sources'])

/**
 * Judges the announced length. A body of unknown length is refused except for uploads: JSON is
 * read whole into memory, so its size must be known before the first byte is taken.
 */
export const lengthLimit: MiddlewareHandler<HttpEnv> = async (c, next) => {
  const isUpload = UPLOADS.has(`${c.req.method} ${c.req.path}`)
  const limitBytes = isUpload ? c.var.config.uploadLimitBytes : JSON_LIMIT_BYTES
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
