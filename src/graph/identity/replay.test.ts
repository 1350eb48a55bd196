import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { onEachEngine, sharedStore } from '../../../test/contracts/engines.ts'
import { Problem, type Uuid } from '../../base/index.ts'
import { rebuildProjection, type Thing } from '../evidence/index.ts'
import { decideMerge, decideSplit, undoDecision } from './index.ts'
import { NamingOffice, RULES } from './office.case.ts'

const FIRMS_EACH_RUN = 4

const step = fc.record({
  kind: fc.constantFrom('merge', 'merge', 'split', 'undo', 'say'),
  one: fc.nat({ max: 11 }),
  other: fc.nat({ max: 11 }),
})

type Step = typeof step extends fc.Arbitrary<infer Made> ? Made : never

/** Some firms of one run, with the sources that speak of each. */
class Run {
  readonly office: NamingOffice
  readonly firms: readonly Thing[]
  readonly #sources: Uuid[][] = []
  readonly #decisions: Uuid[] = []

  constructor(office: NamingOffice, run: number) {
    this.office = office
    const codes = Array.from({ length: FIRMS_EACH_RUN }, (_, at) => `${run} ${at}`)
    this.firms = codes.map((code) => ({ kind: 'firm', scheme: 'list:test', code }))
  }

  async begin(): Promise<void> {
    for (const [at, firm] of this.firms.entries()) {
      const named = await this.office.say(firm, { name: `企业${firm.code}`, ownership: '民营' })
      const measured = await this.office.say(firm, { revenue: String(at) })
      this.#sources.push([named.source, measured.source])
    }
  }

  #firm(at: number): Thing {
    return this.firms[at % FIRMS_EACH_RUN] as Thing
  }

  /** Does what the step asks for; what a rule refuses changes nothing. */
  async take({ kind, one, other }: Step): Promise<void> {
    const { office } = this
    const [from, into] = [office.id(this.#firm(one)), office.id(this.#firm(other))]
    const reason = '试'
    const decide = async () => {
      if (kind === 'merge') return decideMerge(office.at(), { from, into, reason })
      const sources = this.#sources[one % FIRMS_EACH_RUN]?.slice(0, 1 + (other % 2)) ?? []
      return decideSplit(office.at(), { thing: from, claims: [], sources, reason })
    }
    try {
      if (kind === 'say') await office.say(this.#firm(one), { employees: String(other) })
      else if (kind !== 'undo') this.#decisions.push((await decide()).id)
      else {
        const id = this.#decisions[one % Math.max(1, this.#decisions.length)]
        if (id !== undefined) await undoDecision(office.at(), { id, reason })
      }
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : error
      expect(['conflict', 'invalid-input']).toContain(code)
    }
  }

  /**
   * The pages of all firms, as they are or as they were known at a moment; `none` for a firm from
   * which all was split off.
   */
  pages(known?: Date) {
    const page = (firm: Thing) =>
      this.office.page(firm, known).catch((error: unknown) => {
        if (error instanceof Problem && error.code === 'not-found') return 'none'
        throw error
      })
    return Promise.all(this.firms.map(page))
  }
}

onEachEngine((engine) => {
  const shared = sharedStore(engine)

  describe('identity', () => {
    test('any day reads as it read then, and a rebuild equals what was moved step by step', async () => {
      const office = await NamingOffice.begin(shared.store, 1)
      let run = 0
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 7 }), async (steps) => {
          const firms = new Run(office, ++run)
          await firms.begin()
          const seen = [{ at: office.now(), pages: await firms.pages() }]
          for (const each of steps) {
            await firms.take(each)
            seen.push({ at: office.now(), pages: await firms.pages() })
          }
          for (const { at, pages } of seen) expect(await firms.pages(at)).toEqual(pages)
          const before = await office.rows()
          await rebuildProjection(shared.store, office.actor.tenant, RULES, () => {})
          expect(await office.rows()).toEqual(before)
        }),
        // Making a failure smaller would outlast the patience of a test, and hide what failed.
        { numRuns: 2, endOnFailure: true },
      )
    })
  })
})
