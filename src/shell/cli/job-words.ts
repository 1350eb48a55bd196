// What the states of a job and the outcomes of rows are called on a terminal.
import type { Words } from '../../base/index.ts'

export const JOB_STATE_WORDS = {
  waiting: { zh: '等待中', en: 'waiting' },
  running: { zh: '进行中', en: 'running' },
  done: { zh: '已完成', en: 'done' },
  failed: { zh: '失败', en: 'failed' },
  cancelled: { zh: '已取消', en: 'cancelled' },
} satisfies Record<string, Words>

export const OUTCOME_WORDS = {
  rows: { zh: '行', en: 'rows' },
  new: { zh: '新增', en: 'new' },
  changed: { zh: '变更', en: 'changed' },
  same: { zh: '相同', en: 'same' },
  possible: { zh: '疑似相同', en: 'possible matches' },
  held: { zh: '待审', en: 'held' },
  refused: { zh: '拒收', en: 'refused' },
  claims: { zh: '陈述', en: 'claims' },
} satisfies Record<string, Words>

/** What a running job is at; a stage without words here is shown by its own name. */
export const STAGE_WORDS: Readonly<Record<string, Words>> = {
  store: { zh: '入库', en: 'storing' },
  backup: { zh: '备份', en: 'backing up' },
  rebuild: { zh: '重新生成', en: 'projecting' },
}
