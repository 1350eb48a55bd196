import { describe, expect, test } from 'vitest'
import { onEachEngine, sharedStore } from '../../../test/contracts/engines.ts'
import { beginOffice, later, problemOf } from '../people/office.case.ts'
import { deskModeNow, readDesk, refuseSameEyes, setDeskMode } from './index.ts'

const MAKER = '00000000-0000-8000-8000-000000000001'
const OTHER = '00000000-0000-8000-8000-000000000002'

test.each([
  ['four-eyes', MAKER, 'four-eyes'],
  ['four-eyes', OTHER, 'none'],
  ['one-person', MAKER, 'none'],
] as const)('%s: %s confirms what the maker made: %s', async (mode, actor, expected) => {
  const confirm = async () => refuseSameEyes(mode, [MAKER], actor)
  expect(await problemOf(confirm())).toBe(expected)
})

onEachEngine((engine) => {
  const shared = sharedStore(engine)
  let tenant = 0

  describe('the desk', () => {
    test('works by four eyes until an office says otherwise, and says who did', async () => {
      const office = await beginOffice(shared.store, ++tenant)
      const { actor } = await office.enter('office')
      expect(await readDesk(office.store, actor)).toEqual({
        ...{ mode: 'four-eyes', reason: null, setBy: null, setAt: null },
      })
      const change = { mode: 'one-person', reason: '办公室只有一人在岗' } as const
      const view = await setDeskMode(office.context(actor), change)
      expect(view).toMatchObject({ ...change, setBy: '演示人员' })
      expect(await deskModeNow(office.store.read, actor.tenant)).toBe('one-person')
      expect(await problemOf(setDeskMode(office.context(actor), change))).toBe('conflict')
      const back = { mode: 'four-eyes', reason: '新到一人' } as const
      await setDeskMode(office.context(actor, { now: later(1000) }), back)
      expect(await readDesk(office.store, actor)).toMatchObject(back)
    })

    test('is changed by nobody without a reason or the permission', async () => {
      const office = await beginOffice(shared.store, ++tenant)
      const { actor } = await office.enter('office')
      const mute = setDeskMode(office.context(actor), { mode: 'one-person', reason: ' ' })
      expect(await problemOf(mute)).toBe('invalid-input')
      const firm = await office.enter('leadFirm')
      const change = { mode: 'one-person', reason: '试' } as const
      expect(await problemOf(setDeskMode(office.context(firm.actor), change))).toBe('forbidden')
    })
  })
})
