import { strict as assert } from 'node:assert'
import { getHeapStatistics } from 'node:v8'
import { parentPort, type TransferListItem, workerData } from 'node:worker_threads'
import { Problem } from '../../base/index.ts'
import type { FromThread, ThreadData, ToThread } from './messages.ts'

/** Sends one message and waits until the parent has dealt with it; `transfer` moves buffers. */
export type Send<Message> = (
  message: Message,
  transfer?: readonly TransferListItem[],
) => Promise<void>

/**
 * The thread's side of `runThread`: takes the input, runs `work` once and hands back its result.
 * A `Problem` that `work` throws arrives at the parent as the same Problem.
 */
export function threadPort<In, Out, Message>(
  work: (input: In, send: Send<Message>) => Promise<Out>,
): void {
  const port = parentPort
  assert(port !== null, 'a thread entry runs in a worker thread only')
  const post = (message: FromThread, transfer: readonly TransferListItem[] = []): void =>
    port.postMessage(message, transfer)
  const waiting: (() => void)[] = []
  port.on('message', (message: ToThread) => {
    if (message.type === 'acknowledge') waiting.shift()?.()
  })
  const { input, memoryLimitMb } = workerData as ThreadData
  const send: Send<Message> = async (value, transfer = []) => {
    refuseLargeBuffers(memoryLimitMb)
    await new Promise<void>((resolve) => {
      waiting.push(resolve)
      post({ type: 'message', value }, transfer)
    })
  }
  work(input as In, send)
    .then((value) => post({ type: 'result', value }))
    .catch((error: unknown) => post(failureOf(error)))
    .finally(() => port.close())
}

/** V8 limits a thread's heap, but not the buffers it holds outside of it. */
function refuseLargeBuffers(limitMb: number): void {
  const heldMb = getHeapStatistics().external_memory / 1_048_576
  if (heldMb > limitMb) throw new Problem('reading-memory', { limit: limitMb })
}

function failureOf(error: unknown): FromThread {
  if (error instanceof Problem) {
    return { type: 'problem', code: error.code, details: error.details }
  }
  const failure = error instanceof Error ? error : new Error(String(error))
  return { type: 'failure', message: failure.message, stack: failure.stack ?? '' }
}
