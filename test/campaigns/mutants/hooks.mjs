// The loader behind the mutants: an address that ends in ?m=FILE.NUMBER is loaded with that one change
// in that file, and so is everything beside it, so that each mutant is a graph of its own.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/** What is mutated, by the number of the file. */
export const FILES = ['src/trust/access/authorise.ts', 'src/trust/access/label.ts']

const SWAPPED = new Map([
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
  [ts.SyntaxKind.AmpersandAmpersandToken, '||'],
  [ts.SyntaxKind.BarBarToken, '&&'],
  [ts.SyntaxKind.GreaterThanToken, '<='],
  [ts.SyntaxKind.GreaterThanEqualsToken, '>'],
  [ts.SyntaxKind.LessThanToken, '>='],
  [ts.SyntaxKind.MinusToken, '+'],
  [ts.SyntaxKind.PlusToken, '-'],
])
const RENAMED = { some: 'every', every: 'some', max: 'min', indexOf: 'lastIndexOf' }

/** Every single change of a file: where it begins and ends, and what stands there instead. */
export function mutantsOf(text) {
  const file = ts.createSourceFile('a.ts', text, ts.ScriptTarget.ES2023, true)
  const found = []
  const change = (node, to) => found.push({ start: node.getStart(), end: node.getEnd(), to })
  const visit = (node) => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isTypeOnlyExportDeclaration(node))
      return
    if (ts.isBinaryExpression(node)) {
      const to = SWAPPED.get(node.operatorToken.kind)
      if (to !== undefined) change(node.operatorToken, to)
    }
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
      change(node, node.operand.getText())
    }
    if (ts.isIfStatement(node) || ts.isConditionalExpression(node)) {
      const condition = ts.isIfStatement(node) ? node.expression : node.condition
      change(condition, 'true')
      change(condition, 'false')
    }
    if (ts.isReturnStatement(node) && node.expression !== undefined)
      change(node.expression, 'undefined')
    if (ts.isExpressionStatement(node)) change(node, ';')
    if (ts.isStringLiteral(node) && !ts.isLiteralTypeNode(node.parent)) change(node, "'mutated'")
    if (ts.isNumericLiteral(node)) change(node, String(Number(node.text) + 1))
    if (node.kind === ts.SyntaxKind.TrueKeyword) change(node, 'false')
    if (node.kind === ts.SyntaxKind.FalseKeyword) change(node, 'true')
    if (ts.isPropertyAccessExpression(node) && Object.hasOwn(RENAMED, node.name.text)) {
      change(node.name, RENAMED[node.name.text])
    }
    // A step of a chain left out: what was filtered, sorted or mapped goes on as it was.
    if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      ['filter', 'sort'].includes(node.expression.name.text)
    ) {
      change(node, node.expression.expression.getText())
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

const numberOf = (url) => new URL(url).searchParams.get('m')

export async function resolve(specifier, context, next) {
  if (specifier === 'vitest') {
    return { url: new URL('./shim.ts', import.meta.url).href, shortCircuit: true }
  }
  const resolved = await next(specifier, context)
  const mutant = context.parentURL?.startsWith('file:') ? numberOf(context.parentURL) : null
  const isBeside = /\/(src\/trust\/access|test\/campaigns)\//.test(resolved.url)
  if (mutant === null || !isBeside || resolved.url.includes('?')) return resolved
  return { ...resolved, url: `${resolved.url}?m=${mutant}` }
}

export async function load(url, context, next) {
  if (!url.startsWith('file:') || numberOf(url) === null) return next(url, context)
  const [file, number] = numberOf(url).split('.').map(Number)
  const fileName = fileURLToPath(url)
  let text = readFileSync(fileName, 'utf8')
  if (fileName.endsWith(FILES[file])) {
    const { start, end, to } = mutantsOf(text)[number]
    text = text.slice(0, start) + to + text.slice(end)
  }
  const compilerOptions = {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    verbatimModuleSyntax: true,
  }
  const { outputText } = ts.transpileModule(text, { compilerOptions, fileName })
  return { format: 'module', source: outputText, shortCircuit: true }
}
