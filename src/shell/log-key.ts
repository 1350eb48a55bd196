/**
 * `log-key.pem`: the private half of the key that signs the log's checkpoints, made at the first
 * start and readable by its owner alone. It never enters the database, a backup of it or the log.
 */
import { join } from 'node:path'
import { Problem } from '../base/index.ts'
import type { SigningKey, Suite } from '../trust/log/index.ts'
import { keptKey } from './kept-key.ts'
import { canCompute, newPrivateKey, signingKeyFrom, suiteMissing } from './signing-key.ts'

/**
 * The key of a directory; makes one of this suite where there is none.
 * Problems: `log-suite-missing` where this build of Node cannot compute the suite,
 * `log-key-suite` where the key that is there is of another.
 */
export async function openLogKey(directory: string, suite: Suite): Promise<SigningKey> {
  if (!canCompute(suite)) throw suiteMissing(suite)
  const pem = await keptKey(join(directory, 'log-key.pem'), () => newPrivateKey(suite))
  const key = signingKeyFrom(pem)
  if (key.suite !== suite) {
    throw new Problem('log-key-suite', { has: key.suite.name, needed: suite.name })
  }
  return key
}
