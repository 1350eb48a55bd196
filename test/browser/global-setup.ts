/**
 * Before the browser tests: both parts are built, the Chromium to drive is named, and one
 * installation is filled with the sample. Every test file starts the product on a copy of it, so
 * that the sample is loaded once and yet no file sees what another has written. It is filled while
 * other tests run already; a stage waits for it.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from '../../tools/machine.ts'
import { startProduct } from '../../tools/server.ts'
import { buildParts } from '../global-setup.ts'
import { filledMark } from './sample-copy.ts'

let directory: string | null = null
let filling: Promise<void> | null = null

export async function setup(): Promise<void> {
  const chromium = findChromium()
  if (chromium === null) {
    console.log('跳过 skipped: the browser tests: 没有 no Chromium')
    return
  }
  buildParts('server', 'web')
  directory = mkdtempSync(join(tmpdir(), 'lianshu-with-sample-'))
  filling = fill(directory)
  process.env.LIANSHU_CHROMIUM = chromium
  process.env.BROWSER_TEST_SAMPLE = directory
}

/** Leaves a mark that says whether it went well, for the processes of the tests to read. */
async function fill(folder: string): Promise<void> {
  const fault = await startProduct({ directory: folder, sample: true })
    .then((product) => product.stop())
    .then(
      () => '',
      (error: Error) => error.message,
    )
  writeFileSync(filledMark(folder), fault)
}

export async function teardown(): Promise<void> {
  await filling
  if (directory === null) return
  rmSync(filledMark(directory), { force: true })
  rmSync(directory, { recursive: true, force: true })
}
