// One's own second factors.
import {
  bindCertificate,
  confirmTotp,
  readOwnFactors,
  removeFactor,
  renewRecoveryCodes,
  startTotp,
  totpAddress,
} from '../../trust/factor/index.ts'
import { readOwnAccount } from '../../trust/session/index.ts'
import { actorIn } from './frame/actor.ts'
import { addressOfPeer } from './frame/address.ts'
import { certificateOf } from './frame/certificate.ts'
import type { Api, HttpContext } from './frame/context.ts'
import { assertSecretsMayTravel } from './frame/security.ts'
import { writeContext } from './frame/write-context.ts'
import * as routes from './schemas/factors.ts'

export function addFactors(api: Api): void {
  api.openapi(routes.readFactors, async (c) => {
    const own = await readOwnFactors(c.var.installation.store, actorIn(c))
    const takesCertificates = c.var.config.certificates !== null
    return c.json({ ...own, certificate: certificateOf(c), takesCertificates }, 200)
  })

  api.openapi(routes.startTotp, async (c) => {
    assertSecretsMayTravel(c, addressOfPeer(c))
    const { secret } = await startTotp(factorContext(c))
    const { person } = await readOwnAccount(c.var.installation.sessions, actorIn(c))
    const address = secret === null ? null : totpAddress(secret, person.login)
    return c.json({ secret, address }, 200)
  })

  api.openapi(routes.confirmTotp, async (c) => {
    assertSecretsMayTravel(c, addressOfPeer(c))
    return c.json(toldDto(await confirmTotp(factorContext(c), c.req.valid('json').code)), 200)
  })

  api.openapi(routes.renewRecovery, async (c) => {
    assertSecretsMayTravel(c, addressOfPeer(c))
    return c.json(toldDto(await renewRecoveryCodes(writeContext(c))), 200)
  })

  api.openapi(routes.bindCertificate, async (c) => {
    await bindCertificate(writeContext(c), certificateOf(c))
    return c.body(null, 204)
  })

  api.openapi(routes.removeFactor, async (c) => {
    await removeFactor(writeContext(c), c.req.valid('json').kind)
    return c.body(null, 204)
  })
}

const factorContext = (c: HttpContext) => ({
  ...writeContext(c),
  sealer: c.var.installation.sealer,
})

const toldDto = ({ recoveryCodes }: { recoveryCodes: readonly string[] | null }) => ({
  recoveryCodes: recoveryCodes === null ? null : [...recoveryCodes],
})
