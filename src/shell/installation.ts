/** An open installation: the store, the queue, and all that the program knows from its packs. */
import { randomBytes } from 'node:crypto'
import { type KeptFacts, keepFacts } from '../graph/chain/index.ts'
import type { Algorithms } from '../graph/figures/index.ts'
import type { ListDefinition } from '../graph/lists/index.ts'
import { type MoneySchema, parseMoneySchema } from '../graph/portable/index.ts'
import { type PublicationPolicy, parsePublicationPolicy } from '../graph/publication/index.ts'
import type { Mapping } from '../graph/reading/index.ts'
import { openQueue, openStore, type Queue, type Store } from '../store/index.ts'
import type { Actor } from '../trust/access/index.ts'
import { openRecorder, type Recorder } from '../trust/audit/index.ts'
import type { Sealer } from '../trust/factor/index.ts'
import type { Sessions } from '../trust/session/index.ts'
import { allAlgorithms } from './algorithms.ts'
import { baseJournal } from './backups.ts'
import type { Config } from './config.ts'
import { readLists } from './lists.ts'
import { mappingsOfPack } from './mappings.ts'
import { type Metrics, openMetrics } from './metrics.ts'
import { faultOf, type Notes } from './notes.ts'
import { localOperator } from './operator.ts'
import { type PackFiles, packJson, readPack } from './packs.ts'
import { openSealer } from './secret-key.ts'
import { type Knowledge, loadKnowledge } from './vocabulary.ts'
import { openSequencer, type Sequencer } from './worker/sequencer.ts'

export interface Installation extends Knowledge {
  readonly config: Config
  readonly notes: Notes
  readonly metrics: Metrics
  readonly store: Store
  readonly queue: Queue
  readonly sessions: Sessions
  /** Shuts away the secrets of second factors. */
  readonly sealer: Sealer
  /** Takes entries of the log into the signed tree. */
  readonly sequencer: Sequencer
  /** Writes down reads, exports, refusals and sign-ins. */
  readonly recorder: Recorder
  readonly algorithms: Algorithms
  /** Facts of chains that were read for one request and serve the next. */
  readonly keptFacts: KeptFacts
  /** The packs that are in force. */
  readonly packs: readonly PackFiles[]
  /** Mappings that come with the program. */
  readonly packMappings: readonly Mapping[]
  /** Lists that can be drawn up, by their ids in their order. */
  readonly lists: ReadonlyMap<string, ListDefinition>
  /** What must not leave the house. */
  readonly publication: PublicationPolicy
  /** How the graph is said in FollowTheMoney. */
  readonly money: MoneySchema
  /** Whether the sample is in the store; set when its loading has ended. */
  sample: boolean
  /** Proves that a request comes from the command line of this machine. */
  readonly localToken: string
  /** The actor as whom that command line reads and writes. */
  operator(): Promise<Actor>
  now(): Date
  random(sizeBytes: number): Uint8Array
  close(): Promise<void>
}

export interface OpenOptions {
  config: Config
  notes: Notes
  localToken: string
  /** The clock; tests hand in their own. */
  now?: () => Date
}

/**
 * Opens the store and the queue and loads the core pack.
 * Problems: `pack-invalid`, `list-invalid`, `store-locked`, `store-newer`, `store-unreachable`.
 */
export async function openInstallation(options: OpenOptions): Promise<Installation> {
  const { config, notes, localToken } = options
  const now = options.now ?? (() => new Date())
  const random = (sizeBytes: number): Uint8Array => new Uint8Array(randomBytes(sizeBytes))
  const knowledge = loadKnowledge(await readPack('core'))
  const publication = parsePublicationPolicy(packJson(knowledge.pack, 'publication.json'))
  const extension = await readPack('ftm-extension')
  const mappings = await readPack('mappings')
  const packMappings = mappingsOfPack(mappings)
  const { directory, databaseUrl, ownerUrl, limits } = config
  const known = await readLists(directory, knowledge.vocabulary)
  const store = await openStore({
    directory,
    journal: true,
    poolSize: limits.connections,
    watchdogMs: limits.statementMs,
    statementMs: limits.statementMs,
    ...(databaseUrl !== null && { databaseUrl }),
    ...(ownerUrl !== null && { ownerUrl }),
  })
  try {
    await baseJournal({ store, config, now })
    const sealer = await openSealer(directory)
    let queue: Queue | null = null
    const metrics = openMetrics({ store, queue: () => queue, now })
    queue = await openNotedQueue({ store, config, notes, metrics, now })
    const report = (error: unknown): void => notes.error(faultOf(error), 'log not signed')
    const sequencer = openSequencer({ store, now, report })
    const opened = queue
    return {
      ...knowledge,
      config,
      notes,
      metrics,
      store,
      queue,
      sequencer,
      recorder: openRecorder(store),
      sessions: {
        ...{ store, roles: knowledge.roles, sealer },
        limits: {
          ...{ idleMs: limits.sessionIdleMs, absoluteMs: limits.sessionMs },
          proofMs: limits.proofMs,
        },
      },
      sealer,
      algorithms: allAlgorithms(knowledge.relate),
      keptFacts: keepFacts(),
      packs: [knowledge.pack, mappings, extension, ...known.packs],
      packMappings,
      lists: known.lists,
      publication,
      money: parseMoneySchema(packJson(extension, 'schema.json')),
      sample: false,
      localToken,
      operator: () => localOperator(store, knowledge.roles),
      now,
      random,
      close: async () => {
        await opened.stop()
        metrics.close()
        await sequencer.stop()
        await store.close()
      },
    }
  } catch (error) {
    await store.close()
    throw error
  }
}

/** The queue, each of whose attempts at a job leaves a line in the notes and counts. */
function openNotedQueue({
  store,
  config: { limits },
  notes,
  metrics,
  now,
}: Pick<Installation, 'store' | 'config' | 'notes' | 'metrics' | 'now'>): Promise<Queue> {
  return openQueue(store, {
    now,
    atOnce: limits.jobsAtOnce,
    stopMs: limits.stopMs,
    report: (error) => notes.error(faultOf(error), 'fault in a job'),
    ended: (end) => {
      metrics.jobEnded(end)
      const { id: job, kind, actor, outcome, code, ms } = end
      const told = { job, kind, actor, outcome, ...(code !== null && { code }), ms }
      if (outcome === 'failed') notes.warn(told, 'job')
      else notes.info(told, 'job')
    },
  })
}
