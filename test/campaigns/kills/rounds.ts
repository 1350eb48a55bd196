/** Work that is killed again and again: what is found after each kill, and what comes out at last. */
import { cp, mkdtemp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ContractEngine } from '../../contracts/engines.ts'
import type { Chance } from '../chance.ts'
import { type Life, live, of } from './child.ts'
import type { Ending, Failpoint } from './failpoints.ts'
import type { KillTask } from './killed-work.ts'

export interface Tally {
  readonly work: KillTask['work']
  readonly engine: string
  kills: number
  starts: number
  /** Failpoint to how often it was hit; `a moment` for those of chance. */
  readonly hits: Record<string, number>
  lost: number
  doubled: number
  half: number
  readonly faults: string[]
}

export interface Plan {
  readonly kills: number
  readonly rows: number
  /** Imports: tables that are brought into one place, one after the other. */
  readonly lists: number
  readonly chance: Chance
}

const newTally = (work: KillTask['work'], engine: string): Tally => ({
  ...{ work, engine, kills: 0, starts: 0, hits: {}, lost: 0, doubled: 0, half: 0, faults: [] },
})

/** Facts of a row: its name, its revenue, and what it makes. */
export const FACTS_A_ROW = 3
/** One kill in so many falls at a moment of chance and not at a failpoint. */
const MOMENT_SHARE = 0.3

/** A life of a task whose end is drawn; counts it. */
class Lives {
  readonly tally: Tally
  readonly #plan: Plan
  /** Statements of the work and how often a whole run asks each. */
  #points: [string, number][] = []
  #turn = 0
  /** How long a whole run takes, from its beginning. */
  #wholeMs = 1_000

  constructor(tally: Tally, plan: Plan) {
    this.tally = tally
    this.#plan = plan
  }

  /** A run that nobody kills tells which failpoints there are. */
  async whole(task: Omit<KillTask, 'ending'>): Promise<Life> {
    const begun = performance.now()
    const life = await live({ ...task, ending: null })
    this.#wholeMs = performance.now() - begun
    this.#points = of(life.said, 'all')[0]?.counts ?? []
    if (this.#points.length === 0) throw new Error('a whole run met no failpoint')
    return life
  }

  async killed(task: Omit<KillTask, 'ending'>): Promise<Life> {
    const life = await live({ ...task, ending: this.#draw() })
    this.tally.starts += 1
    if (life.killedAt === null) return life
    this.tally.kills += 1
    this.tally.hits[life.killedAt] = (this.tally.hits[life.killedAt] ?? 0) + 1
    return life
  }

  /** Every failpoint has its turn; which of its statements it is, chance says. */
  #draw(): Ending {
    const { chance } = this.#plan
    if (chance.next() < MOMENT_SHARE) return { afterMs: chance.below(this.#wholeMs * 0.6) }
    const at = this.#turn++
    const [statement, count] = this.#points[Math.floor(at / 2) % this.#points.length] ?? [
      'commit',
      1,
    ]
    const nth = 1 + Math.floor(chance.next() ** 2 * Math.min(count, 12))
    return { point: { when: at % 2 === 0 ? 'before' : 'after', statement, nth } as Failpoint }
  }

  get isDue(): boolean {
    return this.tally.kills < this.#plan.kills
  }
}

/** Imports that are killed; the place at the end is as if nothing had happened. */
export async function killImports(engine: ContractEngine, plan: Plan): Promise<Tally> {
  const lives = new Lives(newTally('import', engine.name), plan)
  const { tally } = lives
  const lists = Array.from({ length: plan.lists }, (_, at) => `killed${at}`)
  const facts = plan.rows * FACTS_A_ROW
  const task = { work: 'import', rows: plan.rows, lists, step: 0 } as const
  const whole = await inPlace(engine, (options) => lives.whole({ ...task, options }))
  const expected = of(whole.said, 'all')[0]?.fingerprint
  checkEnds(tally, whole, facts)
  for (let isFirst = true; lives.isDue || isFirst; isFirst = false) {
    await inPlace(engine, async (options) => {
      let claims = 0
      const ended = new Set<string>()
      for (;;) {
        const life = lives.isDue
          ? await lives.killed({ ...task, options })
          : await live({ ...task, options, ending: null })
        const [open] = of(life.said, 'open')
        if (open !== undefined) {
          for (const [list, standing] of Object.entries(open.standing)) {
            if (standing !== 0 && standing !== facts) fault(tally, 'half', `${list}: ${standing}`)
            if (ended.has(list) && standing !== facts) fault(tally, 'lost', `${list}: ${standing}`)
          }
          if (open.claims < claims) fault(tally, 'lost', `${claims} claims, then ${open.claims}`)
          claims = open.claims
        }
        checkEnds(tally, life, facts)
        for (const { list } of of(life.said, 'end')) ended.add(list)
        if (life.killedAt !== null) continue
        const found = of(life.said, 'all')[0]?.fingerprint
        if (found !== expected) fault(tally, 'doubled', 'the place differs from one without a kill')
        return
      }
    })
  }
  return tally
}

function checkEnds(tally: Tally, { said }: Life, facts: number): void {
  for (const { list, state, standing, claims, again } of of(said, 'end')) {
    if (claims !== facts)
      fault(tally, claims < facts ? 'lost' : 'doubled', `${list}: ${claims} claims`)
    if (state !== 'done') fault(tally, 'lost', `${list} ended ${state}`)
    if (standing < facts) fault(tally, 'lost', `${list}: ${standing} of ${facts}`)
    if (standing > facts) fault(tally, 'doubled', `${list}: ${standing} of ${facts}`)
    if (again !== 0) fault(tally, 'doubled', `${list} brought again: ${again} more`)
  }
}

/** A batch that is published, taken back and let stand again; each step is done once or not at all. */
export async function killPublishing(engine: ContractEngine, plan: Plan): Promise<Tally> {
  const lives = new Lives(newTally('publishing', engine.name), plan)
  const { tally } = lives
  const facts = plan.rows * FACTS_A_ROW
  const task = { work: 'publishing', rows: plan.rows, lists: ['killed'] } as const
  await inPlace(engine, async (options) => {
    const whole = await lives.whole({ ...task, options, step: 0 })
    let done = (of(whole.said, 'step').at(-1)?.step ?? -1) + 1
    while (lives.isDue) {
      const life = await lives.killed({ ...task, options, step: done })
      const [open] = of(life.said, 'open')
      if (open !== undefined) {
        const standing = open.standing.killed ?? 0
        const due = open.steps % 2 === 1 ? facts : 0
        if (open.steps < done) fault(tally, 'lost', `${done} steps were told, ${open.steps} stand`)
        if (open.steps > done + 1) fault(tally, 'doubled', `${open.steps} steps of ${done}`)
        if (standing !== due) fault(tally, 'half', `${standing} stand after ${open.steps} steps`)
      }
      for (const { step, standing, steps } of of(life.said, 'step')) {
        if (steps !== step + 1) fault(tally, 'doubled', `${steps} steps of ${step + 1}`)
        if (standing !== (step % 2 === 0 ? facts : 0))
          fault(tally, 'half', `${standing} at ${step}`)
        done = step + 1
      }
    }
  })
  return tally
}

/** A schema that is brought up to date: found old or new after each kill, and never between. */
export async function killMigrations(engine: ContractEngine, plan: Plan): Promise<Tally> {
  const lives = new Lives(newTally('migration', engine.name), plan)
  const { tally } = lives
  const task = { work: 'migration', rows: 0, lists: [], step: 0 } as const
  const whole = await inEmptyPlace(engine, (options) => lives.whole({ ...task, options }))
  const known = new Map(of(whole.said, 'schema').map(({ version, schema }) => [version, schema]))
  while (lives.isDue) {
    await inEmptyPlace(engine, async (options) => {
      let newest = 0
      for (;;) {
        const life = lives.isDue
          ? await lives.killed({ ...task, options })
          : await live({ ...task, options, ending: null })
        for (const { version, schema } of of(life.said, 'schema')) {
          if (schema !== known.get(version)) fault(tally, 'half', `version ${version} is another`)
          if (version < newest) fault(tally, 'lost', `version ${newest}, then ${version}`)
          newest = Math.max(newest, version)
        }
        if (life.killedAt !== null) continue
        const found = of(life.said, 'schema').at(-1)
        if (found?.version !== known.size - 1) fault(tally, 'lost', `ended at ${found?.version}`)
        return
      }
    })
  }
  return tally
}

const MIGRATIONS = 'src/store/migrations'

/** A folder of migrations for each version that there was, as the program of that day had it. */
export async function foldersUpTo(): Promise<string[]> {
  const names = (await readdir(MIGRATIONS)).filter((name) => name.endsWith('.sql')).sort()
  const folders: string[] = []
  for (let count = 1; count <= names.length; count += 1) {
    const folder = await mkdtemp(join(tmpdir(), 'lianshu-migrations-'))
    for (const name of names.slice(0, count)) await cp(join(MIGRATIONS, name), join(folder, name))
    folders.push(folder)
  }
  return folders
}

function fault(tally: Tally, kind: 'lost' | 'doubled' | 'half', what: string): void {
  tally[kind] += 1
  if (tally.faults.length < 40) tally.faults.push(`${kind}: ${what}`)
}

/** Gives work a place of its own and removes it afterwards. */
async function inPlace<Result>(
  engine: ContractEngine,
  work: (options: KillTask['options']) => Promise<Result>,
): Promise<Result> {
  const place = await engine.freshPlace()
  try {
    return await work(place.options)
  } finally {
    await place.remove()
  }
}

export async function inEmptyPlace<Result>(
  engine: ContractEngine,
  work: (options: KillTask['options']) => Promise<Result>,
): Promise<Result> {
  const place = await engine.emptyPlace()
  try {
    return await work(place.options)
  } finally {
    await place.remove()
  }
}
