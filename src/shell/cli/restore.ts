import { resolve } from 'node:path'
import { Problem, type Words } from '../../base/index.ts'
import type { RestoreStage } from '../../store/index.ts'
import { findRunningServer } from '../server-file.ts'
import { EXIT, type Verb } from './verb.ts'

const STAGES: Readonly<Record<RestoreStage, Words>> = {
  check: { zh: '查验备份', en: 'checking the backup' },
  blobs: { zh: '恢复文件', en: 'restoring files' },
  rows: { zh: '恢复数据表', en: 'restoring tables' },
  compare: { zh: '逐表对照', en: 'comparing table by table' },
  upgrade: { zh: '升级数据结构', en: 'bringing the schema up to date' },
}

const WORDS = {
  good: { zh: '备份完好', en: 'The backup is whole' },
  restored: {
    zh: '已恢复；行数、每表的校验值与记录的根都与备份相符',
    en: 'Restored; counts of rows, the hash of each table and the roots of the log agree with the backup',
  },
  takenAt: { zh: '备份时间', en: 'taken at' },
  digest: { zh: '备份的校验值', en: 'digest of the backup' },
  tables: { zh: '数据表', en: 'tables' },
  rows: { zh: '行', en: 'rows' },
  blobs: { zh: '文件', en: 'files' },
  log: { zh: '记录的根', en: 'root of the log' },
  schema: { zh: '数据结构', en: 'schema' },
} as const satisfies Record<string, Words>

export const verbRestore: Verb = {
  name: 'restore',
  usage: 'DIR [--check] [--json]',
  words: {
    zh: '由备份恢复到空的安装（内嵌数据库或 PostgreSQL），先查验后写入，写完再对照；中断后可重新执行',
    en: 'Restore a backup into an empty installation of either engine: checked before, compared after; run it again if it was broken off',
  },
  options: [
    {
      name: 'check',
      value: null,
      words: { zh: '只查验备份，不恢复', en: 'check the backup and restore nothing' },
    },
    { name: 'json', value: null, words: { zh: '以 JSON 输出', en: 'print JSON' } },
  ],
  takes: { least: 1, most: 1 },
  run: async ({ given: [given = ''], options, config, language, print, progress }) => {
    // Loaded here: help must not wait for the whole store.
    const { restoreInstallation, checkedBackup } = await import('../restoring.ts')
    const folder = resolve(given)
    if (options.check !== true && (await findRunningServer(config.directory)) !== null) {
      throw new Problem('server-running')
    }
    const told = (stage: RestoreStage, name: string): void =>
      progress(`${STAGES[stage][language]} ${name}`)
    const done =
      options.check === true
        ? await checkedBackup(folder)
        : await restoreInstallation(config, folder, told)
    progress('')
    if (options.json === true) {
      print(JSON.stringify(done))
      return EXIT.good
    }
    print(WORDS[done.restored ? 'restored' : 'good'][language])
    for (const name of ['takenAt', 'digest', 'tables', 'rows', 'blobs'] as const) {
      print(`${WORDS[name][language]}\t${done[name]}`)
    }
    for (const log of done.logs) print(`${WORDS.log[language]}\t${log.size}\t${log.root}`)
    const { from, to } = done.schema
    print(`${WORDS.schema[language]}\t${from === to ? from : `${from} → ${to}`}`)
    return EXIT.good
  },
}
