import { z } from 'zod'
import { Problem, type Words } from '../../base/index.ts'
import { checkRule, type Names, type Rule } from '../rules/index.ts'
import { doubled, emptyColumn, unknownColumn, unknownSort, wrongSteps } from './words.ts'

const id = z.string().regex(/^[a-z][a-zA-Z0-9-]{0,39}$/u)
const words = z.strictObject({ zh: z.string().min(1).max(300), en: z.string().min(1).max(300) })

const columnSchema = z.strictObject({
  id,
  words,
  align: z.enum(['start', 'end']).default('start'),
  shown: z.boolean().default(true),
  /** Names; the first that is known fills the cell. */
  from: z.array(z.string()).min(1).optional(),
  /** Instead of `from`: says what the figure in this other column is about. */
  about: id.optional(),
})

const stepSchema = z.strictObject({
  act: z.enum(['draft', 'check', 'review', 'countersign', 'sign']),
  permission: z.enum(['manage-lists', 'sign-list']),
  /** Working days allowed; null for none stated. */
  days: z.int().positive().max(250).nullable(),
})

/** A list as a file says it. */
export const definitionSchema = z.strictObject({
  id,
  version: z.int().positive(),
  order: z.int().positive(),
  words,
  about: words,
  /** Kinds of things that it holds. */
  holds: z.array(z.string()).min(1),
  /** Where candidates come from: stages of the chain, its members, both, or places of its members. */
  scope: z.enum(['stages', 'members', 'things', 'places']),
  enters: z
    .array(
      z.strictObject({
        rule: z.string().min(1),
        words,
        /** A condition that is not needed is shown and does not decide. */
        needed: z.boolean().default(true),
      }),
    )
    .min(1),
  leaves: words,
  fill: words,
  columns: z.array(columnSchema).min(1).max(24),
  sort: z.array(z.strictObject({ by: z.string(), descending: z.boolean().default(false) })),
  owner: z.string().min(1).max(40),
  curated: z.boolean(),
  steps: z.array(stepSchema),
})

export type DefinitionFile = z.infer<typeof definitionSchema>
export type ListColumnFile = DefinitionFile['columns'][number]

/** A definition whose rules were checked. */
export interface ListDefinition extends DefinitionFile {
  readonly rules: readonly {
    readonly rule: Rule
    readonly words: Words
    readonly needed: boolean
  }[]
}

/** Every list is signed in this order; a definition says by whom and within how many days. */
export const ACTS = ['draft', 'check', 'review', 'countersign', 'sign'] as const

/**
 * Reads a definition and checks its rules against the names that rules may use.
 * Problems: `list-invalid` with the path of the first fault, `rule-invalid`.
 */
export function parseDefinition(content: unknown, names: Names): ListDefinition {
  const parsed = definitionSchema.safeParse(content)
  if (!parsed.success) throw shapeProblem(content)
  const file = parsed.data
  checkParts(file, names)
  const rules = file.enters.map(({ rule, words: said, needed }) => ({
    rule: checkRule(rule, names),
    words: said,
    needed,
  }))
  return { ...file, rules }
}

/** zod speaks both languages, but one at a time. */
function shapeProblem(content: unknown): Problem {
  const say = (locale: { localeError: z.core.$ZodErrorMap }) =>
    definitionSchema.safeParse(content, { error: locale.localeError }).error?.issues[0]
  const [zh, en] = [say(z.locales.zhCN()), say(z.locales.en())]
  const path = (zh?.path ?? []).map(String).join('.')
  return new Problem('list-invalid', {
    path: path === '' ? '/' : path,
    reason: zh?.message ?? '',
    reasonEn: en?.message ?? '',
  })
}

function checkParts(file: DefinitionFile, names: Names): void {
  const ids = file.columns.map((column) => column.id)
  const twice = ids.find((each, at) => ids.indexOf(each) !== at)
  if (twice !== undefined) throw doubled(`columns.${twice}`)
  for (const { id: column, from, about } of file.columns) {
    const path = `columns.${column}`
    if ((from === undefined) === (about === undefined)) throw emptyColumn(path)
    if (about !== undefined && !ids.includes(about)) throw unknownColumn(path, about)
    for (const name of from ?? []) if (!names.has(name)) throw unknownSort(path, name)
  }
  for (const { by } of file.sort) if (!names.has(by)) throw unknownSort('sort', by)
  const acts = file.steps.map(({ act }) => act)
  if (acts.join() !== ACTS.join()) throw wrongSteps(ACTS.join(' → '))
}
