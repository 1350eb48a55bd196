/** The start may skip its builds: what they were made from is known by content and not by time. */
import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

let home = ''
const build = (): string =>
  execFileSync(process.execPath, ['tools/build.mjs', 'server'], {
    cwd: home,
    encoding: 'utf8',
    stdio: 'pipe',
  })
const write = (path: string, text: string): void => writeFileSync(join(home, path), text)

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'lianshu-build-'))
  mkdirSync(join(home, 'src/store/migrations'), { recursive: true })
  mkdirSync(join(home, 'tools'))
  for (const tool of ['build.mjs', 'stamp.mjs']) cpSync(`tools/${tool}`, join(home, 'tools', tool))
  for (const file of ['package.json', 'package-lock.json', 'tsconfig.json'])
    cpSync(file, join(home, file))
  symlinkSync(join(process.cwd(), 'node_modules'), join(home, 'node_modules'))
  write('src/main.ts', "import { word } from './word.ts'\nexport const said: string = word\n")
  write('src/word.ts', "export const word = 'first'\n")
  write('src/store/migrations/0001_store.sql', '-- Where everything begins.\n')
})

afterAll(() => rmSync(home, { recursive: true, force: true }))

test('the first build emits every source and copies the migrations', () => {
  expect(build()).toContain('server')
  expect(existsSync(join(home, 'dist/word.js'))).toBe(true)
  expect(existsSync(join(home, 'dist/store/migrations/0001_store.sql'))).toBe(true)
})

test('a second build does nothing, nor does one after a changed test', () => {
  expect(build()).toBe('')
  write('src/word.test.ts', 'export {}\n')
  expect(build()).toBe('')
})

test('a changed source is built again, and a removed one leaves nothing behind', async () => {
  write('src/main.ts', "export const said: string = 'second'\n")
  rmSync(join(home, 'src/word.ts'))
  expect(build()).toContain('server')
  expect(existsSync(join(home, 'dist/word.js'))).toBe(false)
  const { said } = await import(join(home, 'dist/program/main.js'))
  expect(said).toBe('second')
})

test('what is no TypeScript is named, and the others are built all the same', () => {
  write('src/broken.ts', 'export const = \n')
  write('src/main.ts', "export const said: string = 'third'\n")
  expect(build).toThrow('src/broken.ts')
  expect(existsSync(join(home, 'dist/main.js'))).toBe(true)
})
