/**
 * The only door of the screens to the server: JSON in, JSON out, problem+json as a typed error.
 * Every write carries an idempotency key; the caller keeps the key while it retries, so that an
 * answer lost on the way never becomes a second write.
 */

import { keepFile } from './keep-file.ts'
import type { Health } from './types.ts'

/** RFC 9457 problem as the server words it: what happened, why, and what to do next. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly status: number
  readonly code: string
  readonly why: string
  readonly next: string
  /** For invalid-input: what is wrong, field by field. */
  readonly fields: readonly { path: string; message: string }[]

  constructor(status: number, body: ProblemBody) {
    super(body.title ?? String(status))
    this.status = status
    this.code = body.code ?? 'internal'
    this.why = body.detail ?? ''
    this.next = body.next ?? ''
    this.fields = body.fields ?? []
  }
}

interface ProblemBody {
  title?: string
  code?: string
  detail?: string
  next?: string
  fields?: { path: string; message: string }[]
}

export interface WriteOptions {
  method?: 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Reuse the same key when the same write is tried again. */
  key?: string
  signal?: AbortSignal
  headers?: Record<string, string>
}

let language = 'zh'
let day: string | null = null

/** The server answers in this language from now on. */
export function speak(next: string): void {
  language = next
}

/** The server's day (ISO) as of its last answer; the browser's own clock is never trusted. */
export function serverDay(): string | null {
  return day
}

export function newKey(): string {
  return crypto.randomUUID()
}

/** Reads a path below /api. Throws ApiProblem. */
export async function get<Answer>(path: string, signal?: AbortSignal): Promise<Answer> {
  return await request<Answer>(path, signal ? { signal } : {})
}

/** Reads what the server says of itself to anybody; it stands beside /api. Throws ApiProblem. */
export async function readHealth(signal: AbortSignal): Promise<Health> {
  const response = await fetch('/health', { signal })
  if (!response.ok) throw new ApiProblem(response.status, {})
  return (await response.json()) as Health
}

/** Writes JSON to a path below /api. Throws ApiProblem. */
export async function send<Answer>(
  path: string,
  body: unknown,
  options: WriteOptions = {},
): Promise<Answer> {
  const headers = {
    'Content-Type': 'application/json',
    'Idempotency-Key': options.key ?? newKey(),
    ...options.headers,
  }
  const init: RequestInit = { method: options.method ?? 'POST', headers }
  if (body !== undefined) init.body = JSON.stringify(body)
  if (options.signal) init.signal = options.signal
  return await request<Answer>(path, init)
}

/** Sends a file as the raw body; the name travels percent-encoded in a header. */
export async function upload<Answer>(path: string, file: File, key = newKey()): Promise<Answer> {
  return await request<Answer>(path, {
    method: 'POST',
    headers: {
      'Content-Type': file.type || 'application/octet-stream',
      'X-File-Name': encodeURIComponent(file.name),
      'Idempotency-Key': key,
    },
    body: file,
  })
}

/** Writes JSON and keeps the file that is answered, under the name that it has. Throws ApiProblem. */
export async function saved(path: string, body: unknown): Promise<void> {
  const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': newKey() }
  const init = { method: 'POST', headers, body: JSON.stringify(body) }
  const response = await answered(path, init)
  const fileName = fileNameIn(response.headers.get('Content-Disposition') ?? '')
  keepFile(fileName, await response.blob())
}

const fileNameIn = (disposition: string): string =>
  decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1] ?? '')

async function request<Answer>(path: string, init: RequestInit): Promise<Answer> {
  const response = await answered(path, init)
  const text = await response.text()
  return (text === '' ? null : parse(text)) as Answer
}

type AskProof = () => Promise<boolean>

let askProof: AskProof | null = null
let asking: Promise<boolean> | null = null

/**
 * From now on whatever wants a fresh proof of the person asks for it in this way, once for all that
 * wait; answers how to take it back.
 */
export function askProofBy(ask: AskProof): () => void {
  askProof = ask
  return () => {
    if (askProof === ask) askProof = null
  }
}

/** Whether the person proved who they are, just now. */
async function isProven(): Promise<boolean> {
  asking ??=
    askProof?.().finally(() => {
      asking = null
    }) ?? null
  return (await asking) ?? false
}

/** Sends a request; one that wants a fresh proof is sent again after it, the same in every part. */
async function answered(path: string, init: RequestInit): Promise<Response> {
  try {
    return await answeredAtOnce(path, init)
  } catch (error) {
    const isAsked = error instanceof ApiProblem && error.code === 'step-up-needed'
    if (!isAsked || !(await isProven())) throw error
    return await answeredAtOnce(path, init)
  }
}

async function answeredAtOnce(path: string, init: RequestInit): Promise<Response> {
  const headers = { Accept: 'application/json', 'Accept-Language': language, ...init.headers }
  const response = await fetch(`/api${path}`, { ...init, headers, credentials: 'same-origin' })
  day = dayOf(response.headers.get('date')) ?? day
  if (response.ok) return response
  const text = await response.text()
  throw new ApiProblem(response.status, (text === '' ? {} : parse(text)) as ProblemBody)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return { detail: text.slice(0, 300) }
  }
}

function dayOf(header: string | null): string | null {
  const time = header === null ? Number.NaN : Date.parse(header)
  return Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 10)
}

/** `/path?x=1` from parts; empty, null and undefined values are left out. */
export function withQuery(
  path: string,
  query: Record<string, string | number | boolean | null | undefined>,
): string {
  const kept = Object.entries(query).filter(([, value]) => value !== null && value !== undefined)
  const search = new URLSearchParams(
    kept.filter(([, value]) => value !== '').map(([name, value]) => [name, String(value)]),
  ).toString()
  return search === '' ? path : `${path}?${search}`
}
