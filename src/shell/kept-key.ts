/** Keys of the installation: files made once, for their owner alone. They never enter the database. */
import { link, open, readFile, unlink } from 'node:fs/promises'

/**
 * The text of a key file; makes it where there is none. Of two processes that begin at once one
 * makes the key, and both then read that one.
 */
export async function keptKey(path: string, make: () => string): Promise<string> {
  return (await readIfThere(path)) ?? (await makeKey(path, make()))
}

async function makeKey(path: string, text: string): Promise<string> {
  const draft = `${path}.${process.pid}.${process.hrtime.bigint()}`
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  try {
    await link(draft, path)
    return text
  } catch (error) {
    const made = await readIfThere(path)
    if (made === null) throw error
    return made
  } finally {
    await unlink(draft)
  }
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
