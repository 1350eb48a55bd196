import { Problem } from '../../base/index.ts'

const conflict = (reason: string, reasonEn: string): Problem =>
  new Problem('conflict', { reason, reasonEn })

/** Somebody was faster, or the claim never waited. */
export const decidedAlready = (): Problem =>
  conflict(
    '其中有已经审定、不再等待的陈述：请刷新队列',
    'a claim among these no longer waits for a decision: read the queue again',
  )

export const onlySingly = (): Problem =>
  conflict(
    '待查的陈述读取器自己有疑，只能逐条审定',
    'what a reader doubts itself is decided one by one',
  )

export const notTheNewest = (): Problem =>
  conflict(
    '此后又有别的决定，不能单独撤销这一个',
    'another decision followed, so this one cannot be taken back alone',
  )

export const sameAsRead = (): Problem =>
  conflict('与读到的完全相同，没有改动', 'nothing differs from what was read')

export const reasonWanted = (): Problem =>
  new Problem('invalid-input', {
    field: '理由',
    fieldEn: 'Reason',
    reason: '退回须选一个理由',
    reasonEn: 'choose a reason for the rejection',
  })
