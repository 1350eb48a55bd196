import { entry } from './problem-entry.ts'

/** Problems of who somebody is and what they may do. */
export const ACCESS_PROBLEMS = {
  unauthorised: entry(401, 2, {
    what: { zh: '请先登录', en: 'Sign in first' },
    why: { zh: '这一请求没有有效的登录会话', en: 'This request carries no valid session' },
    next: { zh: '登录后再试', en: 'Sign in and try again' },
  }),
  'wrong-sign-in': entry(401, 3, {
    what: { zh: '用户名或密码不正确', en: 'Wrong name or password' },
    why: {
      zh: '所填的用户名与密码不相符',
      en: 'The name and password given do not belong together',
    },
    next: {
      zh: '核对后重新填写，或请管理员重置密码',
      en: 'Check both, or ask an administrator for a new password',
    },
  }),
  'second-factor-needed': entry(401, 2, {
    what: { zh: '请完成二次验证', en: 'The second factor is needed' },
    why: {
      zh: '用户名与密码正确，此账号还须出示动态码、恢复码或证书',
      en: 'Name and password are right; this account also wants a one-time code, a recovery code or a certificate',
    },
    next: {
      zh: '填入手机上的六位动态码；手机不在身边时填一个恢复码',
      en: 'Enter the six digits on your telephone, or a recovery code when it is not at hand',
    },
  }),
  'wrong-code': entry(400, 3, {
    what: { zh: '验证码不正确', en: 'Wrong code' },
    why: {
      zh: '所填的码不对、已过时或已经用过',
      en: 'The code is wrong, out of date, or was used before',
    },
    next: {
      zh: '等下一个动态码出现再填；手机时间不准时请先校时',
      en: 'Wait for the next code and enter that; set the clock of the telephone if it is off',
    },
  }),
  'second-factor-missing': entry(403, 2, {
    what: { zh: '请先启用二次验证', en: 'Set up a second factor first' },
    why: {
      zh: '您担任管理员，本安装要求管理员有二次验证',
      en: 'You are an administrator, and this installation asks administrators for a second factor',
    },
    next: {
      zh: '在“登录与二次验证”中启用动态码，之后即可继续',
      en: 'Set up one-time codes under “Sign-in and second factor”, then go on',
    },
  }),
  'step-up-needed': entry(403, 2, {
    what: { zh: '请重新确认是您本人', en: 'Confirm again that it is you' },
    why: {
      zh: '这一步影响重大，距上次确认本人已超过时限',
      en: 'This weighs much, and you last proved who you are too long ago',
    },
    next: {
      zh: '填入密码；已启用动态码的填动态码',
      en: 'Enter your password, or a one-time code where you have one',
    },
  }),
  'stale-session': entry(401, 2, {
    what: { zh: '登录已失效', en: 'The session has ended' },
    why: { zh: '会话已过期或已被注销', en: 'It has expired or was signed out' },
    next: { zh: '重新登录', en: 'Sign in again' },
  }),
  'tls-required': entry(403, 2, {
    what: { zh: '须通过加密连接登录', en: 'An encrypted connection is required' },
    why: {
      zh: '本服务对外提供访问，但此连接未加密',
      en: 'This service is reachable from outside and this connection is not encrypted',
    },
    next: {
      zh: '改用 https 地址，或在本机访问',
      en: 'Use the https address, or sign in on the machine itself',
    },
  }),
  'foreign-origin': entry(403, 2, {
    what: { zh: '拒绝来自其他网站的请求', en: 'A request from another site is refused' },
    why: {
      zh: '请求由 {host} 发出，不是本系统自己的页面',
      en: 'It was sent by {host} and not by a page of this system',
    },
    next: { zh: '从本系统的地址打开页面再操作', en: 'Open the page at this system’s own address' },
  }),
  'rate-limited': entry(429, 2, {
    what: { zh: '尝试过于频繁', en: 'Too many attempts' },
    why: {
      zh: '短时间内的次数超过限值',
      en: 'More attempts in a short time than the limit allows',
    },
    next: { zh: '{seconds} 秒后再试', en: 'Try again in {seconds} seconds' },
  }),
  'not-found': entry(404, 3, {
    what: { zh: '未找到', en: 'Not found' },
    why: {
      zh: '所请求的内容不存在，或不在您可见的范围内',
      en: 'There is no such thing, or it is not visible to you',
    },
    next: { zh: '核对地址或编号', en: 'Check the address or number' },
  }),
  forbidden: entry(403, 2, {
    what: { zh: '无权进行这一操作', en: 'Not permitted' },
    why: {
      zh: '当前角色没有“{permission}”权限',
      en: 'The present role lacks the permission "{permission}"',
    },
    next: {
      zh: '切换到有此权限的角色，或联系管理员',
      en: 'Switch to a role that has it, or ask an administrator',
    },
  }),
  'four-eyes': entry(403, 2, {
    what: { zh: '须由另一人复核', en: 'Another person has to confirm this' },
    why: {
      zh: '这一步不能由经手人自己完成',
      en: 'Whoever made it cannot confirm it',
    },
    next: {
      zh: '请另一位有此权限的人员复核，或由办公室改为一人工作台模式',
      en: 'Ask another person with this permission, or let the office set the desk to one person',
    },
  }),
  conflict: entry(409, 3, {
    what: { zh: '与现有内容冲突', en: 'In conflict with what is there' },
    why: { zh: '{reason}', en: '{reason}' },
    next: {
      zh: '刷新后核对现有内容，再决定是否修改',
      en: 'Refresh, compare with what is there, then decide',
    },
  }),
  'consent-missing': entry(409, 3, {
    what: { zh: '缺少企业授权', en: 'The firm’s consent is missing' },
    why: {
      zh: '尚未登记“{organisation}”对保存其非公开资料的有效授权',
      en: 'No valid consent of {organisation} to the keeping of its private data is on record',
    },
    next: {
      zh: '先登记授权书，再提交资料',
      en: 'Record its letter of consent first, then bring the data',
    },
  }),
  'key-reused': entry(409, 2, {
    what: { zh: '幂等键已被另一请求使用', en: 'The idempotency key was used before' },
    why: {
      zh: '同一个键先前附在内容不同的请求上',
      en: 'The same key came with a request of other content',
    },
    next: { zh: '换一个新的键重新提交', en: 'Send the request again under a new key' },
  }),
  'invalid-input': entry(400, 3, {
    what: { zh: '所填内容不符合要求', en: 'The input is not valid' },
    why: { zh: '{field}：{reason}', en: '{field}: {reason}' },
    next: { zh: '按提示修改后重新提交', en: 'Correct it as stated and send it again' },
  }),
  'too-large': entry(413, 3, {
    what: { zh: '内容超过限值', en: 'Larger than the limit' },
    why: { zh: '上限为 {limit}', en: 'The limit is {limit}' },
    next: { zh: '拆分后分批提交', en: 'Split it and send the parts' },
  }),
} as const
