/** Before the browser tests: both parts are built, and the Chromium to drive is named. */
import { findChromium } from '../../tools/machine.ts'
import { buildParts } from '../global-setup.ts'

export function setup(): void {
  buildParts('server', 'web')
  const chromium = findChromium()
  if (chromium === null) console.log('跳过 skipped: the browser tests: 没有 no Chromium')
  else process.env.LIANSHU_CHROMIUM = chromium
}
