import { isUuid, Problem, randomUuid, type Uuid } from '../../base/index.ts'
import type { Database } from '../../store/index.ts'
import { authorise, type OrganisationKind } from '../access/index.ts'
import { type Written, write } from '../gate/index.ts'
import { checkedName, keepManager, type PeopleContext } from './commands.ts'
import { isCreditCodeForm } from './rules.ts'
import {
  insertOrganisation,
  type OrganisationView,
  readOrganisations,
  updateOrganisation,
} from './store.ts'
import { invalidCreditCode, organisationTaken } from './words.ts'

export interface NewOrganisation {
  readonly name: string
  readonly kind: OrganisationKind
  /** Division code of its seat. */
  readonly home?: string | null
  /** Unified social credit code; its check digit is the caller's to judge. */
  readonly creditCode?: string | null
}

/**
 * Adds an organisation, in which roles can then be granted.
 * Problems: forbidden, invalid-input (name), credit-code-invalid, conflict (the name is taken).
 */
export async function createOrganisation(
  context: PeopleContext,
  organisation: NewOrganisation,
): Promise<Written<OrganisationView>> {
  const { actor, now, random } = context
  authorise(actor, 'manage-organisations')
  const input = {
    name: checkedName(organisation.name),
    kind: organisation.kind,
    home: organisation.home ?? null,
    creditCode: checkedCreditCode(organisation.creditCode ?? null),
  }
  const id = randomUuid(random(16))
  const permission = 'manage-organisations'
  const command = { name: 'organisation.create', permission, input } as const
  return write(context, command, async (tx) => {
    const { creditCode, ...rest } = input
    const row = { tenant: actor.tenant, id, ...rest, credit_code: creditCode }
    const isNew = await insertOrganisation(tx, { ...row, created_at: now.toISOString() })
    if (!isNew) throw organisationTaken()
    return viewOf(tx, actor.tenant, id)
  })
}

/** What is left out stays as it is. */
export interface OrganisationChange {
  readonly organisation: Uuid
  readonly name?: string
  readonly home?: string | null
  readonly creditCode?: string | null
  /** False closes it: nobody can act in its roles until it is opened again. */
  readonly active?: boolean
}

/**
 * Renames, moves, disables or re-enables an organisation.
 * Problems: forbidden, not-found, invalid-input (name), credit-code-invalid, conflict (the name is
 * taken; nobody would be left to manage people).
 */
export async function changeOrganisation(
  context: PeopleContext,
  change: OrganisationChange,
): Promise<Written<OrganisationView>> {
  const { actor, now } = context
  authorise(actor, 'manage-organisations')
  const { organisation, home, active } = change
  const input = {
    organisation,
    ...(change.name === undefined ? {} : { name: checkedName(change.name) }),
    ...(home === undefined ? {} : { home }),
    ...(change.creditCode === undefined
      ? {}
      : { creditCode: checkedCreditCode(change.creditCode) }),
    ...(active === undefined ? {} : { active }),
  }
  const permission = 'manage-organisations'
  const command = { name: 'organisation.change', permission, input } as const
  return write(context, command, (tx) =>
    keepManager(tx, context, async () => {
      const { id } = await viewOf(tx, actor.tenant, organisation)
      const isOwnName = await updateOrganisation(tx, actor.tenant, id, {
        ...(input.name === undefined ? {} : { name: input.name }),
        ...(home === undefined ? {} : { home }),
        ...(input.creditCode === undefined ? {} : { credit_code: input.creditCode }),
        ...(active === undefined ? {} : { disabled_at: active ? null : now.toISOString() }),
      })
      if (!isOwnName) throw organisationTaken()
      return viewOf(tx, actor.tenant, id)
    }),
  )
}

/**
 * Says where the actor's own organisation has its seat; what is near and far is judged from there.
 * An office may say so of itself, and need not wait for whoever keeps all organisations.
 * Problems: forbidden, not-found.
 */
export async function seatOwnOrganisation(
  context: PeopleContext,
  home: string,
): Promise<Written<OrganisationView>> {
  const { tenant, organisation } = context.actor
  const permission = 'set-desk'
  const command = { name: 'organisation.seat', permission, input: { organisation, home } } as const
  return write(context, command, async (tx) => {
    const { id } = await viewOf(tx, tenant, organisation)
    await updateOrganisation(tx, tenant, id, { home })
    return viewOf(tx, tenant, id)
  })
}

async function viewOf(tx: Database, tenant: number, id: Uuid): Promise<OrganisationView> {
  const [found] = isUuid(id) ? await readOrganisations(tx, tenant, { ids: [id] }) : []
  if (!found) throw new Problem('not-found')
  return found
}

function checkedCreditCode(code: string | null): string | null {
  if (code !== null && !isCreditCodeForm(code)) throw invalidCreditCode(code)
  return code
}
