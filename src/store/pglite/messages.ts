/** What the embedded engine's thread is told. Bytes are messages of PostgreSQL's wire protocol. */
export type ToPglite =
  | { type: 'ask'; session: number; bytes: Uint8Array<ArrayBuffer> }
  | { type: 'leave' }
  | { type: 'close' }

export type FromPglite =
  | { type: 'ready' }
  | { type: 'answer'; session: number; bytes: Uint8Array<ArrayBuffer> }
  | { type: 'closed' }
