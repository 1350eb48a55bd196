/**
 * As much of a mapping as this screen changes: the columns, what they state, the facts of the
 * source, the header. Everything else that a mapping holds is carried along untouched.
 */
import type { MappingDocument, Words } from '../../../api/index.ts'

export interface ThingShape {
  kind: string
  scheme: string
  code: string
}

export interface ClaimShape {
  subject: ThingShape
  property: string
  object?: ThingShape
  text?: string
  quantity?: string
  [rest: string]: unknown
}

export interface StepShape {
  number?: { unit?: string; times?: string }
  date?: true
  trim?: true
  lookup?: { table: string; else?: string }
  [rest: string]: unknown
}

export type ColumnShape = string | string[] | { index: number } | { row: true }

export interface FieldShape {
  column?: ColumnShape
  steps?: StepShape[]
  required?: boolean
  [rest: string]: unknown
}

export interface SourceShape {
  class: string
  publisher: string
  publishedOn?: string
  label?: string
  synthetic?: boolean
  origin?: string
}

export interface MappingShape extends MappingDocument {
  title: Words
  source: SourceShape
  match?: { file?: string; sheet?: string; columns?: string[] }
  header?: { rows: number; skip: number }
  fields: Record<string, FieldShape>
  checks?: { field: string; [rest: string]: unknown }[]
  claims: ClaimShape[]
}

/** True for JSON that has the parts this screen reads; the server checks the rest. */
export function isMappingShape(value: unknown): value is MappingShape {
  if (typeof value !== 'object' || value === null) return false
  const { id, title, source, fields, claims } = value as Record<string, unknown>
  return (
    typeof id === 'string' &&
    isObject(title) &&
    isObject(source) &&
    isObject(fields) &&
    Array.isArray(claims)
  )
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
