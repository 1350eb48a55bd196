/**
 * `secret-key`: the key under which secrets rest in the database, made at the first start and
 * readable by its owner alone. A backup of the data does not hold it: restored without it, second
 * factors by one-time codes open for recovery codes alone, until they are set up anew.
 */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { makeSealer, type Sealer } from '../trust/factor/index.ts'
import { keptKey } from './kept-key.ts'

const KEY_BYTES = 32

/** The sealer of a directory. */
export async function openSealer(directory: string): Promise<Sealer> {
  const text = await keptKey(join(directory, 'secret-key'), () =>
    randomBytes(KEY_BYTES).toString('base64'),
  )
  return makeSealer(new Uint8Array(Buffer.from(text.trim(), 'base64')))
}
