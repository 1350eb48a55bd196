import { isUuid, Problem, randomUuid, type Uuid } from '../../base/index.ts'
import type { Database, Store } from '../../store/index.ts'
import {
  type Actor,
  authorise,
  ensureLabel,
  type LabelLevel,
  labelShape,
  readLabels,
  seeing,
} from '../access/index.ts'
import { type WriteContext, type Written, write } from '../gate/index.ts'
import { checkedName } from '../people/index.ts'
import { isInForce, isTerm, needsConsent } from './rules.ts'
import {
  type ConsentView,
  endConsent,
  insertConsent,
  type NamedOrganisation,
  readConsents,
  readNamed,
} from './store.ts'
import { consentMissing, consentWithdrawn, invalidDay, unknownOrganisation } from './words.ts'

export interface NewConsent {
  readonly organisation: Uuid
  /** What it covers, in the words of the letter. */
  readonly covers: string
  /** Where the signed letter is found. */
  readonly document: string
  /** ISO days; `endsOn` is the last one, null for open-ended. */
  readonly givenOn: string
  readonly endsOn: string | null
}

/**
 * Records that an organisation consented to our keeping its private data.
 * Problems: forbidden, invalid-input (organisation, words, days).
 */
export async function recordConsent(
  context: WriteContext,
  consent: NewConsent,
): Promise<Written<ConsentView>> {
  const { actor, now, random } = context
  authorise(actor, 'manage-consents')
  if (!isTerm(consent)) throw invalidDay()
  const { organisation, givenOn, endsOn } = consent
  const covers = checkedName(consent.covers)
  const document = checkedName(consent.document)
  const input = { organisation, covers, document, givenOn, endsOn }
  const id = randomUuid(random(16))
  const command = { name: 'consent.record', permission: 'manage-consents', input } as const
  return write(context, command, async (tx) => {
    await namedOrganisations(tx, actor.tenant, [organisation])
    const recorded = { recordedBy: actor.person, recordedAt: now.toISOString() }
    await insertConsent(tx, actor.tenant, { id, ...input, ...recorded })
    return viewOf(tx, actor.tenant, id)
  })
}

/**
 * Records that a consent was withdrawn: from now on no private data come in under it. What is held
 * already is not erased by this.
 * Problems: forbidden, not-found, conflict (withdrawn before).
 */
export function withdrawConsent(
  context: WriteContext,
  consent: Uuid,
): Promise<Written<ConsentView>> {
  const { actor, now } = context
  const input = { consent }
  const command = { name: 'consent.withdraw', permission: 'manage-consents', input } as const
  return write(context, command, async (tx) => {
    const { id } = await viewOf(tx, actor.tenant, consent)
    if (!(await endConsent(tx, actor.tenant, { id, by: actor.person, now })))
      throw consentWithdrawn()
    return viewOf(tx, actor.tenant, id)
  })
}

/** All consents, newest first. Problems: forbidden. */
export async function listConsents(store: Store, actor: Actor): Promise<ConsentView[]> {
  authorise(actor, 'read-people')
  return readConsents(store.read, actor.tenant)
}

export interface WantedLabel {
  readonly level: LabelLevel
  /** Whom restricted or sensitive material is for; empty at public and internal. */
  readonly organisations: readonly Uuid[]
  /** ISO day on which the material comes in. */
  readonly on: string
}

/**
 * The id of the label that somebody gives to what they bring. Material restricted to an outside
 * organisation is its private data, which may be held only once its consent is recorded.
 * Problems: invalid-input (organisation), consent-missing, too-large (labels are used up).
 */
export async function labelFor(
  tx: Database,
  tenant: number,
  { level, organisations, on }: WantedLabel,
): Promise<number> {
  const shape = labelShape(level, organisations)
  const named = await namedOrganisations(tx, tenant, shape.organisations)
  if (shape.organisations.length === 0 && level !== 'public' && level !== 'internal') {
    throw unknownOrganisation()
  }
  const ids = shape.organisations
  const consents = await readConsents(tx, tenant, { organisations: ids })
  const inForce = new Set(
    consents.filter((one) => isInForce(one, on)).map((one) => one.organisation.id),
  )
  const without = named.find(({ id, kind }) => needsConsent(kind) && !inForce.has(id))
  if (without) throw consentMissing(without.name)
  return ensureLabel(tx, tenant, shape)
}

/**
 * The label that somebody gives to what they are about to bring, and their context with an actor who
 * sees it, so that the bringing itself is authorised. The label is made before and apart: it says
 * nothing of what will carry it.
 * Problems: forbidden, and those of `labelFor`.
 */
export async function labelToBring<Context extends WriteContext>(
  context: Context,
  wanted: Omit<WantedLabel, 'on'>,
): Promise<{ label: number; context: Context }> {
  const { store, actor, now } = context
  authorise(actor, 'bring-source')
  const on = now.toISOString().slice(0, 10)
  return store.transaction(
    async (tx) => {
      const id = await labelFor(tx, actor.tenant, { ...wanted, on })
      const [label] = await readLabels(tx, actor.tenant, [id])
      const seen = label === undefined ? actor : seeing(actor, label)
      return { label: id, context: { ...context, actor: seen } }
    },
    { tenant: actor.tenant },
  )
}

async function namedOrganisations(
  tx: Database,
  tenant: number,
  ids: readonly Uuid[],
): Promise<NamedOrganisation[]> {
  if (!ids.every(isUuid)) throw unknownOrganisation()
  const found = await readNamed(tx, tenant, ids)
  if (found.length !== new Set(ids).size) throw unknownOrganisation()
  return found
}

async function viewOf(tx: Database, tenant: number, id: Uuid): Promise<ConsentView> {
  const [consent] = isUuid(id) ? await readConsents(tx, tenant, { id }) : []
  if (!consent) throw new Problem('not-found')
  return consent
}
