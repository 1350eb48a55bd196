/** Copies of the installation that holds the sample, once it is filled. */
import { cpSync, existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const POLL_MS = 200

/** The file that says that an installation is filled: empty, or what went wrong. */
export const filledMark = (directory: string): string => `${directory}.filled`

/** A folder with a copy of the filled installation; waits until there is one. */
export async function sampleCopy(): Promise<string> {
  const filled = process.env.BROWSER_TEST_SAMPLE ?? ''
  while (!existsSync(filledMark(filled))) await wait(POLL_MS)
  const fault = readFileSync(filledMark(filled), 'utf8')
  if (fault !== '') throw new Error(`the sample was not loaded: ${fault}`)
  const directory = mkdtempSync(join(tmpdir(), 'lianshu-browser-'))
  cpSync(filled, directory, { recursive: true })
  return directory
}
