// The sentences of the doctor: titles name what was looked at, findings say why and what next.
import type { Words } from '../../base/index.ts'
import { DATA_FINDINGS } from './data-words.ts'
import { MACHINE_FINDINGS } from './machine-words.ts'
import type { CheckId } from './model.ts'

/** What each check looks at. */
export const TITLES: Readonly<Record<CheckId, Words>> = {
  node: { zh: '运行环境', en: 'Node' },
  server: { zh: '服务', en: 'Server' },
  directory: { zh: '数据目录', en: 'Data directory' },
  lock: { zh: '目录的占用', en: 'Lock of the directory' },
  space: { zh: '磁盘空间', en: 'Free space' },
  durability: { zh: '存储等级', en: 'Durability' },
  database: { zh: '数据库', en: 'Database' },
  settings: { zh: '数据库的落盘设置', en: 'Sync settings of the database' },
  wall: { zh: '租户之墙', en: 'Wall between tenants' },
  migrations: { zh: '数据结构', en: 'Schema' },
  queue: { zh: '后台任务', en: 'Jobs' },
  workers: { zh: '任务的执行', en: 'Workers' },
  log: { zh: '记录的签名', en: 'Signing of the log' },
  witnesses: { zh: '见证', en: 'Witnesses' },
  backup: { zh: '数据备份', en: 'Backup' },
  journal: { zh: '断电日志', en: 'Journal' },
  clock: { zh: '时钟', en: 'Clock' },
  exposure: { zh: '对外与加密', en: 'Reach and encryption' },
  sample: { zh: '样例', en: 'Sample' },
}

/** Every finding, by check and finding. */
export const FINDINGS = { ...MACHINE_FINDINGS, ...DATA_FINDINGS } satisfies Record<
  string,
  { why: Words; next: Words | null }
>

export type Finding = keyof typeof FINDINGS
