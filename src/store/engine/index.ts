/**
 * What both engines have in common: a pool of `pg` clients, the guard that Kysely sees around it,
 * the types as they are handed over, and the lock of a directory. Because both answer the same
 * client, both give the same types and the same errors. It knows no table.
 */
export {
  type Connections,
  CopyRows,
  type Draft,
  type GuardedPool,
  guardPool,
} from './guarded-pool.ts'
export { CHANGE_CODE, type Change, type ChangeSet, type Keeper } from './keep-changes.ts'
export { bootId, lookAtLock, type OwnedLock, takeLock } from './lock.ts'
export { openPostgres } from './postgres.ts'
export { prepared } from './prepared.ts'
export { currentTenant, inTenant, outsideTenants, tenantNumber } from './tenant-scope.ts'
export { typeParsers } from './types.ts'
