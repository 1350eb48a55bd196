import { parseExpression } from 'feelin'
import { notAllowed, unreadable } from './words.ts'

/** An expression as this module understands it: the part of FEEL that stays honest about nulls. */
export type Node =
  | { readonly is: 'number'; readonly text: string; readonly part: string }
  | { readonly is: 'text'; readonly text: string; readonly part: string }
  | { readonly is: 'truth'; readonly value: boolean; readonly part: string }
  | { readonly is: 'null'; readonly part: string }
  | { readonly is: 'name'; readonly name: string; readonly part: string }
  | { readonly is: 'list'; readonly items: readonly Node[]; readonly part: string }
  | {
      readonly is: 'call'
      readonly name: string
      readonly items: readonly Node[]
      readonly part: string
    }
  | { readonly is: 'and' | 'or'; readonly items: readonly Node[]; readonly part: string }
  | {
      readonly is: 'compare'
      readonly sign: string
      readonly items: readonly [Node, Node]
      readonly part: string
    }
  | { readonly is: 'in'; readonly items: readonly [Node, ...Node[]]; readonly part: string }
  | {
      readonly is: 'sum'
      readonly sign: string
      readonly items: readonly Node[]
      readonly part: string
    }
  | { readonly is: 'if'; readonly items: readonly [Node, Node, Node]; readonly part: string }

/** What the parser gives for each node. */
interface Parsed {
  readonly name: string
  readonly from: number
  readonly to: number
  readonly firstChild: Parsed | null
  readonly nextSibling: Parsed | null
  readonly type: { readonly isError: boolean }
}

/** No rule that a person can read is longer. */
const LENGTH_MAX = 2000

/** Words and brackets that only hold an expression together. */
const SIGNS = new Set(['(', ')', '[', ']', ',', 'and', 'or', 'in', 'between', 'if', 'then', 'else'])

class Reader {
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  part(node: Parsed): string {
    return this.#text.slice(node.from, node.to)
  }

  children(node: Parsed): Parsed[] {
    const all: Parsed[] = []
    for (let at = node.firstChild; at !== null; at = at.nextSibling) {
      if (at.type.isError) throw unreadable(this.#text, this.part(node))
      if (!SIGNS.has(at.name)) all.push(at)
    }
    return all
  }

  /** The only child that is no sign. */
  inner(node: Parsed): Node {
    const [child, more] = this.children(node)
    if (child === undefined) throw unreadable(this.#text, this.part(node))
    if (more !== undefined) throw notAllowed(this.#text, this.part(node))
    return this.read(child)
  }

  read(node: Parsed): Node {
    const part = this.part(node)
    switch (node.name) {
      case 'Expression':
      case 'ParenthesizedExpression':
      case 'PositiveUnaryTest':
        return this.inner(node)
      case 'NumericLiteral':
        return this.#number(part)
      case 'StringLiteral':
        return this.#quoted(part)
      case 'BooleanLiteral':
        return { is: 'truth', value: part === 'true', part }
      case 'null':
        return { is: 'null', part }
      case 'VariableName':
        return { is: 'name', name: part, part }
      case 'List':
        return { is: 'list', items: this.children(node).map((each) => this.read(each)), part }
      default:
        return this.#joined(node, part)
    }
  }

  #number(part: string): Node {
    if (!/^-?(0|[1-9]\d*)(\.\d+)?$/u.test(part)) throw unreadable(this.#text, part)
    return { is: 'number', text: part, part }
  }

  #quoted(part: string): Node {
    try {
      return { is: 'text', text: String(JSON.parse(part)), part }
    } catch {
      throw unreadable(this.#text, part)
    }
  }

  #joined(node: Parsed, part: string): Node {
    const items = () => this.children(node).map((each) => this.read(each))
    switch (node.name) {
      case 'Conjunction':
        return { is: 'and', items: items(), part }
      case 'Disjunction':
        return { is: 'or', items: items(), part }
      case 'IfExpression': {
        const [condition, yes, no] = items()
        if (!condition || !yes || !no) throw unreadable(this.#text, part)
        return { is: 'if', items: [condition, yes, no], part }
      }
      case 'FunctionInvocation':
        return this.#call(node, part)
      case 'ArithmeticExpression':
        return this.#sum(node, part)
      case 'Comparison':
        return this.#comparison(node, part)
      default:
        throw notAllowed(this.#text, part)
    }
  }

  #call(node: Parsed, part: string): Node {
    const [name, list] = this.children(node)
    if (name === undefined || list?.name === 'NamedParameters') throw notAllowed(this.#text, part)
    const items = list === undefined ? [] : this.children(list).map((each) => this.read(each))
    return { is: 'call', name: this.part(name), items, part }
  }

  #sum(node: Parsed, part: string): Node {
    const children = this.children(node)
    const sign = children.find(({ name }) => name === 'ArithOp')
    const items = children.filter(({ name }) => name !== 'ArithOp').map((each) => this.read(each))
    if (sign === undefined) throw unreadable(this.#text, part)
    return { is: 'sum', sign: this.part(sign), items, part }
  }

  #comparison(node: Parsed, part: string): Node {
    const children = this.children(node)
    const sign = children.find(({ name }) => name === 'CompareOp')
    const spread = children.flatMap((each) =>
      each.name === 'PositiveUnaryTests' ? this.children(each) : [each],
    )
    const [first, second, third] = spread.filter(({ name }) => name !== 'CompareOp')
    if (first === undefined || second === undefined) throw unreadable(this.#text, part)
    const one = this.read(first)
    if (sign !== undefined) {
      return { is: 'compare', sign: this.part(sign), items: [one, this.read(second)], part }
    }
    const word = this.#wordOf(node)
    if (word === 'in') {
      const choices = spread.slice(1).map((each) => this.read(each))
      const [only] = choices
      const flat = choices.length === 1 && only?.is === 'list' ? only.items : choices
      return { is: 'in', items: [one, ...flat], part }
    }
    if (third === undefined) throw unreadable(this.#text, part)
    const low: Node = { is: 'compare', sign: '>=', items: [one, this.read(second)], part }
    const high: Node = { is: 'compare', sign: '<=', items: [one, this.read(third)], part }
    return { is: 'and', items: [low, high], part }
  }

  #wordOf(node: Parsed): string | null {
    for (let at = node.firstChild; at !== null; at = at.nextSibling) {
      if (at.name === 'in' || at.name === 'between') return at.name
    }
    return null
  }
}

/** Reads an expression. Problem: `rule-invalid`. */
export function treeOf(text: string): Node {
  if (text.length > LENGTH_MAX) throw unreadable(`${text.slice(0, 40)}…`, '')
  const tree = parseExpression(text, {}, undefined)
  const top = tree.topNode as unknown as Parsed
  return new Reader(text).read(top)
}
