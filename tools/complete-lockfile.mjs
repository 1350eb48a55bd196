// Adds to package-lock.json the native parts of other systems that the registry at hand did not
// offer when the lockfile was made. npm then leaves them out, and `npm ci` refuses such a lockfile
// everywhere. Their versions stand in the packages that want them; without the hash of bytes that
// nobody here could fetch. usage: node tools/complete-lockfile.mjs    (after npm install)
import { readFileSync, writeFileSync } from 'node:fs'

const FILE = 'package-lock.json'
/** system-processor and perhaps a C library, as native packages end their names. */
const NATIVE =
  /(?<os>android|darwin|freebsd|linux|openharmony|win32)-(?<cpu>arm64|arm|x64|ia32|ppc64|riscv64|s390x)(?:-(?<abi>[a-z]+))?$/

const lock = JSON.parse(readFileSync(FILE, 'utf8'))
const { packages } = lock
const wanted = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
  Object.entries(optionalDependencies).filter(
    ([name]) => !(`node_modules/${name}` in packages || `${path}/node_modules/${name}` in packages),
  ),
)
for (const [name, version] of wanted) packages[`node_modules/${name}`] = entry(name, version)
const byName = ([a], [b]) => a.localeCompare(b, 'en')
lock.packages = Object.fromEntries(Object.entries(packages).sort(byName))
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`补入 added: ${wanted.length}`)

/** As npm would have written it, with what a package of the same family says of itself. */
function entry(name, version) {
  const found = NATIVE.exec(name)
  if (found === null) throw new Error(`no system can be read from the name ${name}`)
  const { os, cpu, abi = '' } = found.groups
  const family = `node_modules/${name.slice(0, found.index)}`
  const kin = Object.entries(packages).find(
    ([path, own]) => path.startsWith(family) && own.os !== undefined,
  )?.[1]
  const libc = os !== 'linux' || cpu === 'arm' ? null : abi === 'musl' ? 'musl' : 'glibc'
  return {
    version,
    cpu: [cpu],
    ...(kin?.dev === true && { dev: true }),
    ...(libc !== null && { libc: [libc] }),
    ...(kin?.license !== undefined && { license: kin.license }),
    optional: true,
    os: [os],
    ...(kin?.engines !== undefined && { engines: kin.engines }),
  }
}
