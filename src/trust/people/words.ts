import { Problem } from '../../base/index.ts'
import { type GrantFault, LOGIN_LENGTH, NAME_LENGTH_MAX } from './rules.ts'

const invalid = (field: string, fieldEn: string, reason: string, reasonEn: string): Problem =>
  new Problem('invalid-input', { field, fieldEn, reason, reasonEn })

const conflict = (reason: string, reasonEn: string): Problem =>
  new Problem('conflict', { reason, reasonEn })

export const invalidName = (): Problem =>
  invalid(
    '名称',
    'Name',
    `须为 1 至 ${NAME_LENGTH_MAX} 个可见字符`,
    `it must have 1 to ${NAME_LENGTH_MAX} visible characters`,
  )

export const invalidLogin = (): Problem =>
  invalid(
    '用户名',
    'Login',
    `须为 ${LOGIN_LENGTH.least} 至 ${LOGIN_LENGTH.most} 个字符，以文字或数字开头，可含 . _ @ -`,
    `it must have ${LOGIN_LENGTH.least} to ${LOGIN_LENGTH.most} characters, begin with a letter or digit, and may hold . _ @ -`,
  )

const GRANT_FAULTS: Readonly<Record<GrantFault, readonly [string, string]>> = {
  none: [
    '至少授予一个角色；停用账号请用“停用”',
    'grant at least one; to close the account, disable it',
  ],
  'unknown-role': ['没有这一角色', 'there is no such role'],
  'unknown-organisation': ['没有这一单位', 'there is no such organisation'],
  'two-seats': [
    '三员分立：一人只能担任一种管理员，且只在一个单位',
    'administrators are kept apart: one person holds one such seat, in one organisation',
  ],
  'unfit-organisation': [
    '该类单位的人员不能担任这一角色',
    'this role cannot be held in an organisation of that kind',
  ],
}

export const invalidGrants = (fault: GrantFault): Problem =>
  invalid('角色', 'Roles', ...GRANT_FAULTS[fault])

export const loginTaken = (): Problem => conflict('用户名已被使用', 'the login is already in use')

export const organisationTaken = (): Problem =>
  conflict('已有同名单位', 'there is an organisation of this name already')

export const lastManager = (): Problem =>
  conflict(
    '此后将无人能够管理人员账号或授予角色；请先将该权限授予他人',
    'nobody would be left to manage accounts or to grant roles; grant that to somebody else first',
  )

export const alreadyBegun = (): Problem =>
  conflict(
    '本系统已有账号，不再是首次登录',
    'there are accounts already, so this is no first sign-in',
  )

export const invalidCreditCode = (code: string): Problem =>
  new Problem('credit-code-invalid', {
    code,
    reason: '须为 18 位数字或大写字母，不含 I、O、S、V、Z',
    reasonEn: 'it has 18 digits or capitals, none of them I, O, S, V or Z',
  })
