/**
 * The configuration: the only reader of the environment. Closed: a `LIANSHU_…` name that nobody
 * knows refuses to start, since a misspelt setting that is silently ignored is worse than a stop.
 */
import { isAbsolute, resolve } from 'node:path'
import { z } from '@hono/zod-openapi'
import { type Language, Problem } from '../base/index.ts'
import { SETTINGS } from './settings.ts'

export type NoteLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug'

/** How much of the machine the program takes; docs/operating/limits.md says which to change when. */
export interface Limits {
  /** Body of a request that is no file. */
  bodyBytes: number
  /** Rows of one page of a list, however many were asked for. */
  pageRows: number
  /** Jobs of one kind that run at the same time in this process. */
  jobsAtOnce: number
  /** Memory of a thread that reads a file. */
  readingMemoryMb: number
  /** Time that it may take; shorter limits of single kinds of reading stay. */
  readingMs: number
  /** Time of one statement in the database. */
  statementMs: number
  /** Connections to a PostgreSQL server; the embedded engine has one. */
  connections: number
  /** A session ends when it was not used for so long, */
  sessionIdleMs: number
  /** and so long after it began. */
  sessionMs: number
  /** How long after a proof of the person what weighs most may be done. */
  proofMs: number
  /** How long requests, and after them jobs, may take to end when the server stops. */
  stopMs: number
}

export interface Config {
  port: number
  host: string
  /** Absolute path of the installation: embedded store, blobs, server.json. */
  directory: string
  /** PostgreSQL; null opens the embedded store. */
  databaseUrl: string | null
  /** The same database as the owner of its tables; null when one role does both. */
  ownerUrl: string | null
  /** Whether an empty installation is filled with the sample. */
  sample: boolean
  /** Language of the terminal, and of answers to clients that name none. */
  language: Language
  /** PEM files; with them the server itself speaks TLS. */
  tls: { certificate: string; key: string } | null
  /** A proxy in front ends TLS and sets X-Forwarded-Proto and X-Forwarded-Host. */
  behindProxy: boolean
  uploadLimitBytes: number
  limits: Limits
  /**
   * The header in which a proxy names the subject of the client certificate that it checked, and the
   * address from which alone it is believed; null: certificates count for nothing.
   */
  certificates: { header: string; proxy: string } | null
  /** Lets a scraper on another machine read /metrics; null where only this machine may. */
  metricsToken: string | null
  /** How many backups are kept in the installation's own folder of them. */
  backupsKept: number
  /** When one is taken unasked; null hours: as the engine needs it, 0: never. */
  automaticBackup: { everyMs: number | null; journalBytes: number }
  /** Hashes and signatures of a log that begins; null: intl, and of one that has begun as it is. */
  logSuite: 'intl' | 'gm' | null
  notes: NoteLevel
}

/** Names that only the tests read; a server started by a test finds them in its environment. */
const TEST_NAMES = ['LIANSHU_SHARED', 'LIANSHU_TEST_POSTGRES', 'LIANSHU_CHROMIUM']

const MIB = 1024 * 1024
const SECOND_MS = 1_000

const onOff = (fallback: 'on' | 'off') =>
  z
    .enum(['on', 'off'])
    .default(fallback)
    .transform((value) => value === 'on')

const text = (fallback: string) => z.string().min(1).default(fallback)

/** A whole number that is written out, within bounds. */
const whole = (name: keyof typeof SETTINGS, least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/)
    .default(SETTINGS[name].default)
    .transform(Number)
    .pipe(z.int().min(least).max(most))

const Environment = z
  .strictObject({
    LIANSHU_PORT: whole('LIANSHU_PORT', 0, 65_535),
    LIANSHU_HOST: text(SETTINGS.LIANSHU_HOST.default),
    LIANSHU_DIRECTORY: text(SETTINGS.LIANSHU_DIRECTORY.default),
    DATABASE_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\//)
      .optional(),
    LIANSHU_DATABASE_OWNER_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\//)
      .optional(),
    LIANSHU_SAMPLE: onOff('on'),
    LIANSHU_LANGUAGE: z.enum(['zh', 'en']).default('zh'),
    LIANSHU_TLS_CERTIFICATE: z.string().min(1).optional(),
    LIANSHU_TLS_KEY: z.string().min(1).optional(),
    LIANSHU_BEHIND_PROXY: onOff('off'),
    LIANSHU_UPLOAD_LIMIT: whole('LIANSHU_UPLOAD_LIMIT', 1, 10_240),
    LIANSHU_BODY_LIMIT: whole('LIANSHU_BODY_LIMIT', 1, 64),
    LIANSHU_PAGE_ROWS: whole('LIANSHU_PAGE_ROWS', 10, 500),
    LIANSHU_JOBS_AT_ONCE: whole('LIANSHU_JOBS_AT_ONCE', 1, 16),
    LIANSHU_READING_MEMORY: whole('LIANSHU_READING_MEMORY', 128, 65_536),
    LIANSHU_READING_SECONDS: whole('LIANSHU_READING_SECONDS', 10, 86_400),
    LIANSHU_STATEMENT_SECONDS: whole('LIANSHU_STATEMENT_SECONDS', 1, 3_600),
    LIANSHU_CONNECTIONS: whole('LIANSHU_CONNECTIONS', 2, 200),
    LIANSHU_SESSION_IDLE: whole('LIANSHU_SESSION_IDLE', 1, 1_440),
    LIANSHU_SESSION_HOURS: whole('LIANSHU_SESSION_HOURS', 1, 12),
    LIANSHU_PROOF_MINUTES: whole('LIANSHU_PROOF_MINUTES', 1, 60),
    LIANSHU_CERTIFICATE_HEADER: z
      .string()
      .regex(/^[A-Za-z][A-Za-z0-9-]{0,99}$/)
      .optional(),
    LIANSHU_CERTIFICATE_PROXY: z.string().min(1).optional(),
    LIANSHU_STOP_SECONDS: whole('LIANSHU_STOP_SECONDS', 1, 600),
    LIANSHU_METRICS_TOKEN: z
      .string()
      .regex(/^[\x21-\x7e]{16,200}$/)
      .optional(),
    LIANSHU_BACKUPS_KEPT: whole('LIANSHU_BACKUPS_KEPT', 1, 9_999),
    LIANSHU_BACKUP_HOURS: z
      .string()
      .regex(/^\d{1,4}$/)
      .transform(Number)
      .optional(),
    LIANSHU_JOURNAL_LIMIT: whole('LIANSHU_JOURNAL_LIMIT', 1, 999_999),
    LIANSHU_LOG_SUITE: z.enum(['intl', 'gm']).optional(),
    LIANSHU_NOTES: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  })
  .refine(
    (given) =>
      (given.LIANSHU_TLS_CERTIFICATE === undefined) === (given.LIANSHU_TLS_KEY === undefined),
    { path: ['LIANSHU_TLS_KEY'], message: 'certificate and key come together' },
  )
  .refine(
    (given) =>
      (given.LIANSHU_CERTIFICATE_HEADER === undefined) ===
      (given.LIANSHU_CERTIFICATE_PROXY === undefined),
    { path: ['LIANSHU_CERTIFICATE_PROXY'], message: 'header and proxy come together' },
  )

/**
 * Reads the configuration from an environment.
 * Throws Problem `config-invalid` naming every setting that is wrong.
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
  workingDirectory: string,
): Config {
  const given = Object.entries(environment).filter(
    ([name, value]) => isSetting(name) && value !== undefined && value !== '',
  )
  const parsed = Environment.safeParse(Object.fromEntries(given))
  if (!parsed.success) throw invalid(parsed.error)
  const settings = parsed.data
  const directory = settings.LIANSHU_DIRECTORY
  return {
    port: settings.LIANSHU_PORT,
    host: settings.LIANSHU_HOST,
    directory: isAbsolute(directory) ? directory : resolve(workingDirectory, directory),
    databaseUrl: settings.DATABASE_URL ?? null,
    ownerUrl: settings.LIANSHU_DATABASE_OWNER_URL ?? null,
    sample: settings.LIANSHU_SAMPLE,
    language: settings.LIANSHU_LANGUAGE,
    tls:
      settings.LIANSHU_TLS_CERTIFICATE !== undefined && settings.LIANSHU_TLS_KEY !== undefined
        ? { certificate: settings.LIANSHU_TLS_CERTIFICATE, key: settings.LIANSHU_TLS_KEY }
        : null,
    behindProxy: settings.LIANSHU_BEHIND_PROXY,
    uploadLimitBytes: settings.LIANSHU_UPLOAD_LIMIT * MIB,
    limits: limitsOf(settings),
    certificates: certificatesOf(settings),
    metricsToken: settings.LIANSHU_METRICS_TOKEN ?? null,
    backupsKept: settings.LIANSHU_BACKUPS_KEPT,
    automaticBackup: {
      everyMs: hoursMs(settings.LIANSHU_BACKUP_HOURS),
      journalBytes: settings.LIANSHU_JOURNAL_LIMIT * MIB,
    },
    logSuite: settings.LIANSHU_LOG_SUITE ?? null,
    notes: settings.LIANSHU_NOTES,
  }
}

const HOUR_MS = 3_600_000

const hoursMs = (hours: number | undefined): number | null =>
  hours === undefined ? null : hours * HOUR_MS

function certificatesOf(settings: z.infer<typeof Environment>): Config['certificates'] {
  const { LIANSHU_CERTIFICATE_HEADER: header, LIANSHU_CERTIFICATE_PROXY: proxy } = settings
  return header === undefined || proxy === undefined ? null : { header, proxy }
}

function limitsOf(settings: z.infer<typeof Environment>): Limits {
  return {
    bodyBytes: settings.LIANSHU_BODY_LIMIT * MIB,
    pageRows: settings.LIANSHU_PAGE_ROWS,
    jobsAtOnce: settings.LIANSHU_JOBS_AT_ONCE,
    readingMemoryMb: settings.LIANSHU_READING_MEMORY,
    readingMs: settings.LIANSHU_READING_SECONDS * SECOND_MS,
    statementMs: settings.LIANSHU_STATEMENT_SECONDS * SECOND_MS,
    connections: settings.LIANSHU_CONNECTIONS,
    sessionIdleMs: settings.LIANSHU_SESSION_IDLE * 60 * SECOND_MS,
    sessionMs: settings.LIANSHU_SESSION_HOURS * 3_600 * SECOND_MS,
    proofMs: settings.LIANSHU_PROOF_MINUTES * 60 * SECOND_MS,
    stopMs: settings.LIANSHU_STOP_SECONDS * SECOND_MS,
  }
}

/**
 * The configuration of this process. On a terminal somebody waits for the address and the first
 * sign-in, which a line for every request would push away.
 */
export function configOfProcess(): Config {
  const onTerminal = process.stderr.isTTY ? { LIANSHU_NOTES: 'warn' } : {}
  return readConfig({ ...onTerminal, ...process.env }, process.cwd())
}

const isSetting = (name: string): boolean =>
  name === 'DATABASE_URL' || (name.startsWith('LIANSHU_') && !TEST_NAMES.includes(name))

function invalid(error: z.ZodError): Problem {
  const unknown = error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys : [],
  )
  if (unknown.length > 0) {
    const reason = '没有这样的设置'
    return new Problem('config-invalid', {
      name: unknown.join(', '),
      reason,
      reasonEn: 'there is no such setting',
    })
  }
  const names = error.issues.map((issue) => issue.path.join('.')).join(', ')
  return new Problem('config-invalid', {
    name: names,
    reason: '值不在可接受的范围内',
    reasonEn: 'not an accepted value',
  })
}

/** Whether a host name or address can only be reached from this machine. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\]|::ffff:127(\.\d{1,3}){3})$/i.test(host)
}

/** Whether others reach the server while nothing encrypts what they send: they cannot sign in. */
export function isOpenUnencrypted(config: Config): boolean {
  return !isLoopback(config.host) && config.tls === null && !config.behindProxy
}

/** The address a browser on this machine opens. */
export function addressOf(config: Config, port = config.port): string {
  const host = config.host === '0.0.0.0' || config.host === '::' ? 'localhost' : config.host
  const name = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host
  return `${config.tls === null ? 'http' : 'https'}://${name}:${port}`
}

/** The configuration as it may be shown: the password of the database and the token stay out. */
export function shownConfig(config: Config): Record<string, string> {
  return {
    LIANSHU_PORT: String(config.port),
    LIANSHU_HOST: config.host,
    LIANSHU_DIRECTORY: config.directory,
    DATABASE_URL: config.databaseUrl === null ? '' : withoutPassword(config.databaseUrl),
    LIANSHU_DATABASE_OWNER_URL: config.ownerUrl === null ? '' : withoutPassword(config.ownerUrl),
    LIANSHU_SAMPLE: config.sample ? 'on' : 'off',
    LIANSHU_LANGUAGE: config.language,
    LIANSHU_TLS_CERTIFICATE: config.tls?.certificate ?? '',
    LIANSHU_TLS_KEY: config.tls?.key ?? '',
    LIANSHU_BEHIND_PROXY: config.behindProxy ? 'on' : 'off',
    LIANSHU_UPLOAD_LIMIT: String(config.uploadLimitBytes / MIB),
    ...shownLimits(config.limits),
    LIANSHU_CERTIFICATE_HEADER: config.certificates?.header ?? '',
    LIANSHU_CERTIFICATE_PROXY: config.certificates?.proxy ?? '',
    LIANSHU_METRICS_TOKEN: config.metricsToken === null ? '' : '***',
    LIANSHU_BACKUPS_KEPT: String(config.backupsKept),
    LIANSHU_BACKUP_HOURS: String(
      config.automaticBackup.everyMs === null ? '' : config.automaticBackup.everyMs / HOUR_MS,
    ),
    LIANSHU_JOURNAL_LIMIT: String(config.automaticBackup.journalBytes / MIB),
    LIANSHU_LOG_SUITE: config.logSuite ?? '',
    LIANSHU_NOTES: config.notes,
  }
}

function shownLimits(limits: Limits): Record<string, string> {
  const shown = {
    LIANSHU_BODY_LIMIT: limits.bodyBytes / MIB,
    LIANSHU_PAGE_ROWS: limits.pageRows,
    LIANSHU_JOBS_AT_ONCE: limits.jobsAtOnce,
    LIANSHU_READING_MEMORY: limits.readingMemoryMb,
    LIANSHU_READING_SECONDS: limits.readingMs / SECOND_MS,
    LIANSHU_STATEMENT_SECONDS: limits.statementMs / SECOND_MS,
    LIANSHU_CONNECTIONS: limits.connections,
    LIANSHU_SESSION_IDLE: limits.sessionIdleMs / 60 / SECOND_MS,
    LIANSHU_SESSION_HOURS: limits.sessionMs / 3_600 / SECOND_MS,
    LIANSHU_PROOF_MINUTES: limits.proofMs / 60 / SECOND_MS,
    LIANSHU_STOP_SECONDS: limits.stopMs / SECOND_MS,
  }
  return Object.fromEntries(Object.entries(shown).map(([name, value]) => [name, String(value)]))
}

function withoutPassword(address: string): string {
  try {
    const url = new URL(address)
    if (url.password !== '') url.password = '***'
    for (const name of [...url.searchParams.keys()]) {
      if (/password|secret|key/i.test(name)) url.searchParams.set(name, '***')
    }
    return url.href
  } catch {
    return '***'
  }
}
