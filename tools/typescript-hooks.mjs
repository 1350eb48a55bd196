// The loader behind typescript.mjs: types are taken away, nothing else is changed.
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const compilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  jsx: ts.JsxEmit.ReactJSX,
  verbatimModuleSyntax: true,
  inlineSourceMap: true,
}

export async function load(url, context, nextLoad) {
  if (!url.startsWith('file:') || !/\.tsx?$/.test(url)) return nextLoad(url, context)
  const fileName = fileURLToPath(url)
  const made = ts.transpileModule(await readFile(fileName, 'utf8'), { compilerOptions, fileName })
  return { format: 'module', source: made.outputText, shortCircuit: true }
}
