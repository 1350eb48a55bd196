/** Facts about packages: what a lockfile may say, and that each one is there for a reason. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

interface Package {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  overrides?: Record<string, unknown>
  engines: { node: string }
}

interface Lock {
  lockfileVersion: number
  packages: Record<
    string,
    { version?: string; resolved?: string; integrity?: string; link?: boolean }
  >
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

test('the lockfile holds the hash of every package', () => {
  expect(
    locked.filter(([, { integrity, link }]) => integrity === undefined && link !== true),
  ).toEqual([])
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
