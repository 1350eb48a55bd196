import { hash, verify } from '@node-rs/argon2'
import { codePoints, isSuspicious } from '../../base/index.ts'

/** Argon2id with the memory of RFC 9106's second recommended option, in one lane; memory in KiB. */
const COST = { memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const
const SALT_BYTES = 16

/**
 * Hash of nobody's password, made at the same cost. An unknown login is checked against it, so that
 * the time of a refusal does not tell which logins exist.
 */
const NOBODY =
  '$argon2id$v=19$m=65536,t=3,p=1$bGlhbnNodS1ub2JvZHktMQ$gZ8UKAUfab2Viv8UnG7PicmzYoVlhK6iINh6LxM86iU'

/** In code points. Shorter ones fall to guessing; longer ones would make us hash a novel. */
export const PASSWORD_LENGTH = { least: 10, most: 128 } as const

export type PasswordFault = 'too-short' | 'too-long' | 'too-plain' | 'holds-login' | 'suspicious'

/** Hashes in the library's own threads: the event loop goes on serving others meanwhile. */
export function hashPassword(
  password: string,
  random: (sizeBytes: number) => Uint8Array,
): Promise<string> {
  return hash(composed(password), { ...COST, salt: random(SALT_BYTES) })
}

/** Whether the password belongs to the hash; for no hash it takes as long and says no. */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  if (codePoints(password) > PASSWORD_LENGTH.most) return false
  const fits = await verify(passwordHash ?? NOBODY, composed(password))
  return fits && passwordHash !== null
}

/** What is wrong with a password that somebody chose; null when nothing is. */
export function passwordFault(password: string, login: string): PasswordFault | null {
  const length = codePoints(password)
  if (length < PASSWORD_LENGTH.least) return 'too-short'
  if (length > PASSWORD_LENGTH.most) return 'too-long'
  if (isSuspicious(password) !== null) return 'suspicious'
  if (password.toLowerCase().includes(login.toLowerCase())) return 'holds-login'
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /\p{Lo}/u, /[^\p{L}\p{Nd}]/u]
  return kinds.filter((kind) => kind.test(password)).length < KINDS_LEAST ? 'too-plain' : null
}

/** Kinds of character a chosen password must mix, as classified protection asks (GB/T 22239, 8.1.4.1). */
const KINDS_LEAST = 3

/** Without 0 O 1 l I, which a person who reads it off paper would confuse. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const GROUPS = 4
const GROUP_LENGTH = 4

/** A password out of chance, about 93 bits, in four groups to be read aloud: `hK7m-…`. */
export function makePassword(random: (sizeBytes: number) => Uint8Array): string {
  for (;;) {
    const groups = Array.from({ length: GROUPS }, () => makeGroup(random))
    const password = groups.join('-')
    if (passwordFault(password, '-'.repeat(GROUPS)) === null) return password
  }
}

function makeGroup(random: (sizeBytes: number) => Uint8Array): string {
  // Bytes beyond the last whole multiple are thrown away; taking them would favour the first letters.
  const end = 256 - (256 % LETTERS.length)
  let group = ''
  while (group.length < GROUP_LENGTH) {
    for (const byte of random(GROUP_LENGTH)) {
      if (byte < end && group.length < GROUP_LENGTH) group += LETTERS.charAt(byte % LETTERS.length)
    }
  }
  return group
}

/** One spelling for characters that keyboards compose differently (RFC 8265, OpaqueString). */
const composed = (password: string): string => password.normalize('NFC')
