import { strict as assert } from 'node:assert'
import { AsyncLocalStorage } from 'node:async_hooks'

/** For whom this process works at this moment; null where it expressly works for nobody. */
const current = new AsyncLocalStorage<number | null>()

/**
 * Runs `work` in the scope of one tenant: every statement in it, outside transactions too, reaches
 * PostgreSQL with `app.tenant` set, by which row security decides. Without a scope the tables of
 * tenants refuse to answer.
 */
export function inTenant<T>(tenant: number, work: () => T): T {
  return current.run(tenantNumber(tenant), work)
}

/** Runs `work` in no scope, whatever stood around it: for what goes on when a request has ended. */
export function outsideTenants<T>(work: () => T): T {
  return current.run(null, work)
}

/** The tenant of the scope around the caller, or null. */
export function currentTenant(): number | null {
  return current.getStore() ?? null
}

/** Enters a scope without leaving it again: for tests, each of which is a context of its own. */
export function enterTenant(tenant: number): void {
  current.enterWith(tenantNumber(tenant))
}

/** A tenant as it may stand in a statement: it is written into it and not handed beside it. */
export function tenantNumber(tenant: number): number {
  assert(Number.isSafeInteger(tenant) && tenant > 0, 'a tenant is a positive whole number')
  return tenant
}
