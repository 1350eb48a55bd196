// A thread for the tests of runThread: does what its input says.
import { Problem } from '../../dist/base/index.js'
import { threadPort } from '../../dist/store/threads/index.js'

threadPort(async ({ task, count }, send) => {
  if (task === 'spin') for (;;);
  if (task === 'hoard') for (const kept = []; ; ) kept.push(new Array(10_000).fill(count))
  if (task === 'buffers') {
    const kept = []
    for (;;) {
      kept.push(new Uint8Array(10_000_000))
      await send(kept.length)
    }
  }
  if (task === 'problem') throw new Problem('column-missing', { column: 'code' })
  if (task === 'mistake') throw new TypeError('our mistake')
  if (task === 'exit') process.exit(3)
  for (let n = 1; n <= count; n++) await send(n)
  if (task === 'flood') await Promise.all(Array.from({ length: count }, (_, n) => send(n)))
  if (task === 'bytes') {
    const bytes = new Uint8Array(1000).fill(7)
    await send(bytes, [bytes.buffer])
    return bytes.length
  }
  return { sent: count }
})
