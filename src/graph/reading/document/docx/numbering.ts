import type { Archive } from '../../container/index.ts'
import { readXml } from '../../workbook/index.ts'
import { type Format, formatNumber } from './number-format.ts'

/** How one level of a list is numbered. */
export interface Level {
  start: number
  format: Format
  /** `第%1条`, `%1.%2`; `%n` stands for the number of level n. */
  text: string
  hasGap: boolean
}

/** What a document says of its numbers: lists by id, and styles that belong to one. */
export interface NumberingRules {
  lists: ReadonlyMap<string, ReadonlyMap<number, Level>>
  styles: ReadonlyMap<string, { list: string | null; level: number | null; parent: string | null }>
}

/** Counts the numbered paragraphs of a document as it is read from the top. */
export class Numbering {
  readonly #rules: NumberingRules
  readonly #counts = new Map<string, number[]>()

  constructor(rules: NumberingRules) {
    this.#rules = rules
  }

  /** What is printed before a paragraph, with the gap behind it; empty where it has no number. */
  next(stated: { list: string | null; level: number | null; style: string | null }): string {
    const styled = this.#ofStyle(stated.style)
    const list = stated.list ?? styled.list
    const depth = stated.level ?? styled.level ?? 0
    const levels = list === null ? undefined : this.#rules.lists.get(list)
    const level = levels?.get(depth)
    if (list === null || levels === undefined || level === undefined) return ''
    const counts = this.#counts.get(list) ?? []
    this.#counts.set(list, counts)
    counts.length = Math.min(counts.length, depth + 1)
    for (let at = 0; at < depth; at += 1) counts[at] ??= levels.get(at)?.start ?? 1
    const before = counts[depth]
    counts[depth] = before === undefined ? level.start : before + 1
    const label = labelOf(level, levels, counts)
    return label === '' ? '' : label + (level.hasGap ? ' ' : '')
  }

  #ofStyle(style: string | null): { list: string | null; level: number | null } {
    let level: number | null = null
    let at = style
    for (let steps = 0; at !== null && steps < 20; steps += 1) {
      const found = this.#rules.styles.get(at)
      level ??= found?.level ?? null
      if (found?.list != null) return { list: found.list, level }
      at = found?.parent ?? null
    }
    return { list: null, level: null }
  }
}

function labelOf(
  level: Level,
  levels: ReadonlyMap<number, Level>,
  counts: readonly number[],
): string {
  if (level.format === 'none') return ''
  // The bullets of Word are private characters of symbol fonts.
  if (level.format === 'bullet') return /\p{Co}|^$/u.test(level.text) ? '•' : level.text
  return level.text.replace(/%(\d)/g, (_, digit: string) => {
    const at = Number(digit) - 1
    return formatNumber(counts[at] ?? 1, levels.get(at)?.format ?? 'decimal')
  })
}

export async function readNumbering(archive: Archive): Promise<NumberingRules> {
  const reader = new NumberingReader()
  for (const part of ['word/numbering.xml', 'word/styles.xml']) {
    if (archive.has(part)) await readXml(part, archive.part(part), reader)
  }
  return reader.rules()
}

class NumberingReader {
  readonly #drafts = new Map<string, Map<number, Level>>()
  readonly #lists = new Map<string, { draft: string; starts: Map<number, number> }>()
  readonly #styles = new Map<
    string,
    { list: string | null; level: number | null; parent: string | null }
  >()
  #draft: Map<number, Level> | null = null
  #level: Level | null = null
  #list: { draft: string; starts: Map<number, number> } | null = null
  #overridden = 0
  #style: { list: string | null; level: number | null; parent: string | null } | null = null

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const value = attributes['w:val'] ?? ''
    if (name === 'abstractNum') this.#beginDraft(attributes['w:abstractNumId'] ?? '')
    else if (name === 'num') this.#beginList(attributes['w:numId'] ?? '')
    else if (name === 'style') this.#beginStyle(attributes['w:styleId'] ?? '')
    else if (this.#style !== null) this.#ofStyle(name, value)
    else if (this.#list !== null) this.#ofList(name, value, attributes)
    else if (this.#draft !== null) this.#ofDraft(name, value, attributes)
  }

  rules(): NumberingRules {
    const lists = new Map<string, ReadonlyMap<number, Level>>()
    for (const [id, { draft, starts }] of this.#lists) {
      const levels = new Map(this.#drafts.get(draft) ?? [])
      for (const [at, start] of starts) {
        const level = levels.get(at)
        if (level !== undefined) levels.set(at, { ...level, start })
      }
      lists.set(id, levels)
    }
    return { lists, styles: this.#styles }
  }

  #beginDraft(id: string): void {
    this.#draft = new Map()
    this.#drafts.set(id, this.#draft)
  }

  #beginList(id: string): void {
    this.#list = { draft: '', starts: new Map() }
    this.#lists.set(id, this.#list)
  }

  #beginStyle(id: string): void {
    this.#style = { list: null, level: null, parent: null }
    this.#styles.set(id, this.#style)
  }

  #ofStyle(name: string, value: string): void {
    if (this.#style === null) return
    if (name === 'numId') this.#style.list = value
    if (name === 'ilvl') this.#style.level = Number(value)
    if (name === 'basedOn') this.#style.parent = value
  }

  #ofList(name: string, value: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#list === null) return
    if (name === 'abstractNumId') this.#list.draft = value
    if (name === 'lvlOverride') this.#overridden = Number(attributes['w:ilvl'] ?? 0)
    if (name === 'startOverride') this.#list.starts.set(this.#overridden, Number(value))
  }

  #ofDraft(name: string, value: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'lvl') {
      this.#level = { start: 1, format: 'decimal', text: '', hasGap: true }
      this.#draft?.set(Number(attributes['w:ilvl'] ?? 0), this.#level)
    }
    if (this.#level === null) return
    if (name === 'start') this.#level.start = Number(value)
    if (name === 'numFmt') this.#level.format = value
    if (name === 'lvlText') this.#level.text = value
    if (name === 'suff') this.#level.hasGap = value !== 'nothing'
  }
}
