import type { Selectable } from 'kysely'
import { type JsonValue, Problem, type ProblemCode, type Uuid } from '../../base/index.ts'
import type { Database, JobProblem, JobTable } from '../tables.ts'
import {
  beat,
  CANCELLED,
  endJob,
  FenceLost,
  giveBack,
  type Holding,
  writeProgress,
} from './job-row.ts'

export interface Progress {
  /** A word of the handler's own, which screens translate. */
  stage: string
  done: number
  total: number | null
  /** Where to go on after a kill; commit it together with the work it stands for. */
  checkpoint: JsonValue
}

/** One attempt at a job, as its handler sees it. */
export interface JobRun {
  tenant: number
  id: Uuid
  input: JsonValue
  actor: Uuid
  /** What the last committed `progress` of an earlier attempt left, or null at the first. */
  checkpoint: JsonValue | null
  /** Which attempt this is, from 1. */
  fence: number
  /** Aborted when the job is cancelled, was taken by another worker, or the queue stops. */
  signal: AbortSignal
  /**
   * Notes how far the work has come, in the transaction that does it. Throws when another worker
   * has taken the job or somebody has cancelled it: let it throw, so that the work is rolled back.
   */
  progress(tx: Database, progress: Progress): Promise<void>
}

/** Does the work and returns its result, which `JobView.result` shows. */
export type Handler = (run: JobRun) => Promise<JsonValue>

/** How one attempt at a job ended. */
export interface JobEnded {
  readonly kind: string
  readonly id: Uuid
  readonly actor: Uuid
  /** `returned`: given back to be finished by another; `lost`: another has it already. */
  readonly outcome: 'done' | 'failed' | 'cancelled' | 'returned' | 'lost'
  /** Of a job that failed. */
  readonly code: ProblemCode | null
  readonly ms: number
}

export interface RunOptions {
  read: Database
  now: () => Date
  beatMs: number
  /** Aborted when the queue stops: the job is given back instead of failing. */
  stopping: AbortSignal
  /** Hears of our own mistakes; people are shown the job's id as their reference. */
  report(error: unknown): void
  /** Told once of each attempt. */
  ended(end: JobEnded): void
}

/** Runs a claimed job to its end and writes that end down, if the job is still ours by then. */
export async function runJob(
  row: Selectable<JobTable>,
  handler: Handler,
  options: RunOptions,
): Promise<void> {
  const holding: Holding = { tenant: row.tenant, id: row.id, fence: row.fence }
  const control = new AbortController()
  const stop = (): void => control.abort(new Problem('job-cancelled'))
  options.stopping.addEventListener('abort', stop, { once: true })
  const heart = setInterval(() => void feelPulse(holding, control, options.read), options.beatMs)
  const begun = performance.now()
  let end: Pick<JobEnded, 'outcome' | 'code'> = { outcome: 'lost', code: null }
  try {
    const result = await handler(runOf(row, holding, control))
    await endJob(
      options.read,
      holding,
      { state: 'done', result: JSON.stringify(result), problem: null },
      options.now(),
    )
    end = { outcome: 'done', code: null }
  } catch (error) {
    end = await endBadly(error, holding, control, options)
  } finally {
    clearInterval(heart)
    options.stopping.removeEventListener('abort', stop)
    const { kind, id, actor } = row
    options.ended({ kind, id, actor, ...end, ms: Math.round(performance.now() - begun) })
  }
}

function runOf(row: Selectable<JobTable>, holding: Holding, control: AbortController): JobRun {
  return {
    tenant: row.tenant,
    id: row.id,
    input: row.input,
    actor: row.actor,
    checkpoint: row.checkpoint,
    fence: row.fence,
    signal: control.signal,
    async progress(tx, progress) {
      try {
        await writeProgress(tx, holding, {
          ...progress,
          checkpoint: JSON.stringify(progress.checkpoint),
        })
      } catch (error) {
        if (isEnd(error)) control.abort(error)
        throw error
      }
    },
  }
}

async function feelPulse(
  holding: Holding,
  control: AbortController,
  read: Database,
): Promise<void> {
  try {
    if (await beat(read, holding)) control.abort(new Problem('job-cancelled'))
  } catch (error) {
    // A database that does not answer for a moment is no reason to give up: the lease decides.
    if (isEnd(error)) control.abort(error)
  }
}

function isEnd(error: unknown): boolean {
  return error instanceof FenceLost || isCancelled(error)
}

function isCancelled(error: unknown): boolean {
  return error instanceof Problem && error.code === 'job-cancelled'
}

async function endBadly(
  error: unknown,
  holding: Holding,
  control: AbortController,
  { read, now, stopping, report }: RunOptions,
): Promise<Pick<JobEnded, 'outcome' | 'code'>> {
  const lost = error instanceof FenceLost || control.signal.reason instanceof FenceLost
  if (lost) return { outcome: 'lost', code: null }
  const unreachable = error instanceof Problem && error.code === 'store-unreachable'
  if (stopping.aborted || unreachable) {
    await giveBack(read, holding)
    return { outcome: 'returned', code: null }
  }
  const cancelled = isCancelled(error) || isCancelled(control.signal.reason)
  const known = error instanceof Problem
  if (!cancelled && !known) report(error)
  const problem = cancelled ? CANCELLED : known ? problemOf(error) : ourMistake(holding.id)
  const state = cancelled ? 'cancelled' : 'failed'
  await endJob(read, holding, { state, result: null, problem }, now())
  return { outcome: state, code: cancelled ? null : problem.code }
}

function problemOf({ code, details }: Problem): JobProblem {
  return { code, details: { ...details } }
}

function ourMistake(reference: Uuid): JobProblem {
  return { code: 'internal', details: { reference } }
}
