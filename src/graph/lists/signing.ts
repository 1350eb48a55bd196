import { authorise } from '../../trust/access/index.ts'
import type { WriteContext } from '../../trust/gate/index.ts'
import { type Change, type ChangedVersion, changeVersion } from './change.ts'
import { type ListKnowledge, readingOf } from './knowledge.ts'
import type { ListState, StoredRow, StoredVersion, VersionKey } from './model.ts'
import { openVersion } from './read.ts'
import { seenRows } from './seen.ts'
import { countRows, sealOf } from './view.ts'
import { notDue, noteNeeded, partlyHidden, reasonMissing } from './words.ts'

/**
 * Submits a draft for its signature.
 * Problems: `forbidden`, `not-found`, `list-step`, `key-reused`.
 */
export async function submitList(
  context: WriteContext,
  key: VersionKey,
  note: string | null,
): Promise<ChangedVersion> {
  authorise(context.actor, 'manage-lists')
  const done = { act: 'submit', permission: 'manage-lists', ...asked(key, note) } as const
  return changeVersion(context, done, async () => {
    const { version, rows } = await openIn(context, key, 'draft')
    return settled(version, rows, { state: 'submitted' })
  })
}

/**
 * Sends a submitted version back to be changed.
 * Problems: `forbidden`, `not-found`, `list-step`, `invalid-input` without a reason, `key-reused`.
 */
export async function returnList(
  context: WriteContext,
  key: VersionKey,
  reason: string,
): Promise<ChangedVersion> {
  authorise(context.actor, 'sign-list')
  const done = { act: 'return', permission: 'sign-list', ...asked(key, reason) } as const
  return changeVersion(context, done, async () => {
    if (done.note === null) throw reasonMissing()
    const { version, rows } = await openIn(context, key, 'submitted')
    return settled(version, rows, { state: 'draft' })
  })
}

/**
 * Signs a submitted version, which is then frozen under a seal over its rows. Whoever drew it up,
 * changed a row or submitted it does not sign it, unless the desk has one person.
 * Problems: `forbidden`, `not-found`, `list-step`, `four-eyes`, `list-note-needed` where grounds
 * are stale or no longer stand and no reason is given, `key-reused`.
 */
export async function signList(
  context: WriteContext,
  knowledge: ListKnowledge,
  key: VersionKey,
  note: string | null,
): Promise<ChangedVersion> {
  authorise(context.actor, 'sign-list')
  const done = { act: 'sign', permission: 'sign-list', ...asked(key, note) } as const
  return changeVersion(context, done, async () => {
    const { version, rows } = await openIn(context, key, 'submitted')
    const known = context.now.toISOString()
    const days = { asOf: { known, valid: known.slice(0, 10) }, home: version.home }
    const seen = await seenRows(readingOf(context, knowledge, days), rows, true)
    if (seen.length < rows.length || seen.some((row, at) => isCut(row, rows[at]))) {
      throw partlyHidden()
    }
    const { stale, fallen } = countRows(seen)
    if (stale + fallen > 0 && done.note === null) throw noteNeeded(stale, fallen)
    return settled(version, rows, { state: 'signed', seal: sealOf(rows) })
  })
}

/** The key of a version and what was written with a step, as they were asked for. */
function asked({ chain, list, number }: VersionKey, note: string | null) {
  const said = note?.trim() ?? ''
  const kept = said === '' ? null : said
  return { input: { chain, list, number, note: kept }, note: kept }
}

async function openIn(context: WriteContext, key: VersionKey, state: ListState) {
  const opened = await openVersion(context, key)
  if (opened.version.state !== state) throw notDue(opened.version.state)
  return opened
}

function settled(
  before: StoredVersion,
  rows: readonly StoredRow[],
  to: Pick<StoredVersion, 'state'> & Partial<Pick<StoredVersion, 'seal'>>,
): Change {
  const after = { ...before, ...to, revision: before.revision + 1 }
  return { before, after, rows, rewrite: null }
}

/** Whether a reader sees less of a row than it holds. */
function isCut(row: StoredRow, whole: StoredRow | undefined): boolean {
  const figures = ({ content }: StoredRow): number =>
    content.cells.reduce((sum, cell) => sum + cell.figures.length, content.conditions.length)
  return whole === undefined || figures(row) < figures(whole)
}
