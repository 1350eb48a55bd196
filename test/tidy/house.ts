/** The code as data: every text file of the project, and the sources parsed with their imports. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path/posix'
import ts from 'typescript'

export interface Import {
  /** As written: './x.ts' or 'hono'. */
  specifier: string
  /** Path from the project's folder, or null for a package. */
  path: string | null
  /** Names that are taken, as the other module calls them. */
  names: readonly string[]
}

export interface Source {
  path: string
  text: string
  tree: ts.SourceFile
  imports: readonly Import[]
}

export interface House {
  /** Every text file, by its path from the project's folder. */
  files: ReadonlyMap<string, string>
  /** TypeScript below src/, test/ and tools/. */
  sources: readonly Source[]
}

/** A rule of the house: what it says, and where it is broken ("path: what"). */
export interface Rule {
  name: string
  says: string
  find(house: House): string[]
}

const OUTSIDE = /^(node_modules|dist|coverage|test-results|\.git|\.lianshu)(\/|$)/
const TEXT = /(\.(ts|tsx|mjs|js|json|jsonl|md|sql|css|html|csv|yaml|yml|txt|svg)|\/run|^\.npmrc)$/

/** Reads the house from the disk; folders that are made and not written are left out. */
export function readHouse(root: string): House {
  const files = new Map<string, string>()
  const visit = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (OUTSIDE.test(path)) continue
      if (entry.isDirectory()) visit(path)
      else if (TEXT.test(path)) files.set(path, readFileSync(join(root, path), 'utf8'))
    }
  }
  visit('')
  return houseOf(files)
}

/** A house out of texts, so that a rule can be shown a violation that nobody has to commit. */
export function houseOf(files: ReadonlyMap<string, string>): House {
  const sources = [...files]
    .filter(([path]) => /^(src|test|tools)\/.*\.tsx?$/.test(path))
    .map(([path, text]) => parse(path, text))
  return { files, sources }
}

function parse(path: string, text: string): Source {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const imports = nodesOf(tree).flatMap((node) => importOf(path, node))
  return { path, text, tree, imports }
}

/** Static, re-exported, dynamic and type-position imports: each of them is an arrow. */
function importOf(from: string, node: ts.Node): Import[] {
  const literal = specifierOf(node)
  if (literal === null) return []
  const isOwn = literal.startsWith('.')
  const path = isOwn ? normalize(join(dirname(from), literal)) : null
  return [{ specifier: literal, path, names: namesOf(node) }]
}

function specifierOf(node: ts.Node): string | null {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    const { moduleSpecifier } = node
    return moduleSpecifier && ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : null
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [argument] = node.arguments
    return argument && ts.isStringLiteralLike(argument) ? argument.text : null
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    const { literal } = node.argument
    return ts.isStringLiteral(literal) ? literal.text : null
  }
  return null
}

function namesOf(node: ts.Node): string[] {
  if (!ts.isImportDeclaration(node)) return []
  const bindings = node.importClause?.namedBindings
  if (!bindings || !ts.isNamedImports(bindings)) return []
  return bindings.elements.map(({ name, propertyName }) => (propertyName ?? name).text)
}

/** Every node of a tree, parents before children. */
export function nodesOf(tree: ts.Node): ts.Node[] {
  const found: ts.Node[] = []
  const visit = (node: ts.Node): void => {
    found.push(node)
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

export const lineOf = (tree: ts.SourceFile, position: number): number =>
  tree.getLineAndCharacterOfPosition(position).line + 1

/** Tests, and the cases that several tests share. */
export const isForTests = (path: string): boolean =>
  path.startsWith('test/') || /\.(test|case)\.tsx?$/.test(path)

/** What runs in the product. */
export const productOf = (house: House): Source[] =>
  house.sources.filter(({ path }) => path.startsWith('src/') && !isForTests(path))

/** First folder below src/, or the file itself: 'graph' of src/graph/chain/map.ts. */
export const folderOf = (path: string): string => path.split('/')[1] ?? ''

/** Runs one check over every source of the product. */
export const offences = (house: House, find: (source: Source) => readonly string[]): string[] =>
  productOf(house).flatMap((source) => find(source).map((what) => `${source.path}: ${what}`))
