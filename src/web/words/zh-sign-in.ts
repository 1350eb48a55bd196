/** Chinese words of sessions, second factors, the fresh proof and the measures of signing in. */
export const zhSignIn = {
  'sign.code': '二次验证：动态码',
  'sign.code.why': '手机上的六位数字；手机不在身边时，填一个恢复码。',
  'proof.title': '请重新确认是您本人',
  'proof.why': '这一步影响重大。确认之后几分钟内不再询问，刚才的操作随即继续。',
  'proof.do': '确认并继续',
  'proof.code': '动态码或恢复码',
  'proof.needCode': '请填动态码',
} as const satisfies Record<string, string>
