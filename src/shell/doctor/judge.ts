// From what was seen to what is said of it: rules alone.
import { fillText, type Language } from '../../base/index.ts'
import { BACKUP_OVERDUE_MS } from '../backups.ts'
import { CHECK_IDS, type Check, type CheckId, type CheckState, type Seen } from './model.ts'
import { FINDINGS, type Finding, TITLES } from './words.ts'

/** A finding with the values of its sentences; null where the check does not apply. */
type Judged = readonly [state: CheckState, finding: Finding, values?: Values] | null
type Values = Readonly<Record<string, string | number>>

const NODE_LEAST = [20, 19] as const
const GIB = 2 ** 30
const SPACE_BROKEN_BYTES = GIB / 4
const SPACE_LOOK_BYTES = 2 * GIB
const SERVER_LEAST = 150_000
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const QUEUE_LOOK_MS = 10 * MINUTE_MS
const LOG_LOOK_MS = MINUTE_MS
const LOG_BROKEN_MS = 60 * MINUTE_MS
const BACKUP_BROKEN_MS = 7 * DAY_MS
/** A start after a power cut reads the whole journal: at some 5 MB a second this is minutes. */
const JOURNAL_LOOK_BYTES = GIB
const CLOCK_LOOK_MS = 5_000
const CLOCK_BROKEN_MS = 5 * MINUTE_MS
const CERTIFICATE_LOOK_MS = 30 * DAY_MS
/** No clock is right that shows a day before this program was written. */
const CLOCK_LEAST = '2026-01-01'

/** Every check that applies, in one language. */
export function judge(seen: Seen, language: Language): Check[] {
  return CHECK_IDS.flatMap((id) => {
    const judged = RULES[id](seen)
    if (judged === null) return []
    const [state, finding, values = {}] = judged
    const { why, next } = FINDINGS[finding]
    return [
      {
        ...{ id, state, what: TITLES[id][language], why: fillText(why[language], values) },
        next: next === null ? null : fillText(next[language], values),
      },
    ]
  })
}

/** The worst of them. */
export function worstOf(checks: readonly Pick<Check, 'state'>[]): CheckState {
  if (checks.some(({ state }) => state === 'broken')) return 'broken'
  return checks.some(({ state }) => state === 'look') ? 'look' : 'good'
}

const RULES: Readonly<Record<CheckId, (seen: Seen) => Judged>> = {
  node: ({ node, version }) => {
    const [major = 0, minor = 0] = node.replace(/^v/, '').split('.').map(Number)
    const [least, leastMinor] = NODE_LEAST
    const isOld = major < least || (major === least && minor < leastMinor)
    return isOld ? ['broken', 'node.old', { node }] : ['good', 'node.good', { node, version }]
  },
  server: ({ isServed }) => (isServed ? ['good', 'server.good'] : ['look', 'server.none']),
  directory: ({ directory: { path, isThere, isWritable, isOpenToOthers } }) => {
    if (!isThere) return ['look', 'directory.none', { path }]
    if (!isWritable) return ['broken', 'directory.closed', { path }]
    return isOpenToOthers
      ? ['look', 'directory.open', { path }]
      : ['good', 'directory.good', { path }]
  },
  lock: ({ embedded, isServed }) => {
    if (embedded === null) return null
    const { lock, isTrusted } = embedded
    if (lock === null) return isTrusted ? ['good', 'lock.none'] : ['look', 'lock.power']
    const { pid, isAlive } = lock
    if (!isAlive) return ['look', isTrusted ? 'lock.stale' : 'lock.power', { pid }]
    return isServed ? ['good', 'lock.good', { pid }] : ['broken', 'lock.silent', { pid }]
  },
  space: ({ directory: { isThere, freeBytes }, backup }) => {
    if (!isThere) return null
    const values = { free: sizeOf(freeBytes) }
    if (freeBytes < SPACE_BROKEN_BYTES) return ['broken', 'space.none', values]
    const needed = Math.max(SPACE_LOOK_BYTES, 2 * (backup?.sizeBytes ?? 0))
    return freeBytes < needed ? ['look', 'space.low', values] : ['good', 'space.good', values]
  },
  durability: ({ database, embedded }) => {
    if (database === null && embedded !== null) return ['look', 'durability.D0']
    if (database === null || 'unreachable' in database) return null
    const { durability, engine } = database
    if (durability === 'D2') return ['good', 'durability.D2']
    if (durability === 'D1') return ['good', 'durability.D1']
    return engine === 'pglite' ? ['look', 'durability.D0'] : ['broken', 'durability.unsynced']
  },
  database: ({ database }) => {
    if (database === null) return ['look', 'database.unasked']
    if ('unreachable' in database) {
      return ['broken', 'database.unreachable', { reason: database.unreachable }]
    }
    const { engine, version, versionNumber, sizeBytes } = database
    const values = { version, size: sizeOf(sizeBytes) }
    if (engine === 'pglite') return ['good', 'database.embedded', values]
    return versionNumber < SERVER_LEAST
      ? ['broken', 'database.old', values]
      : ['good', 'database.served', values]
  },
  settings: ({ database }) => {
    if (database === null || 'unreachable' in database || database.engine === 'pglite') return null
    const { fsync, fullPageWrites, synchronousCommit } = database
    const wrong = [
      ...(fsync ? [] : ['fsync']),
      ...(fullPageWrites ? [] : ['full_page_writes']),
      ...(synchronousCommit ? [] : ['synchronous_commit']),
    ]
    return wrong.length === 0
      ? ['good', 'settings.good']
      : ['broken', 'settings.off', { names: wrong.join(', ') }]
  },
  wall: ({ database }) => {
    if (database === null || 'unreachable' in database || database.engine === 'pglite') return null
    const { wall, unwalled } = database
    if (unwalled.length > 0) return ['broken', 'wall.gap', { tables: unwalled.join(', ') }]
    if (wall === 'holds') return ['good', 'wall.holds']
    return wall === 'owner' ? ['look', 'wall.owner'] : ['broken', 'wall.bypass']
  },
  migrations: ({ database }) => {
    if (database === null || 'unreachable' in database) return null
    const { applied, known, state } = database.migrations
    const values = { applied, known }
    if (state === 'same') return ['good', 'migrations.same', values]
    if (state === 'behind') return ['look', 'migrations.behind', values]
    return ['broken', `migrations.${state}`, values]
  },
  queue: ({ backlogs, now }) => {
    if (backlogs === null) return null
    const { waiting, running, waitingSince } = backlogs
    const values = { waiting, running, minutes: minutesSince(waitingSince, now) }
    const isLong = ageOf(waitingSince, now) > QUEUE_LOOK_MS
    return isLong ? ['look', 'queue.long', values] : ['good', 'queue.good', values]
  },
  workers: ({ backlogs, kinds }) => {
    if (backlogs === null) return null
    const { silent, running } = backlogs
    if (silent > 0) return ['look', 'workers.silent', { silent }]
    if (kinds === null) return null
    return kinds === 0 ? ['broken', 'workers.none'] : ['good', 'workers.good', { kinds, running }]
  },
  log: (seen) => judgeSuite(seen) ?? judgeLog(seen),
  witnesses: ({ witnesses }) => {
    if (witnesses === null) return null
    const { count, late, forks } = witnesses
    if (forks > 0) return ['broken', 'witnesses.forked', { forks }]
    if (late.length > 0) return ['look', 'witnesses.late', { names: late.join(', ') }]
    return count === 0 ? ['good', 'witnesses.none'] : ['good', 'witnesses.good', { count }]
  },
  backup: ({ backup, now }) => {
    if (backup === null) return ['look', 'backup.none']
    const age = ageOf(backup.takenAt, now)
    const values = { days: Math.floor(age / DAY_MS), hours: Math.floor(age / 3_600_000) }
    if (age > BACKUP_BROKEN_MS) return ['broken', 'backup.old', values]
    return age > BACKUP_OVERDUE_MS
      ? ['look', 'backup.due', values]
      : ['good', 'backup.good', values]
  },
  journal: ({ journal }) => {
    if (journal === null) return null
    const { sizeBytes, isStopped, needsBackup } = journal
    const values = { size: sizeOf(sizeBytes) }
    if (isStopped) return ['broken', 'journal.stopped', values]
    if (needsBackup) return ['look', 'journal.baseless', values]
    return sizeBytes > JOURNAL_LOOK_BYTES
      ? ['look', 'journal.large', values]
      : ['good', 'journal.good', values]
  },
  clock: (seen) => judgeClock(seen),
  exposure: (seen) => judgeExposure(seen),
  sample: ({ sample }) => {
    if (sample === null) return null
    return sample === 'absent' ? ['look', 'sample.absent'] : ['good', `sample.${sample}`]
  },
}

/** A server that is told another suite than that of its log, or cannot compute it, does not start. */
function judgeSuite({ backlogs, suite: { asked, lacks } }: Seen): Judged {
  const begun = backlogs?.suites ?? []
  const other = asked === null ? undefined : begun.find((each) => each !== asked)
  if (other !== undefined) return ['broken', 'log.suite', { begun: other, asked: asked ?? '' }]
  const lacking = [...begun, asked].find((each) => each !== null && lacks.includes(each))
  return lacking == null ? null : ['broken', 'log.lacks', { suite: lacking }]
}

function judgeLog({ backlogs, now }: Seen): Judged {
  if (backlogs === null) return null
  const { signed, signedAt, unsigned, unsignedSince, suites } = backlogs
  const lag = ageOf(unsignedSince, now)
  const seconds = Math.round(lag / 1_000)
  const at = signedAt === null ? '–' : momentOf(signedAt)
  const values = { signed, unsigned, seconds, at, suite: suites.join(', ') || '–' }
  if (lag > LOG_BROKEN_MS) return ['broken', 'log.stuck', values]
  return lag > LOG_LOOK_MS ? ['look', 'log.late', values] : ['good', 'log.good', values]
}

/** A clock that was set back shows in a signature of the future. */
function judgeClock({ now, database, backlogs }: Seen): Judged {
  const shown = momentOf(now.toISOString())
  if (shown < CLOCK_LEAST) return ['broken', 'clock.past', { shown }]
  const signedAt = backlogs?.signedAt ?? null
  const isBack = signedAt !== null && Date.parse(signedAt) - now.getTime() > CLOCK_LOOK_MS
  if (isBack) return ['broken', 'clock.back', { shown, signedAt: momentOf(signedAt ?? '') }]
  const ahead = database === null || 'unreachable' in database ? 0 : database.aheadMs
  const values = { shown, seconds: Math.round(Math.abs(ahead) / 1_000) }
  if (Math.abs(ahead) > CLOCK_BROKEN_MS) return ['broken', 'clock.apart', values]
  return Math.abs(ahead) > CLOCK_LOOK_MS
    ? ['look', 'clock.apart', values]
    : ['good', 'clock.good', values]
}

function judgeExposure({ exposure: { host, kind, certificateUntil }, now }: Seen): Judged {
  const values = { host, until: certificateUntil === null ? '–' : momentOf(certificateUntil) }
  if (kind === 'certificate') return ['broken', 'exposure.unreadable', values]
  if (kind === 'open') return ['look', 'exposure.open', values]
  if (kind !== 'tls') return ['good', `exposure.${kind}`, values]
  const left = Date.parse(certificateUntil ?? '') - now.getTime()
  if (left < 0) return ['broken', 'exposure.expired', values]
  return left < CERTIFICATE_LOOK_MS
    ? ['look', 'exposure.expiring', values]
    : ['good', 'exposure.tls', values]
}

/** A moment as people write it, to the second. */
const momentOf = (at: string): string => `${at.slice(0, 19).replace('T', ' ')} UTC`

const ageOf = (at: string | null, now: Date): number =>
  at === null ? 0 : now.getTime() - Date.parse(at)

const minutesSince = (at: string | null, now: Date): number =>
  Math.floor(ageOf(at, now) / MINUTE_MS)

function sizeOf(bytes: number): string {
  if (bytes >= GIB) return `${(bytes / GIB).toFixed(1)} GiB`
  return `${Math.round(bytes / 2 ** 20)} MiB`
}
