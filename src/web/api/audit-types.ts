/** Shapes of the audit screen. See types.ts. */

interface Who {
  id: string
  name: string | null
}

export interface AccessRecordView {
  sequence: string
  at: string
  act: 'read' | 'export' | 'refusal' | 'sign-in' | 'audit'
  person: Who | null
  organisation: Who | null
  role: string | null
  route: string
  what: string
  object: string
  levels: string[]
  count: number
  code: string | null
  address: string
  request: string | null
}

export interface CommandRecordView {
  sequence: string
  at: string
  command: string
  entry: string
  leaf: string | null
  person: Who | null
  organisation: Who | null
  role: string | null
}

export interface AccessRecordPage {
  items: AccessRecordView[]
  next: string | null
  total: number
}

export interface CommandRecordPage {
  items: CommandRecordView[]
  next: string | null
  total: number
}
