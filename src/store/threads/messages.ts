/** What a thread is started with. */
export interface ThreadData {
  input: unknown
  memoryLimitMb: number
}

/** What the thread sends to its parent. `message` waits for an `acknowledge`. */
export type FromThread =
  | { type: 'message'; value: unknown }
  | { type: 'result'; value: unknown }
  | { type: 'problem'; code: string; details: Record<string, string | number> }
  | { type: 'failure'; message: string; stack: string }

/** What the parent sends to the thread. */
export type ToThread = { type: 'acknowledge' }
