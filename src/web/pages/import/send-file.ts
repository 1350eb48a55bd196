/** Sends one file as the raw body and tells how far it is; `fetch` cannot tell that. */
import { ApiProblem, type SourceView } from '../../api/index.ts'

export interface Brought {
  source: SourceView
  /** The same bytes were brought before. */
  known: boolean
}

export interface Sending {
  file: File
  key: string
  language: string
  /** Share that has been sent, 0 to 1. */
  onSent: (share: number) => void
}

/** Rejects with ApiProblem where the server refused, with TypeError where it was not reached. */
export function sendFile({ file, key, language, onSent }: Sending): Promise<Brought> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/api/sources')
    request.setRequestHeader('Content-Type', file.type || 'application/octet-stream')
    request.setRequestHeader('Accept', 'application/json')
    request.setRequestHeader('Accept-Language', language)
    request.setRequestHeader('X-File-Name', encodeURIComponent(file.name))
    request.setRequestHeader('Idempotency-Key', key)
    request.upload.onprogress = ({ loaded, total }) => onSent(total === 0 ? 1 : loaded / total)
    request.onload = () => {
      const body = parsed(request.responseText)
      if (request.status >= 200 && request.status < 300) resolve(body as Brought)
      else reject(new ApiProblem(request.status, (body ?? {}) as object))
    }
    request.onerror = () => reject(new TypeError('the server was not reached'))
    request.send(file)
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
