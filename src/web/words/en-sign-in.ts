/** English words of sessions, second factors, the fresh proof and the measures of signing in. */
import type { zhSignIn } from './zh-sign-in.ts'

export const enSignIn: Record<keyof typeof zhSignIn, string> = {
  'sign.code': 'Second factor: one-time code',
  'sign.code.why': 'The six digits on your telephone, or a recovery code when it is not at hand.',
  'proof.title': 'Confirm again that it is you',
  'proof.why':
    'This weighs much. After it nothing is asked for some minutes, and what you were doing goes on.',
  'proof.do': 'Confirm and go on',
  'proof.code': 'One-time code or recovery code',
  'proof.needCode': 'Enter the code',
}
