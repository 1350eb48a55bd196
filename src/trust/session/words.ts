import { Problem } from '../../base/index.ts'
import { PASSWORD_LENGTH, type PasswordFault } from './password.ts'

const FAULTS: Readonly<Record<PasswordFault, { reason: string; reasonEn: string }>> = {
  'too-short': {
    reason: `至少 ${PASSWORD_LENGTH.least} 个字符`,
    reasonEn: `at least ${PASSWORD_LENGTH.least} characters`,
  },
  'too-long': {
    reason: `至多 ${PASSWORD_LENGTH.most} 个字符`,
    reasonEn: `at most ${PASSWORD_LENGTH.most} characters`,
  },
  'too-plain': {
    reason: '须混用大写字母、小写字母、汉字、数字、符号中的至少三类',
    reasonEn: 'mix at least three of capitals, small letters, Han characters, digits and signs',
  },
  'holds-login': { reason: '不得包含用户名', reasonEn: 'it must not contain the login' },
  suspicious: {
    reason: '含有不可见字符',
    reasonEn: 'it contains characters that cannot be seen',
  },
}

/** What is wrong with a password that somebody chose. */
export const weakPassword = (fault: PasswordFault): Problem =>
  new Problem('invalid-input', { field: '密码', fieldEn: 'Password', ...FAULTS[fault] })

export const roleNotHeld = (): Problem =>
  new Problem('invalid-input', {
    field: '角色',
    fieldEn: 'Role',
    reason: '您未被授予这一角色',
    reasonEn: 'you have not been given this role',
  })

export const noRoleHeld = (): Problem =>
  new Problem('invalid-input', {
    field: '角色',
    fieldEn: 'Role',
    reason: '该账号目前没有任何角色，请联系管理员',
    reasonEn: 'this account has no role at present; ask an administrator',
  })
