/** How something in a bundle fails to stand as it should. */
export type FindingState = 'changed' | 'missing' | 'forked' | 'unknown-key'

/** One thing that does not match. */
export interface Finding {
  readonly state: FindingState
  readonly what: { readonly zh: string; readonly en: string }
}

/** Collects findings; each kind is told once with the first case of it, however often it occurs. */
export class Findings {
  readonly #found = new Map<string, { finding: Finding; times: number }>()

  add(state: FindingState, zh: string, en: string): void {
    const known = this.#found.get(`${state} ${en}`)
    if (known === undefined) {
      this.#found.set(`${state} ${en}`, { finding: { state, what: { zh, en } }, times: 1 })
    } else known.times += 1
  }

  /** Tells the state where something does not hold. */
  check(holds: boolean, state: FindingState, zh: string, en: string): boolean {
    if (!holds) this.add(state, zh, en)
    return holds
  }

  get isTrue(): boolean {
    return this.#found.size === 0
  }

  all(): Finding[] {
    return [...this.#found.values()].map(({ finding, times }) =>
      times === 1 ? finding : { ...finding, what: counted(finding.what, times) },
    )
  }
}

const counted = ({ zh, en }: Finding['what'], times: number) => ({
  zh: `${zh}（${times} 处）`,
  en: `${en} (${times} times)`,
})
