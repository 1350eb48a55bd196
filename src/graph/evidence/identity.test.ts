import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type IdentityDecision, IdentityHistory, ORIGINAL } from './identity.ts'

const THINGS = ['a', 'b', 'c', 'd', 'e']
const CLAIMS = ['1', '2', '3']

interface Wish {
  readonly kind: 'merge' | 'split' | 'undo'
  readonly one: number
  readonly other: number
}

const wish = fc.record({
  kind: fc.constantFrom('merge', 'merge', 'split', 'undo'),
  one: fc.nat({ max: 40 }),
  other: fc.nat({ max: 40 }),
})

/** Decisions as commands let them come about: of roots alone, and of what was not undone yet. */
function decide(wishes: readonly Wish[]): IdentityDecision[] {
  const made: IdentityDecision[] = []
  for (const { kind, one, other } of wishes) {
    const history = new IdentityHistory(made)
    const number = made.length + 1
    const base = { id: `decision ${number}`, number, kind, claims: new Set<string>() }
    const from = history.rootOf(THINGS[one % THINGS.length] ?? '')
    if (kind === 'merge') {
      const into = history.rootOf(THINGS[other % THINGS.length] ?? '')
      if (from !== into) made.push({ ...base, from, into, target: null })
    } else if (kind === 'split') {
      const claims = new Set([CLAIMS[other % CLAIMS.length] ?? ''])
      made.push({ ...base, from, into: `split ${number}`, target: null, claims })
    } else {
      const undone = new Set(made.map(({ target }) => target))
      const open = made.filter((each) => each.kind !== 'undo' && !undone.has(each.id))
      const target = open[one % Math.max(1, open.length)]?.id
      if (target !== undefined) made.push({ ...base, from: null, into: null, target })
    }
  }
  return made
}

test('the stretch of a moment is where the decisions until then put a claim', () => {
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 14 }), (wishes) => {
      const made = decide(wishes)
      const history = new IdentityHistory(made)
      for (const thing of THINGS) {
        expect(history.moved().get(thing) ?? thing).toBe(history.rootOf(thing))
      }
      for (const claim of CLAIMS) {
        for (const [subject, object] of THINGS.map((each, at) => [each, THINGS[at + 1] ?? null])) {
          if (subject === undefined || subject === null) continue
          const stretches = history.stretchesOf(claim, subject, object ?? null)
          for (let number = ORIGINAL; number <= made.length; number += 1) {
            const then = new IdentityHistory(made.slice(0, number))
            const open = stretches.filter(
              ({ joined, parted }) => joined <= number && (parted === null || parted > number),
            )
            expect(open).toHaveLength(1)
            expect(open[0]?.subject).toBe(then.placeOf(claim, subject))
            expect(open[0]?.object ?? null).toBe(object ? then.placeOf(claim, object) : null)
          }
        }
      }
    }),
    { numRuns: 60 },
  )
})

test('an undo of the last decision leaves everything where it was before', () => {
  fc.assert(
    fc.property(fc.array(wish, { minLength: 1, maxLength: 14 }), (wishes) => {
      const made = decide(wishes)
      const last = made.at(-1)
      if (last === undefined || last.kind === 'undo') return
      const before = new IdentityHistory(made.slice(0, -1))
      const number = last.number + 1
      const undo = { ...last, id: 'undo', number, kind: 'undo' as const, target: last.id }
      const after = new IdentityHistory([...made, { ...undo, from: null, into: null }])
      for (const thing of THINGS) {
        expect(after.rootOf(thing)).toBe(before.rootOf(thing))
        for (const claim of CLAIMS) {
          expect(after.placeOf(claim, thing)).toBe(before.placeOf(claim, thing))
        }
      }
    }),
  )
})

test('what moved is every thing and claim whose place differs, and no other', () => {
  fc.assert(
    fc.property(fc.array(wish, { minLength: 1, maxLength: 14 }), (wishes) => {
      const made = decide(wishes)
      const last = made.at(-1)
      if (last === undefined) return
      const before = new IdentityHistory(made.slice(0, -1))
      const after = new IdentityHistory(made)
      const target = made.find(({ id }) => id === last.target) ?? last
      const moved = after.movedSince(before, target.from ?? '')
      for (const thing of THINGS) {
        const differs = before.rootOf(thing) !== after.rootOf(thing)
        expect(moved.things.includes(thing)).toBe(differs)
        for (const claim of CLAIMS) {
          if (before.placeOf(claim, thing) === after.placeOf(claim, thing)) continue
          expect(moved.things.includes(thing) || moved.claims.includes(claim)).toBe(true)
        }
      }
    }),
  )
})
