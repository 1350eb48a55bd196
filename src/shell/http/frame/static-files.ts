// The pages: files of dist/public, read once, compressed once, and index.html with its nonce.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'
import type { HttpContext, HttpEnv } from './context.ts'
import { NONCE_PLACEHOLDER, newNonce, pagePolicy } from './security.ts'

const MEDIA_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
}
const COMPRESSIBLE = /^(text\/|application\/(json|manifest)|image\/svg)/
const COMPRESS_MIN_BYTES = 1024
/** Names under assets/ carry the hash of their content, so they never change. */
const FOREVER = 'public, max-age=31536000, immutable'
const ASK_AGAIN = 'no-cache'

type Encoding = 'br' | 'gzip' | 'identity'

interface StaticFile {
  bytes: Uint8Array<ArrayBuffer>
  mediaType: string
  etag: string
  cacheControl: string
  encoded: Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>
}

/**
 * Serves the built pages of a folder. What is not a file there and looks like a page gets
 * index.html, so that every address of the screens can be opened directly.
 * The folder is listed once: a path that is not in the list cannot reach the disk at all.
 */
export function staticFiles(directory: string): MiddlewareHandler<HttpEnv> {
  const files = readFiles(directory)
  const index = files.get('/index.html')
  return async (c, next) => {
    const { path, method } = c.req
    if (method !== 'GET' && method !== 'HEAD') return next()
    if (path.startsWith('/api/') || path === '/health' || path === '/metrics') return next()
    const file = path === '/index.html' ? undefined : files.get(path)
    if (file !== undefined) return answerFile(c, file)
    // The id of a figure holds dots, so its address ends as a file would; a browser that opens an
    // address says that it takes a page, and one that loads a part of a page does not.
    const isAddress = extname(path) === '' || /\btext\/html\b/.test(c.req.header('Accept') ?? '')
    const isPage = !path.startsWith('/assets/') && isAddress
    if ((isPage || path === '/index.html') && index !== undefined) return answerPage(c, index)
    return next()
  }
}

function readFiles(directory: string): Map<string, StaticFile> {
  return new Map(
    listFiles(directory).map((name) => {
      const bytes = new Uint8Array(readFileSync(join(directory, name)))
      const path = `/${name.replaceAll('\\', '/')}`
      const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`
      const mediaType = MEDIA_TYPES[extname(name)] ?? 'application/octet-stream'
      const cacheControl = path.startsWith('/assets/') ? FOREVER : ASK_AGAIN
      return [path, { bytes, mediaType, etag, cacheControl, encoded: new Map() }]
    }),
  )
}

/** Without pages (a server used by its interface alone) there is nothing to list. */
function listFiles(directory: string): string[] {
  try {
    return readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

async function answerFile(c: HttpContext, file: StaticFile): Promise<Response> {
  const headers = { 'Cache-Control': file.cacheControl, ETag: file.etag, Vary: 'Accept-Encoding' }
  if (c.req.header('If-None-Match') === file.etag) return c.body(null, 304, headers)
  const encoding = encodingFor(c, file)
  const body = await encodedBytes(file, encoding)
  return c.body(body, 200, {
    ...headers,
    'Content-Type': file.mediaType,
    'Content-Length': String(body.length),
    ...(encoding !== 'identity' && { 'Content-Encoding': encoding }),
  })
}

/** The page itself is made anew for each answer, since a nonce that is used twice protects nobody. */
function answerPage(c: HttpContext, index: StaticFile): Response {
  const nonce = newNonce()
  const page = new TextDecoder().decode(index.bytes).replaceAll(NONCE_PLACEHOLDER, nonce)
  return c.body(page, 200, {
    'Content-Type': index.mediaType,
    'Cache-Control': 'no-store',
    'Content-Security-Policy': pagePolicy(nonce),
  })
}

function encodingFor(c: HttpContext, file: StaticFile): Encoding {
  if (file.bytes.length < COMPRESS_MIN_BYTES || !COMPRESSIBLE.test(file.mediaType)) {
    return 'identity'
  }
  const accepted = c.req.header('Accept-Encoding') ?? ''
  if (/\bbr\b/.test(accepted)) return 'br'
  return /\bgzip\b/.test(accepted) ? 'gzip' : 'identity'
}

const toBrotli = promisify(brotliCompress)
const toGzip = promisify<Uint8Array, Buffer>(gzip)
const BROTLI_QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }

/** Compresses once and remembers; those who ask meanwhile wait for the same work. */
function encodedBytes(file: StaticFile, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
  const known = file.encoded.get(encoding)
  if (known !== undefined) return known
  const made = encode(file.bytes, encoding).then((bytes) => new Uint8Array(bytes))
  file.encoded.set(encoding, made)
  return made
}

async function encode(bytes: Uint8Array, encoding: Encoding): Promise<Uint8Array> {
  if (encoding === 'br') return toBrotli(bytes, BROTLI_QUALITY)
  return encoding === 'gzip' ? toGzip(bytes) : bytes
}
