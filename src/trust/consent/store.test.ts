import { describe, expect, test } from 'vitest'
import { onEachEngine, sharedStore } from '../../../test/contracts/engines.ts'
import { decide, readLabels } from '../access/index.ts'
import { beginOffice, type Office, problemOf } from '../people/office.case.ts'
import {
  labelFor,
  labelToBring,
  listConsents,
  recordConsent,
  type WantedLabel,
  withdrawConsent,
} from './index.ts'

const NOBODY = '00000000-0000-8000-8000-0000000000ee'

onEachEngine((engine) => {
  const shared = sharedStore(engine)
  let tenant = 0
  const begin = () => beginOffice(shared.store, ++tenant)
  const letter = (office: Office) => ({
    organisation: office.firm,
    covers: '产能与订单数据，用于链长制办公室内部研判',
    document: '授权书 2026-01 号',
    givenOn: '2026-01-01',
    endsOn: '2026-12-31',
  })
  const label = (office: Office, some: Partial<WantedLabel>) =>
    office.store.transaction((tx) =>
      labelFor(tx, office.account.tenant, {
        level: 'restricted',
        organisations: [office.firm, office.office],
        on: '2026-11-20',
        ...some,
      }),
    )

  describe('a firm’s private data', () => {
    test('get a label only while its consent is in force', async () => {
      const office = await begin()
      const { actor } = await office.enter('dataSteward')
      expect(await problemOf(label(office, {}))).toBe('consent-missing')
      const { output } = await recordConsent(office.context(actor), letter(office))
      const id = await label(office, {})
      const [stored] = await readLabels(office.store.read, office.account.tenant, [id])
      expect(stored).toMatchObject({ level: 'restricted', internal: false })
      expect(new Set(stored?.organisations)).toEqual(new Set([office.firm, office.office]))
      expect(await label(office, { on: '2026-12-31' })).toBe(id)
      expect(await problemOf(label(office, { on: '2027-01-01' }))).toBe('consent-missing')
      expect(await problemOf(label(office, { on: '2025-12-31' }))).toBe('consent-missing')
      await withdrawConsent(office.context(actor), output.id)
      expect(await problemOf(label(office, {}))).toBe('consent-missing')
    })

    test.each<[string, (office: Office) => Partial<WantedLabel>, string]>([
      ['the public', () => ({ level: 'public', organisations: [] }), 'none'],
      ['the office', () => ({ level: 'internal', organisations: [] }), 'none'],
      ['government bodies', (office) => ({ organisations: [office.office] }), 'none'],
      ['nobody', () => ({ organisations: [] }), 'invalid-input'],
      ['somebody unknown', () => ({ organisations: [NOBODY] }), 'invalid-input'],
      ['what is no id', () => ({ organisations: ['x'] }), 'invalid-input'],
      ['an institute', (office) => ({ organisations: [office.institute] }), 'consent-missing'],
      [
        'few',
        (office) => ({ level: 'sensitive', organisations: [office.firm] }),
        'consent-missing',
      ],
    ])('for %s', async (_, wanted, expected) => {
      const office = await begin()
      expect(await problemOf(label(office, wanted(office)))).toBe(expected)
    })
  })

  describe('what is about to be brought', () => {
    test('is seen by whoever brings it, when the label names their organisation', async () => {
      const office = await begin()
      const { actor } = await office.enter('taskForce')
      const context = office.context(actor)
      const wanted = { level: 'restricted', organisations: [office.firm, office.office] } as const
      expect(await problemOf(labelToBring(context, wanted))).toBe('consent-missing')
      await recordConsent(office.context((await office.enter('office')).actor), letter(office))
      const own = await labelToBring(context, wanted)
      expect(own.context.actor.labels).toEqual([1, 2, own.label])
      expect(decide(own.context.actor, 'bring-source', { label: own.label })).toBe('allowed')
      const foreign = await labelToBring(context, { ...wanted, organisations: [office.firm] })
      expect(decide(foreign.context.actor, 'bring-source', foreign)).toBe('hidden')
      const chief = office.context((await office.enter('chief')).actor)
      expect(await problemOf(labelToBring(chief, wanted))).toBe('forbidden')
    })
  })

  describe('consents', () => {
    test('are recorded and withdrawn once, and listed newest first', async () => {
      const office = await begin()
      const { actor } = await office.enter('office')
      const first = await recordConsent(office.context(actor), letter(office))
      expect(first.output).toMatchObject({
        organisation: { id: office.firm, name: '示例半导体公司' },
        givenOn: '2026-01-01',
        endsOn: '2026-12-31',
        recordedBy: actor.person,
        withdrawn: false,
        withdrawnAt: null,
      })
      const gone = await withdrawConsent(office.context(actor), first.output.id)
      expect(gone.output.withdrawn).toBe(true)
      const twice = withdrawConsent(office.context(actor), first.output.id)
      expect(await problemOf(twice)).toBe('conflict')
      expect(await listConsents(office.store, actor)).toEqual([gone.output])
    })

    test('are refused where the input does not hold', async () => {
      const office = await begin()
      const context = office.context((await office.enter('office')).actor)
      const chief = office.context((await office.enter('chief')).actor)
      const attempts = [
        () => recordConsent(context, { ...letter(office), givenOn: '2026-02-30' }),
        () => recordConsent(context, { ...letter(office), endsOn: '2025-01-01' }),
        () => recordConsent(context, { ...letter(office), covers: '' }),
        () => recordConsent(context, { ...letter(office), organisation: NOBODY }),
        () => withdrawConsent(context, NOBODY),
        () => recordConsent(chief, letter(office)),
        () => listConsents(office.store, chief.actor),
      ]
      expect(await Promise.all(attempts.map((attempt) => problemOf(attempt())))).toEqual([
        'invalid-input',
        'invalid-input',
        'invalid-input',
        'invalid-input',
        'not-found',
        'forbidden',
        'forbidden',
      ])
    })
  })
})
