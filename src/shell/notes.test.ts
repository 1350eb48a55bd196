import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'

/** Ten times what a pipe holds. */
const LINES = 10_000

test('a pipe that nobody reads does not stop whoever writes notes', async () => {
  const notes = pathToFileURL(join(process.cwd(), 'dist/shell/notes.js')).href
  const program = `
    import { openNotes } from '${notes}'
    const notes = openNotes('info')
    for (let line = 0; line < ${LINES}; line += 1) notes.info({ line }, 'one of many')
    setTimeout(() => process.stdout.write('goes on', () => process.kill(process.pid, 'SIGKILL')), 50)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [said] = await once(child.stdout, 'data')
  expect(String(said)).toBe('goes on')
  await once(child, 'exit')
})
