import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { addTenant, onEachEngine, PERSON, sharedStore } from '../../../test/contracts/engines.ts'
import { uuidOf } from '../../base/index.ts'
import { differingReadings, newestReadings } from './store.ts'

const AS_OF = { known: '2026-11-20T09:00:00.000Z', valid: '2026-11-20' }
const SEES = { tenant: 1, labels: [1, 2] }
const FIRM = uuidOf('firm')
const DECISION = uuidOf('decision')

onEachEngine((engine) => {
  const shared = sharedStore(engine)

  /** One published figure of revenue for 2024, from a source of that day. */
  async function said(name: string, day: string | null, number: string, label = 2) {
    const claim = uuidOf(name)
    const source = uuidOf('source', name)
    await shared.store.transaction(async (tx) => {
      await sql`insert into source (tenant, id, title, publisher, published_on, media_type,
          file_name, sha256, size_bytes, class, label, synthetic, brought_by, brought_at)
        values (1, ${source}, ${name}, 'x', ${day}, 'text/plain', 'x', ${name}, 1, 'typed',
          ${label}, false, ${PERSON}, ${AS_OF.known})`.execute(tx)
      await sql`insert into value (tenant, claim, subject, property, printed, operator, number, unit,
          valid_from, valid_to, source, label, decision)
        values (1, ${claim}, ${FIRM}, 'revenue', ${number}, '=', ${number}::numeric, '元',
          '2024-01-01', '2024-12-31', ${source}, ${label}, ${DECISION})`.execute(tx)
    })
    return claim
  }

  describe('standing figures', () => {
    test('are renewed by a newer source that repeats them, and differ where it does not', async () => {
      const { store } = shared
      await addTenant(store, 1)
      await sql`insert into decision (tenant, id, kind, actor, recorded_at, policy, claims)
        values (1, ${DECISION}, 'publish', ${PERSON}, '2026-01-01T00:00:00Z', 'typed@1', 1)`.execute(
        store.read,
      )
      const newest = () => newestReadings(store.read, SEES, AS_OF, ['revenue'])
      const differing = () => differingReadings(store.read, SEES, AS_OF, ['revenue'], 10)
      const old = await said('old', '2024-03-01', '100')
      expect(await newest()).toMatchObject([{ claim: old, publishedOn: '2024-03-01' }])
      const again = await said('again', '2026-03-01', '100.0')
      expect(await newest()).toMatchObject([{ claim: again, publishedOn: '2026-03-01' }])
      expect(await differing()).toEqual([])
      await said('hidden', '2026-05-01', '999', 7)
      expect(await differing()).toEqual([])
      const other = await said('other', '2026-04-01', '120')
      expect(await newest()).toMatchObject([{ claim: other }])
      expect((await differing()).map(({ claim }) => claim)).toEqual([other, again, old])
      expect(
        await newestReadings(store.read, { tenant: 2, labels: [1, 2] }, AS_OF, ['revenue']),
      ).toEqual([])
      expect(await newestReadings(store.read, SEES, AS_OF, [])).toEqual([])
    })
  })
})
