import type { Names, NameType } from './model.ts'
import { type Node, treeOf } from './tree.ts'
import {
  dividesByZero,
  notAllowed,
  notComparable,
  nullCompared,
  unknownChoice,
  unknownName,
  wrongType,
} from './words.ts'

/** A rule that was read and found honest for the names it was checked with. */
export interface Rule {
  readonly text: string
  readonly tree: Node
  /** Names that it looks at. */
  readonly uses: readonly string[]
}

/** What is known of a part before any value is: its type, and whether it can be unknown. */
interface Judged {
  readonly type: NameType
  readonly known: boolean
}

/** Functions of rules: what they take and what they give. `known` is about a name, not its value. */
const FUNCTIONS: Readonly<Record<string, { takes: readonly NameType[]; gives: NameType }>> = {
  not: { takes: ['truth'], gives: 'truth' },
  count: { takes: ['list'], gives: 'quantity' },
  'list contains': { takes: ['list', 'text'], gives: 'truth' },
  contains: { takes: ['text', 'text'], gives: 'truth' },
  'starts with': { takes: ['text', 'text'], gives: 'truth' },
}

const ORDER = ['<', '<=', '>', '>=']

class Checker {
  readonly #rule: string
  readonly #names: Names
  readonly uses = new Set<string>()

  constructor(rule: string, names: Names) {
    this.#rule = rule
    this.#names = names
  }

  demand(node: Node, type: NameType): Judged {
    const judged = this.judge(node)
    if (judged.type !== type) throw wrongType(this.#rule, node.part, type)
    return judged
  }

  #all(items: readonly Node[], type: NameType): Judged {
    const judged = items.map((each) => this.demand(each, type))
    return { type, known: judged.every(({ known }) => known) }
  }

  judge(node: Node): Judged {
    switch (node.is) {
      case 'number':
        return { type: 'quantity', known: true }
      case 'text':
        return { type: 'text', known: true }
      case 'truth':
        return { type: 'truth', known: true }
      case 'null':
        throw nullCompared(this.#rule)
      case 'name':
        return this.#name(node.name)
      case 'list':
        return { ...this.#all(node.items, 'text'), type: 'list' }
      case 'and':
      case 'or':
        return this.#all(node.items, 'truth')
      case 'sum':
        return this.#sum(node)
      default:
        return this.#joined(node)
    }
  }

  #joined(node: Extract<Node, { is: 'compare' | 'in' | 'if' | 'call' }>): Judged {
    switch (node.is) {
      case 'compare':
        return this.#compare(node)
      case 'in': {
        const [first, ...choices] = node.items
        const judged = this.judge(first)
        if (judged.type === 'list') throw notComparable(this.#rule, node.part)
        return { type: 'truth', known: this.#all(choices, judged.type).known && judged.known }
      }
      case 'if': {
        const [condition, yes, no] = node.items
        if (!this.demand(condition, 'truth').known) throw unknownChoice(this.#rule, condition.part)
        const judged = this.judge(yes)
        return { type: judged.type, known: this.demand(no, judged.type).known && judged.known }
      }
      case 'call':
        return this.#call(node)
    }
  }

  #name(name: string): Judged {
    const found = this.#names.get(name)
    if (found === undefined) throw unknownName(this.#rule, name, [...this.#names.keys()])
    this.uses.add(name)
    return found
  }

  #compare({ items, sign, part }: Extract<Node, { is: 'compare' }>): Judged {
    const [one, other] = items.map((each) => this.judge(each)) as [Judged, Judged]
    const isOrdered = ORDER.includes(sign)
    if (one.type !== other.type || one.type === 'list') throw notComparable(this.#rule, part)
    if (isOrdered && one.type === 'truth') throw notComparable(this.#rule, part)
    return { type: 'truth', known: one.known && other.known }
  }

  #sum({ items, sign, part }: Extract<Node, { is: 'sum' }>): Judged {
    const judged = this.#all(items, 'quantity')
    if (!['+', '-', '*', '/'].includes(sign)) throw notAllowed(this.#rule, part)
    if (sign !== '/') return judged
    const divisor = items[1]
    if (divisor?.is === 'number' && Number(divisor.text) === 0) {
      throw dividesByZero(this.#rule, part)
    }
    return { type: 'quantity', known: judged.known && divisor?.is === 'number' }
  }

  #call({ name, items, part }: Extract<Node, { is: 'call' }>): Judged {
    if (name === 'known') {
      if (items.length !== 1 || items[0]?.is !== 'name') throw notAllowed(this.#rule, part)
      this.#name(items[0].name)
      return { type: 'truth', known: true }
    }
    const definition = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined
    if (definition === undefined) throw notAllowed(this.#rule, `${name}()`)
    if (items.length !== definition.takes.length) throw notAllowed(this.#rule, part)
    const judged = items.map((each, at) => this.demand(each, definition.takes[at] as NameType))
    return { type: definition.gives, known: judged.every(({ known }) => known) }
  }
}

/**
 * Reads a rule and refuses what could not be decided honestly: names outside the closed list, sides
 * of different types, `if` on what may be unknown, comparison with null, division by zero.
 * Problem: `rule-invalid`.
 */
export function checkRule(text: string, names: Names): Rule {
  const tree = treeOf(text)
  const checker = new Checker(text, names)
  checker.demand(tree, 'truth')
  return { text, tree, uses: [...checker.uses] }
}
