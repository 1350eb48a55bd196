/**
 * The running notes: one JSON line an event, on standard error, for whoever operates the server.
 * They hold ids, patterns of routes, times and codes; never names, addresses, bodies or secrets of
 * people.
 */
import pino from 'pino'
import { Problem } from '../base/index.ts'
import type { NoteLevel } from './config.ts'

export type Notes = pino.Logger

const STANDARD_ERROR = 2

/**
 * What waits for a reader of standard error, in bytes; beyond it newer lines are dropped. Written at
 * once, the notes would stop the server as soon as a pipe is full that nobody reads.
 */
const WAITING_MAX_BYTES = 1_048_576

/**
 * Opens the notes. They go to standard error, so that standard output stays for answers; to
 * `destination` where a test wants to read them.
 */
export function openNotes(level: NoteLevel, destination?: pino.DestinationStream): Notes {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, messageKey: 'note' },
    destination ??
      pino.destination({ dest: STANDARD_ERROR, sync: false, maxLength: WAITING_MAX_BYTES }),
  )
}

/** Frames of a stack that say where a fault was. */
const FRAMES_MAX = 12

/**
 * What may be noted of a fault of ours: its kind, its code and where in the program it arose. Its
 * sentence may quote what somebody typed, so of that all that stands in quotation marks is left out.
 */
export function faultOf(error: unknown): Record<string, unknown> {
  if (error instanceof Problem) return { name: error.name, code: error.code }
  if (!(error instanceof Error)) return { name: typeof error }
  const { name, message, stack = '' } = error
  const { code } = error as { code?: unknown }
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line))
  return {
    name,
    ...(typeof code === 'string' && { code }),
    message: withoutQuoted(message),
    stack: frames.slice(0, FRAMES_MAX).map((line) => line.trim()),
  }
}

/** A sentence of a program without what it quotes, and only its first line. */
function withoutQuoted(message: string): string {
  const [first = ''] = message.split('\n')
  return first.replace(/"[^"]*"?|'[^']*'?|`[^`]*`?|“[^”]*”?/g, '…').slice(0, 300)
}
