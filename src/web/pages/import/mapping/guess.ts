/**
 * A first mapping from the titles of the columns and the look of the cells, so that a person only
 * corrects. It guesses nothing that the vocabulary does not name. Pure.
 */
import type { PropertyWords, Vocabulary, Words } from '../../../api/index.ts'
import { type Assignment, assign, type Column, withKind } from './assign.ts'
import type { MappingShape } from './shape.ts'

export interface Table {
  columns: readonly Column[]
  /** Cells of the sample rows, by the index of their column. */
  rows: readonly (readonly string[])[]
}

/** Titles that offices write, where the vocabulary hands them along. */
type Titled = { words: Words; columns?: readonly string[] }

const CREDIT_CODE = /^[0-9A-HJ-NPQRTUWXY]{18}$/
const STOCK_CODE = /^\d{6}(\.[A-Z]{2})?$/

/** The blank mapping with every column assigned whose meaning its title or its cells give away. */
export function guessMapping(
  blank: MappingShape,
  table: Table,
  vocabulary: Vocabulary,
): MappingShape {
  const valueKindOf = (property: string) =>
    vocabulary.properties.find(({ id }) => id === property)?.value ?? 'text'
  const kind = kindOf(table.columns, vocabulary)
  const properties = vocabulary.kinds.find(({ id }) => id === kind)?.properties ?? []
  const edges = vocabulary.edges.filter(({ from }) => from.includes(kind)).map(({ id }) => id)
  let mapping = withKind(blank, kind, new Set([...properties, ...edges]))
  const known = vocabulary.properties.filter(({ id }) => properties.includes(id))
  const key = keyIn(table, known)
  const name = nameIn(table.columns, known, vocabulary, kind)
  const own: Key | null = name && { column: name, assignment: `key:list:${blank.id}` }
  const first = key ?? own
  if (first) mapping = assign(mapping, first.column, first.assignment, valueKindOf)
  const [begun] = table.columns
  if (begun && first && begun !== first.column && begun !== name) {
    mapping = assign(mapping, begun, null, valueKindOf)
  }
  if (key && name) mapping = assign(mapping, name, 'property:name', valueKindOf)
  const taken = new Set([key?.column.index, name?.index])
  const used = new Set(['name'])
  for (const { column, property } of named(table.columns, known)) {
    if (taken.has(column.index) || used.has(property)) continue
    used.add(property)
    mapping = assign(mapping, column, `property:${property}`, valueKindOf)
  }
  return mapping
}

/** The column of names: titled 名称 or 企业名称, or with the word of the kind alone. */
function nameIn(
  columns: readonly Column[],
  known: readonly PropertyWords[],
  { kinds }: Vocabulary,
  kind: string,
): Column | null {
  const name = known.find(({ id }) => id === 'name')
  const thing = kinds.find(({ id }) => id === kind)
  const found =
    columns.find(({ title }) => name !== undefined && isTitle(title, name)) ??
    columns.find(({ title }) => thing !== undefined && isTitle(title, thing)) ??
    columns.find(({ title }) => /(名称|全称|name)$/i.test(title.trim()))
  return found ?? null
}

/** The kind whose name stands in a title (企业名称), else firms: most tables are about them. */
function kindOf(columns: readonly Column[], { kinds }: Vocabulary): string {
  const titled = kinds.find((kind) =>
    columns.some(({ title }) => isTitle(title, kind) || startsWith(title, kind)),
  )
  return titled?.id ?? 'firm'
}

function startsWith(title: string, { words }: Titled): boolean {
  const plain = plainTitle(title)
  return plain.startsWith(words.zh) || plain.startsWith(words.en.toLowerCase())
}

interface Key {
  column: Column
  assignment: Assignment
}

/** A column full of codes that know a thing again; without one, the column of names. */
function keyIn(table: Table, known: readonly PropertyWords[]): Key | null {
  const credit = table.columns.find((column) => isFullOf(table, column, CREDIT_CODE))
  if (credit) return { column: credit, assignment: 'key:credit-code' }
  const stockCode = known.find(({ id }) => id === 'stockCode')
  const stock = table.columns.find(
    (column) =>
      isFullOf(table, column, STOCK_CODE) &&
      (/证券|股票|code/i.test(column.title) || (stockCode && isTitle(column.title, stockCode))),
  )
  return stock ? { column: stock, assignment: 'key:stock-code' } : null
}

function isFullOf({ rows }: Table, { index }: Column, pattern: RegExp): boolean {
  const cells = rows.map((cells) => (cells[index] ?? '').trim()).filter((cell) => cell !== '')
  return cells.length > 0 && cells.every((cell) => pattern.test(cell))
}

/** Columns with the property that their titles name. */
function named(
  columns: readonly Column[],
  known: readonly PropertyWords[],
): { column: Column; property: string }[] {
  return columns.flatMap((column) => {
    const property = known.find((each) => isTitle(column.title, each))
    return property === undefined ? [] : [{ column, property: property.id }]
  })
}

function isTitle(title: string, { words, columns = [] }: Titled): boolean {
  const plain = plainTitle(title)
  return [words.zh, words.en, ...columns].some((each) => plainTitle(each) === plain)
}

/** Without blanks, width, case, or the unit in brackets. */
function plainTitle(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/[(（][^)）]*[)）]/g, '')
    .replace(/[\s_]+/g, '')
    .toLowerCase()
}
