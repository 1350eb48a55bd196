// Takes entries of the log into the signed tree a moment after they were written.
import { Problem, type Uuid } from '../../base/index.ts'
import { inTenant, type Store, tenantIds } from '../../store/index.ts'
import { type Head, hasWaiting, headOver, integrate } from '../../trust/checkpoint/index.ts'
import { type SigningKey, watchEntries } from '../../trust/log/index.ts'

/** Entries that come one upon the other are taken up together. */
const SETTLE_MS = 200
/** How soon entries of a process that was killed are found by another that nobody woke. */
const LOOK_MS = 10_000
/** How long an export waits for its own entry to be taken up, here or by another process. */
const COVER_LIMIT_MS = 10_000
const COVER_LOOK_MS = 50

export interface Sequencer {
  /** Takes entries up from now on, with this key. */
  start(key: SigningKey): void
  /**
   * The first checkpoint over an entry, taking it up at once where it waits.
   * Problem: `log-waiting` where it was not taken up in time.
   */
  covering(tenant: number, entry: Uuid): Promise<Head>
  /** Takes up what still waits, and ends. */
  stop(): Promise<void>
}

export interface SequencerOptions {
  readonly store: Store
  readonly now: () => Date
  /** Told of a failure that is not the store being out of reach. */
  readonly report: (error: unknown) => void
}

export function openSequencer(options: SequencerOptions): Sequencer {
  return new Loop(options)
}

class Loop implements Sequencer {
  readonly #options: SequencerOptions
  #key: SigningKey | null = null
  #running: Promise<void> = Promise.resolve()
  #soon: NodeJS.Timeout | null = null
  #looking: NodeJS.Timeout | null = null
  #unwatch: () => void = () => {}

  constructor(options: SequencerOptions) {
    this.#options = options
  }

  start(key: SigningKey): void {
    this.#key = key
    this.#unwatch = watchEntries(this.#options.store, () => this.#wake())
    this.#looking = setInterval(() => this.#wake(), LOOK_MS).unref()
    this.#wake()
  }

  async covering(tenant: number, entry: Uuid): Promise<Head> {
    const { read } = this.#options.store
    for (let waited = 0; waited <= COVER_LIMIT_MS; waited += COVER_LOOK_MS) {
      await this.#run()
      const head = await inTenant(tenant, () => headOver(read, tenant, entry))
      if (head !== null) return head
      await new Promise((resolve) => setTimeout(resolve, COVER_LOOK_MS))
    }
    throw new Problem('log-waiting')
  }

  async stop(): Promise<void> {
    this.#unwatch()
    if (this.#looking !== null) clearInterval(this.#looking)
    if (this.#soon !== null) clearTimeout(this.#soon)
    await this.#run()
    this.#key = null
  }

  #wake(): void {
    if (this.#soon !== null) return
    this.#soon = setTimeout(() => {
      this.#soon = null
      void this.#run()
    }, SETTLE_MS).unref()
  }

  /** One run after the other; whoever asks for one is answered after a run that began later. */
  #run(): Promise<void> {
    this.#running = this.#running.then(() => this.#takeUp().catch(this.#tell))
    return this.#running
  }

  async #takeUp(): Promise<void> {
    const key = this.#key
    if (key === null) return
    for (const tenant of await tenantIds(this.#options.store.read)) {
      await inTenant(tenant, () => this.#takeUpOf(tenant, key))
    }
  }

  async #takeUpOf(tenant: number, key: SigningKey): Promise<void> {
    const { store, now } = this.#options
    let more = await hasWaiting(store.read, tenant)
    while (more) {
      const taken = await integrate({ store, key, now: now() }, tenant)
      more = taken.state === 'done' && taken.more
    }
  }

  /** An unreachable store is known already and passes; anything else is a mistake of ours. */
  readonly #tell = (error: unknown): void => {
    if (!(error instanceof Problem)) this.#options.report(error)
  }
}
