/** Facts about packages: what a lockfile may say, and that each one is there for a reason. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

interface Package {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  overrides?: Record<string, unknown>
  engines: { node: string }
}

interface Entry {
  version?: string
  resolved?: string
  integrity?: string
  os?: string[]
  cpu?: string[]
  libc?: string[]
  optionalDependencies?: Record<string, string>
}

interface Lock {
  packages: Record<string, Entry>
}

/** Characters that a reason takes at least; Chinese says much in few. */
const REASON_MIN = 10

const own: Package = JSON.parse(readFileSync('package.json', 'utf8'))
const lock: Lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const named = { ...own.dependencies, ...own.devDependencies }
const locked = Object.entries(lock.packages).filter(([path]) => path !== '')

test('every version is exact', () => {
  const loose = Object.entries(named).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
  )
  expect(loose).toEqual([])
})

test('the lockfile names no registry, so that each machine may bring its own', () => {
  expect(locked.filter(([, { resolved }]) => resolved !== undefined)).toEqual([])
})

test('the lockfile holds the hash of every package that can be installed here', () => {
  const isForeign = ({ os, cpu, libc }: Entry): boolean =>
    (os !== undefined && !os.includes(process.platform)) ||
    (cpu !== undefined && !cpu.includes(process.arch)) ||
    libc?.includes('musl') === true
  const bare = locked.filter(([, own]) => own.integrity === undefined && !isForeign(own))
  expect(bare).toEqual([])
})

test('the lockfile knows the native parts of every system, or npm ci refuses it', () => {
  const lost = locked.flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) =>
        !(`node_modules/${name}` in lock.packages) &&
        !(`${path}/node_modules/${name}` in lock.packages),
    ),
  )
  expect(lost, 'node tools/complete-lockfile.mjs adds them').toEqual([])
})

test('the lockfile is in step with package.json', () => {
  const versions = Object.keys(named).map((name) => [
    name,
    lock.packages[`node_modules/${name}`]?.version,
  ])
  expect(Object.fromEntries(versions)).toEqual(named)
})

test('every runtime dependency is named with its reason in docs/decisions', () => {
  const decisions = readdirSync('docs/decisions')
    .map((file) => readFileSync(`docs/decisions/${file}`, 'utf8'))
    .join('\n')
  const lines = decisions.split('\n')
  const isExplained = (name: string): boolean =>
    lines.some((line) => line.includes(`\`${name}\``) && line.length > name.length + REASON_MIN)
  const silent = Object.keys(own.dependencies).filter((name) => !isExplained(name))
  expect(silent).toEqual([])
})

test('the engine is Node 20.19 or newer', () => {
  expect(own.engines.node).toBe('>=20.19')
})
