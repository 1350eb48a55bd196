// Backups of the installation's own accord, so that a power cut or a lost file never costs more than
// a journal of bounded length, whoever forgets to take one.
import { listJobs, type Store } from '../../store/index.ts'
import { readTree } from '../../trust/checkpoint/index.ts'
import { listBackups } from '../backups.ts'
import type { Config } from '../config.ts'
import type { Installation } from '../installation.ts'
import { inOwnTenant } from '../operator.ts'
import { askForBackup, BACKUP_JOB } from './backup.ts'

const LOOK_MS = 600_000
/** One that failed is not tried again at once: a full disk is full ten minutes later too. */
const AGAIN_MS = 3_600_000

/** When backups are taken without being asked for. */
export interface BackupRule {
  /** How old the newest may become; null: never. */
  readonly everyMs: number | null
  /** How large the journal may become. */
  readonly journalBytes: number
}

/** What there is. */
export interface BackupState {
  readonly now: Date
  /** When the newest backup was taken, or the installation was begun where there is none. */
  readonly newest: Date
  /** When the newest job was begun that was to take one; null for none. */
  readonly asked: Date | null
  readonly journalBytes: number
}

/** Whether a backup is due. Pure. */
export function isBackupDue(rule: BackupRule, state: BackupState): boolean {
  const { now, newest, asked, journalBytes } = state
  if (rule.everyMs === null) return false
  if (asked !== null && now.getTime() - asked.getTime() < AGAIN_MS) return false
  return now.getTime() - newest.getTime() >= rule.everyMs || journalBytes > rule.journalBytes
}

/** A server keeps its own log and is backed up by its keepers, unless the configuration says so. */
export function backupRuleOf(config: Config, engine: Store['engine']): BackupRule {
  const { everyMs, journalBytes } = config.automaticBackup
  const usual = engine === 'pglite' ? 24 * 3_600_000 : 0
  const wanted = everyMs ?? usual
  return { everyMs: wanted === 0 ? null : wanted, journalBytes }
}

/** Asks for a backup where one is due; tells whether it did. */
export async function backUpWhenDue(installation: Installation): Promise<boolean> {
  const { config, store, now } = installation
  const rule = backupRuleOf(config, store.engine)
  if (rule.everyMs === null) return false
  const actor = await installation.operator()
  const { tenant } = actor
  const tree = await readTree(store.read, tenant)
  const [newest] = await listBackups(config.directory)
  const taken = newest?.manifest.takenAt ?? tree?.beganAt
  if (taken === undefined) return false
  const [job] = (await listJobs(store.read, tenant, { kind: BACKUP_JOB, limit: 1 })).items
  const state: BackupState = {
    now: now(),
    newest: new Date(taken),
    asked: job === undefined ? null : new Date(job.createdAt),
    journalBytes: store.journal?.journal.sizeBytes ?? 0,
  }
  if (!isBackupDue(rule, state)) return false
  const context = { store, actor, now: state.now, random: installation.random, key: null }
  await askForBackup(installation.queue, { ...context, dryRun: false }, null)
  return true
}

/** Looks from time to time; answers how to end it. */
export function startAutomaticBackups(
  installation: Installation,
  report: (error: unknown) => void,
): () => void {
  const look = () => inOwnTenant(() => backUpWhenDue(installation)).catch(report)
  const timer = setInterval(look, LOOK_MS).unref()
  void look()
  return () => clearInterval(timer)
}
