// A file that is the body of a request: its name, and its bytes on their way into the store.
import { Readable } from 'node:stream'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { isSuspicious, Problem } from '../../../base/index.ts'
import type { StoredFile } from '../../../graph/sources/index.ts'
import { mediaTypeOf } from '../media-types.ts'
import type { HttpContext } from './context.ts'

/** Keeps the body of a request as a file. Problems: `invalid-input`, `too-large`. */
export async function uploadedFile(c: HttpContext): Promise<StoredFile> {
  const fileName = fileNameIn(c)
  const { config, store } = c.var.installation
  const bytes = c.req.raw.body
  if (bytes === null) throw emptyBody()
  const stored = await store.blobs.put(
    Readable.fromWeb(bytes as WebStream),
    config.uploadLimitBytes,
  )
  const { sha256, sizeBytes } = stored
  const mediaType = await mediaTypeOf(store.blobs.open(sha256), fileName)
  return { fileName, mediaType, sha256, sizeBytes }
}

function emptyBody(): Problem {
  const reason = '没有文件内容'
  return new Problem('invalid-input', { field: 'body', reason, reasonEn: 'there is no file in it' })
}

/** The name that the client gave, without any folder. Problem: `invalid-input`. */
function fileNameIn(c: HttpContext): string {
  try {
    const name = decodeURIComponent(c.req.header('X-File-Name') ?? '')
    const plain = name.normalize('NFC').split(/[\\/]/).at(-1)?.trim() ?? ''
    if (plain !== '' && plain.length <= 255 && isSuspicious(plain) === null) return plain
  } catch {
    // Falls through to the same problem: a name that cannot be decoded is no name.
  }
  const reason = '应为百分号编码的文件名，至多 255 个可见字符'
  const reasonEn = 'it should be a percent-encoded name of at most 255 characters that can be seen'
  throw new Problem('invalid-input', { field: 'X-File-Name', reason, reasonEn })
}
