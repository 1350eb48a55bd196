// Builds what runs: the server by the TypeScript compiler, file by file, into dist/, and by Vite its
// programs into dist/program, its threads into dist/threads, the browser's part into dist/public,
// and for the tests the processes that they kill into dist/children. Types are checked by
// `npm run typecheck`, not here, so that a first start takes seconds; the settings of src leave
// nothing that needs types to emit (verbatimModuleSyntax, erasableSyntaxOnly).
// usage: node tools/build.mjs [server|web|children]…
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { DIST, HOME, hashFiles, inputsOf, SETTINGS, staleHash, stampPath } from './stamp.mjs'

const SOURCES = join(HOME, 'src/')
const MANIFEST = join(DIST, '.server.json')
const LOCK = join(DIST, '.lock')
const LOCK_POLL_MS = 100
const LOCK_LIMIT_MS = 180_000

/**
 * Builds the named parts that are older than their sources; says what it does and how long. Always
 * for production, whoever asks: a test runner says `test`, and the screens that it had built would
 * carry the checks of React's development, at half the speed, to whoever starts them next.
 */
export async function build(parts = ['server', 'web'], say = console.log) {
  process.env.NODE_ENV = 'production'
  const stale = parts.filter((part) => staleHash(part) !== null)
  if (stale.length === 0) return
  const release = await lock()
  try {
    for (const part of stale) await buildPart(part, say)
  } finally {
    release()
  }
}

/** The hash is asked again inside the lock: another process may just have built the same. */
async function buildPart(part, say) {
  const hash = staleHash(part)
  if (hash === null) return
  const begun = performance.now()
  await BUILDERS[part]()
  writeFileSync(stampPath(part), hash)
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  say(`构建完成 built: ${part} (${seconds} s)`)
}

const BUILDERS = {
  server: buildServer,
  web: buildWeb,
  children: () => bundle('children', CHILDREN),
}

async function buildServer() {
  const settings = hashFiles(SETTINGS)
  const sources = inputsOf('server').filter((path) => path.startsWith('src/'))
  const before = readManifest()
  const after = Object.fromEntries(sources.map((path) => [path, settings + hashFiles([path])]))
  const changed = sources.filter((path) => before[path] !== after[path])
  const emit = changed.length === 0 ? null : await emitter()
  const broken = changed.filter((path) => !emit(path))
  for (const path of Object.keys(before)) if (!(path in after)) removeOutputs(path)
  for (const path of broken) delete after[path]
  replaceFile(MANIFEST, JSON.stringify(after))
  if (broken.length > 0) throw new Error(`not built: ${broken.join(', ')}`)
  await bundle('threads', sources.filter(isThread))
  await bundle(
    'program',
    sources.filter((path) => PROGRAMS.includes(path)),
  )
  await bundle(
    'verify',
    sources.filter((path) => path === VERIFIER),
  )
}

/**
 * Emits one source into dist: TypeScript as JavaScript with its map, anything else as it is.
 * False when the source is no TypeScript; its fellows are emitted all the same.
 */
async function emitter() {
  const { default: ts } = await import('typescript')
  const compilerOptions = readOptions(ts)
  return (path) => {
    const text = readFileSync(join(HOME, path), 'utf8')
    const output = outputOf(path)
    if (/\.(d|thread)\.ts$/.test(path)) return true
    if (!/\.tsx?$/.test(path)) return replaceFile(output, text)
    const made = ts.transpileModule(text, {
      compilerOptions,
      fileName: path,
      reportDiagnostics: true,
    })
    if (made.diagnostics.length > 0) return sayErrors(ts, made.diagnostics)
    const map = { ...JSON.parse(made.sourceMapText), sources: [mapSource(path, output)] }
    replaceFile(`${output}.map`, JSON.stringify(map))
    return replaceFile(output, made.outputText)
  }
}

/** A file emitted alone has no package around it to tell that it is a module, so it is told. */
function readOptions(ts) {
  const { config } = ts.readConfigFile(join(HOME, 'tsconfig.json'), ts.sys.readFile)
  return {
    ...ts.convertCompilerOptionsFromJson(config.compilerOptions, HOME).options,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: false,
    rewriteRelativeImportExtensions: true,
    noEmit: false,
    sourceMap: true,
  }
}

function sayErrors(ts, diagnostics) {
  const getCanonicalFileName = (name) => name
  const host = { getCurrentDirectory: () => HOME, getCanonicalFileName, getNewLine: () => '\n' }
  console.error(ts.formatDiagnostics(diagnostics, host))
  return false
}

/** These bring files of their own beside their code, so they stay where they are. */
const UNBUNDLED = ['@electric-sql/pglite', '@node-rs/argon2', 'pino']

/** What people start; a thread is started by its file name. */
const PROGRAMS = ['src/main.ts', 'src/shell/cli/lianshu.ts']

/** One file, to be handed to whoever verifies and trusts nothing else of ours. */
const VERIFIER = 'src/shell/lianshu-verify.ts'

/** What the tests start and kill. */
const CHILDREN = [
  'test/contracts/killed.ts',
  'test/campaigns/kills/killed-work.ts',
  'test/campaigns/files/spoiled-reader.ts',
]

const isThread = (path) => path.endsWith('.thread.ts')

/**
 * Bundles what is started with what it uses of its packages and nothing else. A thread is started
 * for every file that is read and the command line for every verb, and most of a start would go
 * into finding and loading a thousand small files. Threads are bundled apart from the programs, or
 * they would load what only these need.
 */
async function bundle(folder, paths) {
  if (paths.length === 0) return
  const { build: viteBuild } = await import('vite')
  const made = join(DIST, `${folder}.new`)
  await viteBuild({
    configFile: false,
    root: HOME,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true, external: UNBUNDLED, target: 'node' },
    build: {
      ssr: true,
      outDir: made,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      sourcemap: true,
      chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
      rollupOptions: {
        input: Object.fromEntries(paths.map((path) => [basename(path, '.ts'), join(HOME, path)])),
        // Modules of ours do nothing by being loaded, but for those that are started.
        treeshake: { moduleSideEffects: (id) => !id.startsWith(SOURCES) || isStarted(id) },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name].chunk.js' },
      },
    },
  })
  replaceFolder(made, join(DIST, folder))
}

const isStarted = (id) =>
  isThread(id) || [...PROGRAMS, ...CHILDREN, VERIFIER].some((path) => id === join(HOME, path))

/** Vite builds beside and the folders are swapped, so that a running server never serves a half. */
async function buildWeb() {
  const { build: viteBuild } = await import('vite')
  const made = join(DIST, 'public.new')
  await viteBuild({
    configFile: join(HOME, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: made, emptyOutDir: true },
  })
  replaceFolder(made, join(DIST, 'public'))
}

function replaceFolder(made, folder) {
  const old = `${folder}.old`
  rmSync(old, { recursive: true, force: true })
  try {
    renameSync(folder, old)
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
  renameSync(made, folder)
  rmSync(old, { recursive: true, force: true })
}

const outputOf = (path) => join(DIST, relative('src', path)).replace(/\.tsx?$/, '.js')
const mapSource = (path, output) => relative(dirname(output), join(HOME, path))

function removeOutputs(path) {
  rmSync(outputOf(path), { force: true })
  rmSync(`${outputOf(path)}.map`, { force: true })
}

/** The hash of each source that was emitted, together with the settings it was emitted by. */
function readManifest() {
  try {
    return JSON.parse(readFileSync(MANIFEST, 'utf8'))
  } catch {
    return {}
  }
}

/** A thread may load the file this very moment: it sees the old one or the new one, never a part. */
function replaceFile(path, text) {
  mkdirSync(dirname(path), { recursive: true })
  const temporary = `${path}.${process.pid}.tmp`
  writeFileSync(temporary, text)
  renameSync(temporary, path)
  return true
}

/** Two test runs in one folder must not build at once; a dead builder's lock is taken over. */
async function lock() {
  mkdirSync(DIST, { recursive: true })
  const begun = performance.now()
  while (!takeLock()) {
    if (performance.now() - begun > LOCK_LIMIT_MS) throw new Error(`another build holds ${LOCK}`)
    await new Promise((resolve) => setTimeout(resolve, LOCK_POLL_MS))
  }
  return () => rmSync(LOCK, { force: true })
}

function takeLock() {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  if (!isOwnerAlive()) rmSync(LOCK, { force: true })
  return false
}

function isOwnerAlive() {
  try {
    const owner = Number(readFileSync(LOCK, 'utf8'))
    return owner === 0 || process.kill(owner, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** npm ci builds the server, so that npx lianshu works at once; it must not fail an install. */
const isInstalling = process.env.npm_lifecycle_event === 'prepare'

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const named = process.argv.slice(2)
  try {
    await build(named.length === 0 ? undefined : named)
  } catch (error) {
    console.error(`构建失败 the build failed: ${error.message}`)
    process.exitCode = isInstalling ? 0 : 1
  }
}
