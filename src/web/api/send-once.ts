import { useRef } from 'react'
import { newKey, send, type WriteOptions } from './client.ts'

/** Sends a write below /api. Throws ApiProblem. */
export type SendOnce = <Answer>(
  path: string,
  body?: unknown,
  method?: NonNullable<WriteOptions['method']>,
) => Promise<Answer>

/**
 * A way to send writes by which the same one, tried again after a lost answer, carries the same key
 * and is done once. Another body is another write: under the key of the first it would be refused.
 */
export function useSendOnce(): SendOnce {
  const keys = useRef(new Map<string, string>())
  return async <Answer>(path: string, body?: unknown, method: WriteOptions['method'] = 'POST') => {
    const write = JSON.stringify([path, method, body])
    const key = keys.current.get(write) ?? newKey()
    keys.current.set(write, key)
    const answer = await send<Answer>(path, body, { method, key })
    keys.current.delete(write)
    return answer
  }
}
