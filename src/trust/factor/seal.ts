import { createCipheriv, createDecipheriv } from 'node:crypto'

/** Shuts secrets away under a key of the installation, which the store never sees. */
export interface Sealer {
  /** `bound` says whose it is: sealed text that is moved to somebody else does not open. */
  seal(secret: Uint8Array, bound: string, random: (sizeBytes: number) => Uint8Array): string
  /** Null when it was sealed by another key, for somebody else, or changed. */
  open(sealed: string, bound: string): Uint8Array | null
}

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16
/** Says how it was sealed, so that another way can come beside this one. */
const FORM = 'g1.'

/** A sealer by AES-256-GCM; `key` has 32 bytes. */
export function makeSealer(key: Uint8Array): Sealer {
  return {
    seal: (secret, bound, random) => {
      const nonce = random(NONCE_BYTES)
      const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(bound))
      const sealed = Buffer.concat([cipher.update(secret), cipher.final()])
      return FORM + Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64')
    },
    open: (text, bound) => {
      if (!text.startsWith(FORM)) return null
      const bytes = Buffer.from(text.slice(FORM.length), 'base64')
      if (bytes.length < NONCE_BYTES + TAG_BYTES) return null
      const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES))
        .setAAD(Buffer.from(bound))
        .setAuthTag(bytes.subarray(-TAG_BYTES))
      try {
        const opened = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES))
        return new Uint8Array(Buffer.concat([opened, decipher.final()]))
      } catch {
        return null
      }
    },
  }
}

/** To whom a secret of one-time codes belongs. */
export const boundTo = (tenant: number, person: string): string => `totp:${tenant}:${person}`
