// The embedded engine: PostgreSQL compiled to WebAssembly, asked in its own wire protocol. It runs
// in a thread of its own since a long query would otherwise stop every timer and socket of the server.
import { strict as assert } from 'node:assert'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import type { FromPglite, ToPglite } from './messages.ts'
import type { EnginePrograms } from './programs.ts'

const port = parentPort
assert(port !== null, 'the embedded engine runs in a worker thread only')
const post = (message: FromPglite, transfer: ArrayBuffer[] = []): void =>
  port.postMessage(message, transfer)

const { directory, programs } = workerData as { directory: string; programs: EnginePrograms }
// Relaxed: PGlite never syncs to the disk, so this only spares it the wait for nothing. Everything
// else stays as a server has it. `synchronous_commit` off would lose commits that were acknowledged,
// and `full_page_writes` off would tear pages, already when the process is killed; off or on, with
// `wal_level`, `wal_buffers` and twice the buffers, imports differed by less than their noise.
const database = await PGlite.create({
  dataDir: directory,
  extensions: { pg_trgm },
  relaxedDurability: true,
  ...programs,
})

async function answer(question: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = []
  await database.execProtocolRawStream(question, {
    syncToFs: false,
    onRawData: (piece) => pieces.push(piece.slice()),
  })
  return joined(pieces)
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** A session that was left must not leave its transaction, settings or statements to the next. */
async function forget(): Promise<void> {
  await database.exec('rollback')
  await database.exec('discard all')
}

async function take(message: ToPglite): Promise<void> {
  if (message.type === 'ask') {
    const bytes = await answer(message.bytes)
    post({ type: 'answer', session: message.session, bytes }, [bytes.buffer])
  } else if (message.type === 'leave') {
    await forget()
  } else {
    await database.close()
    post({ type: 'closed' })
    port?.close()
  }
}

let last: Promise<void> = Promise.resolve()
port.on('message', (message: ToPglite) => {
  last = last.then(() => take(message))
})
post({ type: 'ready' })
