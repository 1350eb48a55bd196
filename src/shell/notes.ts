/**
 * The running notes: one JSON line an event, on standard error, for whoever operates the server.
 * They hold ids, routes, times and codes; never names, addresses, bodies or secrets of people.
 */
import pino from 'pino'
import type { NoteLevel } from './config.ts'

export type Notes = pino.Logger

const STANDARD_ERROR = 2

/** Opens the notes. They go to standard error, so that standard output stays for answers. */
export function openNotes(level: NoteLevel): Notes {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, messageKey: 'note' },
    pino.destination({ dest: STANDARD_ERROR, sync: true }),
  )
}
