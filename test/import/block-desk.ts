/** A desk that the cases of one block work at: opening one takes longer than most cases. */
import { afterAll, beforeAll } from 'vitest'
import { enterTenant } from '../../src/store/engine/tenant-scope.ts'
import type { ContractEngine, Place } from '../contracts/engines.ts'
import { type Desk, openDesk, TENANT } from './desk.ts'

export function blockDesk(engine: ContractEngine, workers = 1): { readonly desk: Desk } {
  let desk: Desk
  let place: Place
  beforeAll(async () => {
    place = await engine.freshPlace()
    desk = await openDesk(place.options, workers)
  })
  afterAll(async () => {
    await desk.close()
    await place.remove()
  })
  return {
    /** Whoever takes the desk works in the scope of its tenant from there on. */
    get desk() {
      enterTenant(TENANT)
      return desk
    },
  }
}
