/**
 * Work beside the main loop: a compiled `*.thread.ts` runs in a worker thread with a time and a
 * memory limit and sends messages that are acknowledged one by one. It is not a pool of threads
 * and knows nothing of jobs.
 */
export { runThread, type ThreadOptions } from './run-thread.ts'
export { threadEntry } from './thread-entry.ts'
export { type Send, threadPort } from './thread-port.ts'
