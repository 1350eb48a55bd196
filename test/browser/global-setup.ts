/**
 * Before the browser tests: both parts are built, the Chromium to drive is named, and one
 * installation is filled with the sample. Every test file starts the product on a copy of it, so
 * that the sample is loaded once and yet no file sees what another has written.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from '../../tools/machine.ts'
import { startProduct } from '../../tools/server.ts'
import { buildParts } from '../global-setup.ts'

let directory: string | null = null

export async function setup(): Promise<void> {
  const chromium = findChromium()
  if (chromium === null) {
    console.log('跳过 skipped: the browser tests: 没有 no Chromium')
    return
  }
  buildParts('server', 'web')
  directory = mkdtempSync(join(tmpdir(), 'lianshu-with-sample-'))
  const product = await startProduct({ directory, sample: true })
  await product.stop()
  process.env.LIANSHU_CHROMIUM = chromium
  process.env.BROWSER_TEST_SAMPLE = directory
}

export function teardown(): void {
  if (directory !== null) rmSync(directory, { recursive: true, force: true })
}
