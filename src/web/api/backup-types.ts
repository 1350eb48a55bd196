/** Shapes of the backups screen. See types.ts. */
import type { JobView } from './desk-types.ts'

export interface BackupView {
  name: string
  folder: string
  takenAt: string
  digest: string
  rows: number
  blobs: number
  sizeBytes: number
  program: string
  schema: number
  durability: 'D0' | 'D1' | 'D2'
  logs: { tenant: number; size: number; root: string }[]
}

export interface Backups {
  items: BackupView[]
  folder: string
  kept: number
  durability: 'D0' | 'D1' | 'D2'
  engine: 'pglite' | 'postgres'
  journal: { sizeBytes: number } | null
  running: JobView | null
  failed: JobView | null
  now: string
  overdue: boolean
}
