import { canonicalJson, isSuspicious, type JsonValue, sha256Hex } from '../../base/index.ts'

/** Longer keys are refused: a key is a random name for one intention, not a place for data. */
export const KEY_LENGTH_MAX = 200

/** What the store remembers of a key that was used. */
export interface UsedKey {
  readonly command: string
  readonly bodyHash: string
}

export function isKey(text: string): boolean {
  return text.length > 0 && text.length <= KEY_LENGTH_MAX && isSuspicious(text) === null
}

/** Hash by which a repeated request is known as the same one, as hex. */
export function bodyHashOf(input: JsonValue): string {
  return sha256Hex(canonicalJson(input))
}

/** `replay`: the same request again. `reused`: the key now stands for another intention. */
export function judgeKey(used: UsedKey, asked: UsedKey): 'replay' | 'reused' {
  const isSame = used.command === asked.command && used.bodyHash === asked.bodyHash
  return isSame ? 'replay' : 'reused'
}
