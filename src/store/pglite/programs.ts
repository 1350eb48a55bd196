import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

/** The compiled programs of the embedded engine, as `PGlite.create` takes them. */
export interface EnginePrograms {
  readonly pgliteWasmModule: WebAssembly.Module
  readonly initdbWasmModule: WebAssembly.Module
}

let compiled: Promise<EnginePrograms> | null = null

/**
 * The programs, compiled once a process and handed to each thread of the engine: compiling them
 * anew takes a thread half of its start, also when the watchdog has just ended the one before.
 */
export function enginePrograms(): Promise<EnginePrograms> {
  compiled ??= compilePrograms()
  return compiled
}

async function compilePrograms(): Promise<EnginePrograms> {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite')
  const compile = async (name: string): Promise<WebAssembly.Module> =>
    WebAssembly.compile(await readFile(new URL(name, pathToFileURL(entry))))
  const [pgliteWasmModule, initdbWasmModule] = await Promise.all([
    compile('pglite.wasm'),
    compile('initdb.wasm'),
  ])
  return { pgliteWasmModule, initdbWasmModule }
}
