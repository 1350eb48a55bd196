import { copyFile, mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Each file with the mark by which a change of it is seen. */
type Marks = Map<string, string>

/** A file that was touched so shortly before it was copied may have been copied half. */
const UNSURE_MS = 2_000

/**
 * Copies the engine's directory while it goes on working, then once more, under `hold`, what has
 * changed meanwhile: the engine stands still for the second part alone. What is copied then is what
 * a killed process would have left, and the engine begins from that as it does after a kill.
 */
export async function copyDirectory(
  from: string,
  to: string,
  hold: (work: () => Promise<void>) => Promise<void>,
): Promise<void> {
  await rm(to, { recursive: true, force: true })
  const begun = Date.now()
  const copied: Marks = new Map()
  await copyChanged(from, to, copied, begun)
  await hold(async () => {
    const there = await copyChanged(from, to, copied, begun)
    for (const path of copied.keys()) {
      if (!there.has(path)) await rm(join(to, path), { force: true })
    }
  })
}

async function copyChanged(
  from: string,
  to: string,
  copied: Marks,
  begun: number,
  below = '',
): Promise<Set<string>> {
  const there = new Set<string>()
  await mkdir(join(to, below), { recursive: true, mode: 0o700 })
  for (const entry of await readdir(join(from, below), { withFileTypes: true })) {
    const path = join(below, entry.name)
    if (entry.isDirectory()) {
      for (const each of await copyChanged(from, to, copied, begun, path)) there.add(each)
      continue
    }
    const found = await stat(join(from, path), { bigint: true }).catch(orGone)
    if (found === null) continue
    there.add(path)
    const mark = `${found.size} ${found.mtimeNs}`
    const isSure = Number(found.mtimeNs / 1_000_000n) < begun - UNSURE_MS
    if (isSure && copied.get(path) === mark) continue
    const isCopied = await copyFile(join(from, path), join(to, path)).then(() => true, orGone)
    if (isCopied !== null) copied.set(path, mark)
  }
  return there
}

/** The engine takes files away at any time. */
function orGone(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
