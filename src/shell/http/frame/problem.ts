// The one place where a problem becomes an answer, in the language of the user.

import { z } from '@hono/zod-openapi'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import {
  type Language,
  PROBLEMS,
  Problem,
  type ProblemDetails,
  plainIssue,
  problemText,
} from '../../../base/index.ts'
import { PERMISSION_WORDS, PERMISSIONS, type Permission } from '../../../trust/access/index.ts'
import { faultOf } from '../../notes.ts'
import type { HttpContext } from './context.ts'

/** What is wrong with one field of a request. */
interface FieldProblem {
  path: string
  message: string
}

/** Chinese and English sentences for what a schema refuses, as the schema library words them. */
const LOCALES = { zh: z.locales.zhCN(), en: z.locales.en() }

/** A request that does not fit its schema. */
export class InvalidRequest extends Problem {
  readonly issues: readonly z.core.$ZodIssue[]

  constructor(part: string, error: z.ZodError) {
    const [first] = error.issues
    super('invalid-input', {
      field: [part, ...(first?.path ?? [])].join('.'),
      reason: first === undefined ? '' : sayIssue(first, 'zh'),
      reasonEn: first === undefined ? '' : sayIssue(first, 'en'),
    })
    this.issues = error.issues
  }
}

/** Turns whatever a route threw into a problem; what nobody foresaw is `internal` and noted. */
export function answerError(error: unknown, c: HttpContext): Response {
  const problem = problemOf(error)
  if (problem.code === 'internal') noteFault(error, c)
  return answerProblem(problem, c)
}

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (error instanceof HTTPException && error.status < 500) {
    const reason = '请求体不是有效的 JSON'
    return new Problem('invalid-input', { field: 'body', reason, reasonEn: 'not valid JSON' })
  }
  return new Problem('internal')
}

function noteFault(error: unknown, c: HttpContext): void {
  const { requestId: request, notes } = c.var
  notes.error({ request, route: c.req.routePath, ...faultOf(error) }, 'fault')
}

/** The problem document of RFC 9457. It holds no stack, no statement and no path of the machine. */
export function answerProblem(problem: Problem, c: HttpContext): Response {
  const { language, requestId } = c.var
  c.set('problem', problem.code)
  const { status } = PROBLEMS[problem.code]
  const details = shownDetails(problem, c)
  const { title, why, next } = problemText({ code: problem.code, details }, language)
  const document = {
    type: `urn:lianshu:problem:${problem.code}`,
    title,
    status,
    detail: why,
    next,
    code: problem.code,
    instance: requestId,
    ...(problem instanceof InvalidRequest && { fields: fieldsOf(problem.issues, language) }),
  }
  const headers = { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' }
  return c.newResponse(JSON.stringify(document), {
    status: status as ContentfulStatusCode,
    headers,
  })
}

const isPermission = (text: string): text is Permission =>
  (PERMISSIONS as readonly string[]).includes(text)

/** Adds what only the shell knows: the number to quote, and the permission in plain words. */
function shownDetails({ details }: Problem, c: HttpContext): ProblemDetails {
  const { permission } = details
  const words =
    typeof permission === 'string' && isPermission(permission)
      ? PERMISSION_WORDS[permission][c.var.language]
      : null
  return { ...details, reference: c.var.requestId, ...(words !== null && { permission: words }) }
}

function fieldsOf(issues: readonly z.core.$ZodIssue[], language: Language): FieldProblem[] {
  return issues.map((issue) => ({
    path: issue.path.join('.'),
    message: sayIssue(issue, language),
  }))
}

function sayIssue(issue: z.core.$ZodIssue, language: Language): string {
  const said = LOCALES[language].localeError({ ...issue, input: undefined } as z.core.$ZodRawIssue)
  return plainIssue(typeof said === 'string' ? said : (said?.message ?? issue.message))
}
