// The log as others check it: hashes and signatures, and nothing of what was done.

import { authorise } from '../../trust/access/index.ts'
import {
  countWaiting,
  newestHead,
  proveConsistency,
  proveEntry,
  readKeys,
  readTree,
} from '../../trust/checkpoint/index.ts'
import { SUITES, verifierKey } from '../../trust/log/index.ts'
import {
  cosignedNote,
  endWitness,
  readWitnessing,
  registerWitness,
  setWitnessesNeeded,
  takeCosignatures,
  type Witnessing,
} from '../../trust/witness/index.ts'
import { actorIn } from './frame/actor.ts'
import type { Api, HttpContext } from './frame/context.ts'
import { writeContext } from './frame/write-context.ts'
import * as routes from './schemas/log.ts'

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

/** Whoever sees the chains may check the log. */
function asked(c: HttpContext) {
  const actor = actorIn(c)
  authorise(actor, 'read-chain')
  return { db: c.var.installation.store.read, tenant: actor.tenant }
}

export function addLog(api: Api): void {
  api.openapi(routes.readCheckpoint, async (c) => {
    const { db, tenant } = asked(c)
    // Counted first: entries taken up between the two would else be told neither here nor there.
    const waiting = await countWaiting(db, tenant)
    const head = await newestHead(db, tenant)
    const { size, root, signedAt } = head
    const note = await cosignedNote(db, tenant, head)
    const tree = await readTree(db, tenant)
    const { origin = '', suite = 'intl' } = tree ?? {}
    return c.json({ origin, suite, size, root: base64(root), note, signedAt, waiting }, 200)
  })

  api.openapi(routes.readLogKeys, async (c) => {
    const { db, tenant } = asked(c)
    const keys = await readKeys(db, tenant)
    const items = keys.map(({ id, name, suite, publicKey, madeAt }) => ({
      ...{ id, suite, madeAt, key: verifierKey(name, { suite: SUITES[suite], publicKey }) },
    }))
    return c.json({ items }, 200)
  })

  api.openapi(routes.proveInclusion, async (c) => {
    const { db, tenant } = asked(c)
    const { entry, size } = c.req.valid('query')
    const proof = await proveEntry(db, tenant, entry, size)
    return c.json({ entry, ...proof, hashes: proof.hashes.map(base64) }, 200)
  })

  api.openapi(routes.proveConsistency, async (c) => {
    const { db, tenant } = asked(c)
    const { from, size: wanted } = c.req.valid('query')
    const size = wanted ?? (await newestHead(db, tenant)).size
    const hashes = await proveConsistency(db, tenant, from, size)
    return c.json({ from, size, hashes: hashes.map(base64) }, 200)
  })
}

/** Lists that a client may not change are told as copies. */
const witnessingDto = ({ witnesses, forks, ...told }: Witnessing) => ({
  ...{ ...told, witnesses: [...witnesses], forks: [...forks] },
})

export function addWitnesses(api: Api): void {
  api.openapi(routes.readWitnessing, async (c) => {
    const { store, now } = c.var.installation
    return c.json(witnessingDto(await readWitnessing({ store, actor: actorIn(c) }, now())), 200)
  })

  api.openapi(routes.registerWitness, async (c) => {
    const told = await registerWitness(writeContext(c), c.req.valid('json'))
    return c.json(witnessingDto(told), 200)
  })

  api.openapi(routes.endWitness, async (c) => {
    const told = await endWitness(writeContext(c), c.req.valid('param').id)
    return c.json(witnessingDto(told), 200)
  })

  api.openapi(routes.setWitnessesNeeded, async (c) => {
    const told = await setWitnessesNeeded(writeContext(c), c.req.valid('json').needed)
    return c.json(witnessingDto(told), 200)
  })

  api.openapi(routes.takeCosignatures, async (c) => {
    const told = await takeCosignatures(writeContext(c), c.req.valid('json').note)
    return c.json(witnessingDto(told), 200)
  })
}
