import { Problem, type Words } from '../../base/index.ts'
import type { SafeguardFault, SafeguardName } from './rules.ts'

export const SAFEGUARD_WORDS: Readonly<Record<SafeguardName, Words>> = {
  secondFactor: {
    zh: '管理员登录须有二次验证',
    en: 'Administrators sign in with a second factor',
  },
  stepUp: {
    zh: '全部导出、备份、改动角色、签发清单前须重新确认本人',
    en: 'Exporting everything, backups, changes of roles and signing lists want a fresh proof',
  },
  separated: {
    zh: '系统、安全、审计三种管理员由不同的人担任',
    en: 'System, security and audit administrators are different people',
  },
}

const FAULTS: Readonly<Record<Exclude<SafeguardFault, 'no-reason'>, readonly [string, string]>> = {
  same: ['现在就是这样设定的', 'it is set this way already'],
  'no-own-factor': [
    '您自己还没有二次验证，启用后会把自己关在门外；请先为本人启用',
    'you have no second factor yourself and would be locked out; set one up first',
  ],
  'seats-doubled': [
    '还有人同时担任两种管理员；请先分给不同的人',
    'somebody holds the seats of two administrators; give them to different people first',
  ],
}

/** What stands against a change of the measures. */
export function unfitChange(fault: SafeguardFault): Problem {
  if (fault !== 'no-reason') {
    const [reason, reasonEn] = FAULTS[fault]
    return new Problem('conflict', { reason, reasonEn })
  }
  return new Problem('invalid-input', {
    field: '理由',
    fieldEn: 'Reason',
    reason: '改变登录保护须写明理由',
    reasonEn: 'say why the measures change',
  })
}
