import { z } from 'zod'
import { Problem, plainIssue, type Words } from '../../base/index.ts'
import { checkRule, type Names, type Rule } from '../rules/index.ts'
import {
  doubled,
  emptyColumn,
  nothingNeeded,
  rowsUncurated,
  rowUnnamed,
  unknownColumn,
  unknownKind,
  unknownName,
  unknownScheme,
} from './words.ts'

const id = z.string().regex(/^[a-z][a-zA-Z0-9-]{0,39}$/u)
const words = z.strictObject({ zh: z.string().min(1).max(300), en: z.string().min(1).max(300) })

const columnSchema = z.strictObject({
  id,
  words,
  align: z.enum(['start', 'end']).default('start'),
  /** Shown at first; the others wait in the chooser. */
  shown: z.boolean().default(true),
  /** Names; the first that is known fills the cell. */
  from: z.array(z.string()).min(1).optional(),
  /** Instead of `from`: says what the figure in this other column is about. */
  about: id.optional(),
})

/** A row that the file names, for one chain: by its name, or by its code in a scheme. */
const rowSchema = z.strictObject({
  /** Name of the chain. */
  chain: z.string().min(1).max(200),
  kind: z.string(),
  name: z.string().min(1).max(200).optional(),
  scheme: z.string().min(1).max(80).optional(),
  code: z.string().min(1).max(200).optional(),
  reason: words,
  /** What it rests on, cited as in other packs. */
  citation: z.string().min(1).max(300),
})

const ROWS_MAX = 500

/** A list as a file says it. */
const definitionSchema = z.strictObject({
  id,
  version: z.int().positive(),
  order: z.int().positive(),
  words,
  about: words,
  /** Kinds of things that it holds. */
  holds: z.array(z.string()).min(1),
  /** Where candidates come from: stages of the chain, its members, both, or places of its firms. */
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
    .min(1)
    .max(12),
  /** In words, what would take a row out. */
  leaves: words,
  /** In words, how to bring what the rule looks at. */
  fill: words,
  columns: z.array(columnSchema).min(1).max(24),
  sort: z.array(z.strictObject({ by: z.string(), descending: z.boolean().default(false) })),
  /** Whether persons may add rows and take rows out, with a reason and a claim. */
  curated: z.boolean(),
  /** Rows that stand in the list beside those that the rule lets in. */
  rows: z.array(rowSchema).max(ROWS_MAX).optional(),
})

/** A definition as its file says it. */
export type DefinitionFile = z.infer<typeof definitionSchema>

/** A row that a file names. */
export type NamedRow = NonNullable<DefinitionFile['rows']>[number]

/** A condition that was read and checked. */
export interface EntryRule {
  readonly rule: Rule
  readonly words: Words
  readonly needed: boolean
}

/** A definition whose rules were checked. */
export interface ListDefinition {
  readonly file: DefinitionFile
  readonly rules: readonly EntryRule[]
}

/** What a definition may name. */
export interface Known {
  readonly names: Names
  readonly kinds: ReadonlySet<string>
  readonly schemes: ReadonlySet<string>
}

/**
 * Reads a definition and checks its rules against the names that rules may use.
 * Problems: `list-invalid` with the path of the first fault, `rule-invalid`.
 */
export function parseDefinition(content: unknown, known: Known): ListDefinition {
  const parsed = definitionSchema.safeParse(content)
  if (!parsed.success) throw shapeProblem(content)
  const file = parsed.data
  checkParts(file, known)
  checkRows(file, known)
  const rules = file.enters.map(({ rule, words: said, needed }) => ({
    rule: checkRule(rule, known.names),
    words: said,
    needed,
  }))
  return { file, rules }
}

/** zod speaks both languages, but one at a time. */
function shapeProblem(content: unknown): Problem {
  const say = (locale: { localeError: z.core.$ZodErrorMap }) =>
    definitionSchema.safeParse(content, { error: locale.localeError }).error?.issues[0]
  const [zh, en] = [say(z.locales.zhCN()), say(z.locales.en())]
  const path = (zh?.path ?? []).map(String).join('.')
  return new Problem('list-invalid', {
    path: path === '' ? '/' : path,
    reason: plainIssue(zh?.message ?? ''),
    reasonEn: plainIssue(en?.message ?? ''),
  })
}

function checkParts(file: DefinitionFile, { names, kinds }: Known): void {
  const ids = file.columns.map((column) => column.id)
  const twice = ids.find((each, at) => ids.indexOf(each) !== at)
  if (twice !== undefined) throw doubled(`columns.${twice}`)
  for (const kind of file.holds) if (!kinds.has(kind)) throw unknownKind('holds', kind)
  if (!file.enters.some(({ needed }) => needed)) throw nothingNeeded()
  for (const { id: column, from, about } of file.columns) {
    const path = `columns.${column}`
    if ((from === undefined) === (about === undefined)) throw emptyColumn(path)
    if (about !== undefined && !ids.includes(about)) throw unknownColumn(path, about)
    for (const name of from ?? []) if (!names.has(name)) throw unknownName(path, name)
  }
  for (const { by } of file.sort) if (!names.has(by)) throw unknownName('sort', by)
}

/** Rows are named in one way, are of a kind that the list holds, and each stands once. */
function checkRows({ rows = [], holds, curated }: DefinitionFile, { schemes }: Known): void {
  if (rows.length > 0 && !curated) throw rowsUncurated()
  const seen = new Set<string>()
  for (const [at, row] of rows.entries()) {
    const path = `rows.${at}`
    const isCoded = row.scheme !== undefined && row.code !== undefined
    const isPartial = (row.scheme === undefined) !== (row.code === undefined)
    if (isPartial || isCoded === (row.name !== undefined)) throw rowUnnamed(path)
    if (!holds.includes(row.kind)) throw unknownKind(path, row.kind)
    const scheme = row.scheme?.split(':')[0]
    if (scheme !== undefined && !schemes.has(scheme)) throw unknownScheme(path, scheme)
    const key = [row.chain, row.kind, row.scheme, row.code, row.name].join('\n')
    if (seen.has(key)) throw doubled(path)
    seen.add(key)
  }
}

/** Every name that a definition looks at, so that nothing else is read. */
export function usedNames({ file, rules }: ListDefinition): Set<string> {
  return new Set([
    ...rules.flatMap(({ rule }) => rule.uses),
    ...file.columns.flatMap(({ from }) => from ?? []),
    ...file.sort.map(({ by }) => by),
  ])
}

/**
 * All lists of several packs in their order. Two files may not say the same list.
 * Problem: `list-invalid`.
 */
export function listsOf(definitions: readonly ListDefinition[]): Map<string, ListDefinition> {
  const lists = new Map<string, ListDefinition>()
  for (const definition of definitions) {
    if (lists.has(definition.file.id)) throw doubled(definition.file.id)
    lists.set(definition.file.id, definition)
  }
  return lists
}
