import { Problem } from '../../base/index.ts'
import type { Database } from '../../store/index.ts'
import type { Permission } from '../../trust/access/index.ts'
import { deskModeNow, refuseSameEyes } from '../../trust/desk/index.ts'
import { type WriteContext, write } from '../../trust/gate/index.ts'
import { type Algorithms, type ComputedFigure, keepFigures } from '../figures/index.ts'
import { type ContentIds, putRows, stageContents } from './content.ts'
import { citesAny, withIds } from './entry.ts'
import type { ListAct, ListState, StoredRow, StoredVersion, VersionKey } from './model.ts'
import {
  insertStep,
  insertVersion,
  lockVersion,
  readSteps,
  updateVersion,
} from './version-store.ts'
import { changedMeanwhile } from './words.ts'

/** What a version became by a command. */
export type ChangedVersion = {
  readonly number: number
  readonly state: ListState
  readonly rows: number
  readonly seal: string | null
}

/** What is to be done to a version, worked out before the transaction. */
export interface Change {
  /** The version as it was read; null for a new one. */
  readonly before: StoredVersion | null
  readonly after: StoredVersion
  readonly rows: readonly StoredRow[]
  /** Given where the rows change: the computed figures that they cite. */
  readonly rewrite: {
    readonly computed: readonly ComputedFigure[]
    readonly algorithms: Algorithms
  } | null
}

/** How a change stands in the log. */
export interface Done {
  readonly act: ListAct
  readonly permission: Permission
  /** What was asked for, and nothing of what it led to: an equal request is the same one. */
  readonly input: Record<string, string | number | null>
  readonly note: string | null
}

type Prepared = { readonly change: Change } | { readonly problem: Problem }

/**
 * Works out a change by reading, and then makes it in one short transaction. A problem met while
 * reading is thrown inside it, so that a request that came before is answered as it was.
 */
export async function changeVersion(
  context: WriteContext,
  done: Done,
  prepare: () => Promise<Change>,
): Promise<ChangedVersion> {
  const prepared: Prepared = await prepare().then(
    (change) => ({ change }),
    (error: unknown) => {
      if (error instanceof Problem) return { problem: error }
      throw error
    },
  )
  const { permission, input } = done
  const staged = await stagedFor(context, prepared)
  const command = { name: `list.${done.act}`, permission, input, weighty: done.act === 'sign' }
  const { output } = await write(context, command, async (tx) => {
    if ('problem' in prepared) throw prepared.problem
    return make(context, tx, done, prepared.change, staged)
  })
  return output
}

/**
 * A large change is written ahead, unseen; a rehearsal leaves no trace. Rows that cite a figure which
 * is kept only with the change hold something else by then, and wait for it.
 */
async function stagedFor(
  { store, actor, dryRun }: WriteContext,
  prepared: Prepared,
): Promise<ContentIds> {
  if (dryRun || 'problem' in prepared || prepared.change.rewrite === null) return new Map()
  const { rows, rewrite } = prepared.change
  const turning = new Set(rewrite.computed.map(({ figure }) => figure.id))
  const lasting = rows.flatMap(({ content }) => (citesAny(content, turning) ? [] : [content]))
  return stageContents(store, actor.tenant, lasting)
}

async function make(
  context: WriteContext,
  tx: Database,
  { act, note }: Done,
  { before, after, rows, rewrite }: Change,
  staged: ContentIds,
): Promise<ChangedVersion> {
  const { tenant, person } = context.actor
  const at = context.now.toISOString()
  const mode = await deskModeNow(tx, tenant)
  if (before === null) {
    if (!(await insertVersion(tx, tenant, after))) throw changedMeanwhile()
  } else {
    // Held until the commit: whoever came in between goes first, and this one is told.
    const held = await lockVersion(tx, tenant, before)
    if (held?.revision !== before.revision) throw changedMeanwhile()
    if (act === 'sign') refuseSameEyes(mode, await makersOf(tx, tenant, before), person)
    await updateVersion(tx, tenant, after)
  }
  if (rewrite !== null) {
    const { algorithms, computed } = rewrite
    const kept = await keepFigures(tx, { actor: context.actor, at }, algorithms, computed)
    const citing = rows.map((row) => ({ ...row, content: withIds(row.content, kept) }))
    await putRows(tx, tenant, after, { rows: citing, staged })
  }
  await insertStep(tx, tenant, after, { act, actor: person, at, note, mode })
  const inside = rows.filter(({ place }) => place !== null).length
  return { number: after.number, state: after.state, rows: inside, seal: after.seal }
}

/** Everybody who drew a version up, changed its rows or submitted it. */
async function makersOf(tx: Database, tenant: number, key: VersionKey): Promise<string[]> {
  const steps = await readSteps(tx, tenant, key)
  return steps.filter(({ act }) => act !== 'return').map(({ by }) => by.id)
}
