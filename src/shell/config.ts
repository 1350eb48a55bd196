/**
 * The configuration: the only reader of the environment. Closed: a `LIANSHU_…` name that nobody
 * knows refuses to start, since a misspelt setting that is silently ignored is worse than a stop.
 */
import { isAbsolute, resolve } from 'node:path'
import { z } from '@hono/zod-openapi'
import { type Language, Problem } from '../base/index.ts'

export type NoteLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug'

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
  /** How many backups are kept in the installation's own folder of them. */
  backupsKept: number
  notes: NoteLevel
}

/** What each setting means, for `lianshu config` and its documentation. */
export const SETTINGS = {
  LIANSHU_PORT: { default: '7310', zh: '端口', en: 'port' },
  LIANSHU_HOST: {
    default: 'localhost',
    zh: '监听的主机名或地址',
    en: 'host name or address to listen on',
  },
  LIANSHU_DIRECTORY: { default: '.lianshu', zh: '数据目录', en: 'directory of the installation' },
  DATABASE_URL: {
    default: '',
    zh: 'PostgreSQL 连接地址；不填则用内嵌数据库',
    en: 'PostgreSQL address; without it the embedded store is used',
  },
  LIANSHU_DATABASE_OWNER_URL: {
    default: '',
    zh: '同一数据库的建表账号；不填则由上一账号建表，租户之墙对它不起作用',
    en: 'the same database as the owner of its tables; without it the role above owns them, and the wall between tenants does not hold against it',
  },
  LIANSHU_SAMPLE: {
    default: 'on',
    zh: '首次启动是否装入样例（on/off）',
    en: 'whether a first start loads the sample (on/off)',
  },
  LIANSHU_LANGUAGE: {
    default: 'zh',
    zh: '默认语言（zh/en）',
    en: 'language where none is asked (zh/en)',
  },
  LIANSHU_TLS_CERTIFICATE: {
    default: '',
    zh: 'TLS 证书文件（PEM）',
    en: 'TLS certificate file (PEM)',
  },
  LIANSHU_TLS_KEY: { default: '', zh: 'TLS 私钥文件（PEM）', en: 'TLS key file (PEM)' },
  LIANSHU_BEHIND_PROXY: {
    default: 'off',
    zh: '前置代理负责 TLS（on/off）',
    en: 'a proxy in front speaks TLS (on/off)',
  },
  LIANSHU_UPLOAD_LIMIT: {
    default: '512',
    zh: '单个上传文件上限（MiB）',
    en: 'largest upload (MiB)',
  },
  LIANSHU_BACKUPS_KEPT: {
    default: '7',
    zh: '数据目录内保留的备份份数',
    en: 'how many backups are kept in the directory of the installation',
  },
  LIANSHU_NOTES: {
    default: 'info',
    zh: '运行记录级别（silent/error/warn/info/debug）',
    en: 'level of the running notes (silent/error/warn/info/debug)',
  },
} as const

/** Names that only the tests read; a server started by a test finds them in its environment. */
const TEST_NAMES = ['LIANSHU_SHARED', 'LIANSHU_TEST_POSTGRES', 'LIANSHU_CHROMIUM']

const MIB = 1024 * 1024

const onOff = (fallback: 'on' | 'off') =>
  z
    .enum(['on', 'off'])
    .default(fallback)
    .transform((value) => value === 'on')

const text = (fallback: string) => z.string().min(1).default(fallback)

const Environment = z
  .strictObject({
    LIANSHU_PORT: z
      .string()
      .regex(/^\d{1,5}$/)
      .default(SETTINGS.LIANSHU_PORT.default)
      .transform(Number)
      .pipe(z.int().max(65_535)),
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
    LIANSHU_UPLOAD_LIMIT: z
      .string()
      .regex(/^\d{1,5}$/)
      .default(SETTINGS.LIANSHU_UPLOAD_LIMIT.default)
      .transform(Number)
      .pipe(z.int().min(1).max(10_240)),
    LIANSHU_BACKUPS_KEPT: z
      .string()
      .regex(/^\d{1,4}$/)
      .default(SETTINGS.LIANSHU_BACKUPS_KEPT.default)
      .transform(Number)
      .pipe(z.int().min(1)),
    LIANSHU_NOTES: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  })
  .refine(
    (given) =>
      (given.LIANSHU_TLS_CERTIFICATE === undefined) === (given.LIANSHU_TLS_KEY === undefined),
    { path: ['LIANSHU_TLS_KEY'], message: 'certificate and key come together' },
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
    backupsKept: settings.LIANSHU_BACKUPS_KEPT,
    notes: settings.LIANSHU_NOTES,
  }
}

/** The configuration of this process. */
export function configOfProcess(): Config {
  return readConfig(process.env, process.cwd())
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

/** The configuration as it may be shown: the password of the database stays out. */
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
    LIANSHU_BACKUPS_KEPT: String(config.backupsKept),
    LIANSHU_NOTES: config.notes,
  }
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
