/** A desk to which texts are brought and read: for tests alone. */
import type { Uuid } from '../../base/index.ts'
import type { Store } from '../../store/index.ts'
import { type Actor, INTERNAL_LABEL, visible } from '../../trust/access/index.ts'
import { type ClaimRecord, claimsOfSource } from '../figures/index.ts'
import { NamingOffice, RULES } from '../identity/office.case.ts'
import { keepStatements } from '../intake/index.ts'
import { coreVocabulary } from '../reading/applying/vocabulary.case.ts'
import { readStatements } from '../reading/index.ts'
import { coreRules } from '../reading/statement/core-rules.case.ts'
import { bringBytes, readSource } from '../sources/index.ts'
import {
  decideProposals,
  editProposal,
  type ProposalEdit,
  type QueueItem,
  type QueueView,
  queueView,
  readQueue,
  undoDecision,
} from './index.ts'

export const GANSU = { kind: 'division', scheme: 'division', code: '620000' }
const rules = coreRules()
export const vocabulary = coreVocabulary()

export class ReviewDesk {
  readonly office: NamingOffice
  readonly source: Uuid

  private constructor(office: NamingOffice, source: Uuid) {
    this.office = office
    this.source = source
  }

  /** A desk of its own, at which this text was brought and read. */
  static async begin(
    store: Store,
    tenant: number,
    text: string,
    mode: 'one-person' | 'four-eyes' = 'four-eyes',
  ): Promise<ReviewDesk> {
    const office = await NamingOffice.begin(store, tenant, mode)
    const facts = {
      ...{ title: '简报', publisher: '示例', publishedOn: null, class: 'machine-read' as const },
      ...{ label: INTERNAL_LABEL.id, origin: null, synthetic: false },
    }
    const bytes = new TextEncoder().encode(text)
    const id = await bringBytes(office.at(), { fileName: `简报${tenant}.txt`, bytes, facts })
    const source = await readSource(store.read, visible(office.actor), id)
    if (source === null) throw new Error('the source is gone')
    await keepStatements(
      {
        ...{ store, visibility: visible(office.actor), vocabulary },
        place: (name) => (name === '甘肃' ? GANSU : null),
        contextOf: () => office.at(),
        onPart: async () => {},
      },
      source,
      { reader: 'statements-1', statements: readStatements(rules, text) },
    )
    return new ReviewDesk(office, id)
  }

  /** Somebody else with the same role. */
  get second(): Actor {
    return { ...this.office.actor, person: '00000000-0000-8000-8000-0000000000ff' }
  }

  async claims(): Promise<ClaimRecord[]> {
    const { store, actor } = this.office
    const page = { limit: 500, offset: 0 }
    return claimsOfSource(store.read, visible(actor), { source: this.source }, page)
  }

  /** The one claim of this property whose printed value holds these words. */
  async claim(property: string, words: string): Promise<ClaimRecord> {
    const found = (await this.claims()).filter(
      (each) => each.property === property && (each.printed ?? '').includes(words),
    )
    const [one] = found
    if (one === undefined || found.length > 1) throw new Error(`${found.length} of ${words}`)
    return one
  }

  async view(): Promise<QueueView> {
    const { db, visibility, asOf } = this.office.reading()
    const singular = [...vocabulary.properties.values()]
      .filter(({ value }) => value !== 'text')
      .map(({ id }) => id)
    return queueView(db, { visibility, asOf, singular, source: null })
  }

  async lines(group: QueueItem['group'] | null = null, words = ''): Promise<QueueItem[]> {
    const page = { group, words, offset: 0, limit: 100 }
    return (await readQueue(this.office.store.read, await this.view(), page)).items
  }

  async counts() {
    const page = { group: null, words: '', offset: 0, limit: 1 }
    const { counts } = await readQueue(this.office.store.read, await this.view(), page)
    return Object.fromEntries(counts.map(({ group, claims, lines }) => [group, [claims, lines]]))
  }

  accept(claims: readonly Uuid[], actor?: Actor) {
    const input = { kind: 'accept', claims, reason: null } as const
    return decideProposals(this.office.at(actor), RULES, input)
  }

  reject(claims: readonly Uuid[], reason: string | null, actor?: Actor) {
    return decideProposals(this.office.at(actor), RULES, { kind: 'reject', claims, reason })
  }

  edit(claim: Uuid, edit: ProposalEdit) {
    return editProposal(this.office.at(), RULES, { claim, edit })
  }

  undo(decision: Uuid, actor?: Actor) {
    return undoDecision(this.office.at(actor), RULES, decision)
  }
}
