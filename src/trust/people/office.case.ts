/** An office with a firm and an institute, in which one person holds every role: for tests alone. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { hash } from '@node-rs/argon2'
import { sql } from 'kysely'
import type { Uuid } from '../../base/index.ts'
import { enterTenant } from '../../store/engine/tenant-scope.ts'
import type { Store } from '../../store/index.ts'
import { type Actor, loadRoles, PERMISSIONS, type RoleId } from '../access/index.ts'
import type { WriteContext } from '../gate/index.ts'
import type { SafeguardSwitches } from '../safeguard/index.ts'
import { type SessionContext, sessionOf, signIn } from '../session/index.ts'
import { type FirstAccount, firstSignIn } from './first-sign-in.ts'

export const ROLES = loadRoles(JSON.parse(readFileSync('packs/core/roles.json', 'utf8')))

export const NOW = new Date('2026-11-20T09:00:00.000Z')

export const later = (ms: number): Date => new Date(NOW.getTime() + ms)

/** Chance that is the same in every run: a chain of hashes. */
export function chanceFrom(seed: string): (sizeBytes: number) => Uint8Array {
  let count = 0
  return (sizeBytes) => {
    const bytes: number[] = []
    while (bytes.length < sizeBytes) {
      count += 1
      bytes.push(...createHash('sha256').update(`${seed}:${count}`).digest())
    }
    return Uint8Array.from(bytes.slice(0, sizeBytes))
  }
}

export interface Office {
  readonly store: Store
  readonly account: FirstAccount
  readonly office: Uuid
  readonly firm: Uuid
  readonly institute: Uuid
  readonly random: (sizeBytes: number) => Uint8Array
  /** Signs the first person in, in this role. */
  enter(role: RoleId, now?: Date): Promise<{ token: string; actor: Actor }>
  /** A write of that actor without a key; `more` overrides. */
  context(actor: Actor, more?: Partial<WriteContext>): WriteContext & { roles: typeof ROLES }
  /** Whoever sits at the machine itself: with every permission, and never asked to prove anything. */
  operator(): Promise<{ token: string; actor: Actor }>
  sessionContext(entered: { token: string; actor: Actor }): SessionContext
}

/**
 * Keeps the same password under a hash that costs next to nothing, as its text says: a test that
 * signs in often would otherwise spend its time on hashing.
 */
export async function hashCheaply(
  store: Store,
  { tenant, login, password }: { tenant: number; login: string; password: string },
): Promise<void> {
  const cheap = await hash(password, { memoryCost: 8, timeCost: 1, parallelism: 1 })
  const keep = sql`update person set password_hash = ${cheap}
    where tenant = ${tenant} and login = ${login}`
  await store.transaction((tx) => keep.execute(tx), { tenant })
}

/**
 * Begins a tenant of its own in the store and, from here on, works in its scope; the password is
 * hashed at its real cost on request.
 */
export async function beginOffice(
  store: Store,
  tenant: number,
  cost: 'cheap' | 'real' = 'cheap',
  safeguards: SafeguardSwitches = { secondFactor: false, stepUp: false, separated: false },
): Promise<Office> {
  enterTenant(tenant)
  const random = chanceFrom(`office ${tenant}`)
  const heldIn = (kind: string): RoleId[] =>
    [...ROLES.values()]
      .filter((role) => role.organisations.includes(kind as never))
      .map((r) => r.id)
  const account = await firstSignIn(
    { store, roles: ROLES },
    {
      tenant,
      tenantName: '示例市',
      home: '310000',
      organisations: [
        {
          name: '示例市链长制办公室',
          kind: 'government',
          home: '310000',
          roles: heldIn('government'),
        },
        { name: '示例半导体公司', kind: 'firm', home: '310115', roles: heldIn('firm') },
        { name: '示例研究院', kind: 'institute', home: null, roles: heldIn('institute') },
      ],
      person: { login: 'Demo', name: '演示人员' },
      safeguards,
      now: NOW,
      random,
    },
  )
  if (cost === 'cheap') await hashCheaply(store, account)
  const [office = '', firm = '', institute = ''] = account.organisations
  const context: Office['context'] = (actor, more = {}) => ({
    store,
    actor,
    now: NOW,
    random,
    key: null,
    dryRun: false,
    roles: ROLES,
    ...more,
  })
  const sign: Office['enter'] = (role, now = NOW) => {
    const { login, password } = account
    const input = { tenant, login, password, address: '127.0.0.1', role, now, random }
    return signIn({ store, roles: ROLES }, input)
  }
  return {
    store,
    account,
    office,
    firm,
    institute,
    random,
    enter: sign,
    context,
    operator: async () => {
      const { token, actor } = await sign('administrator', NOW)
      return { token, actor: { ...actor, permissions: new Set(PERMISSIONS) } }
    },
    sessionContext: ({ token, actor }) => ({ ...context(actor), token }),
  }
}

export const freshActor = (store: Store, token: string, now = NOW): Promise<Actor | null> =>
  sessionOf({ store, roles: ROLES }, token, now)

/** The code of the problem that a promise ends in; 'none' when it ends well. */
export async function problemOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise
    return 'none'
  } catch (error) {
    if (error instanceof Error && 'code' in error) return String(error.code)
    throw error
  }
}
