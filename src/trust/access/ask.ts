import { AsyncLocalStorage } from 'node:async_hooks'

interface Ask {
  asked: boolean
}

const current = new AsyncLocalStorage<Ask>()

/**
 * Runs a request and says whether it asked who may see or do this. A route that answered without
 * asking is our fault, and the shell answers it with an error instead of the data.
 */
export async function askedDuring<T>(
  work: () => Promise<T>,
): Promise<{ value: T; asked: boolean }> {
  const ask: Ask = { asked: false }
  const value = await current.run(ask, work)
  return { value, asked: ask.asked }
}

/** Called by each function that decides; outside a request there is nobody to tell. */
export function noteAsked(): void {
  const ask = current.getStore()
  if (ask) ask.asked = true
}
