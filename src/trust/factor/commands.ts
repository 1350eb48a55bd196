import { Problem } from '../../base/index.ts'
import type { Store } from '../../store/index.ts'
import { type Actor, authorise } from '../access/index.ts'
import { type WriteContext, write } from '../gate/index.ts'
import { stepOf } from './prove.ts'
import { makeRecoveryCodes, recoveryHash } from './recovery.ts'
import { boundTo, type Sealer } from './seal.ts'
import {
  countCodes,
  deleteFactors,
  type FactorKind,
  type FactorView,
  factorsOf,
  insertCertificate,
  insertSecret,
  replaceCodes,
  spendStep,
} from './store.ts'
import { base32, SECRET_BYTES } from './totp.ts'
import { certificateTaken, factorAlready, noCertificate, noFactor } from './words.ts'

/** A write about one's own second factors. */
export type FactorContext = WriteContext & { readonly sealer: Sealer }

/** Codes for recovery, told once; null to whoever asks again. */
export interface CodesTold {
  readonly recoveryCodes: readonly string[] | null
}

/** One's own second factors, and how many codes for recovery are left. Problem: `forbidden`. */
export async function readOwnFactors(
  store: Store,
  actor: Actor,
): Promise<{ factors: FactorView[]; recoveryLeft: number }> {
  authorise(actor, 'own-account')
  const { tenant, person } = actor
  const factors = await factorsOf(store.read, tenant, person)
  return { factors, recoveryLeft: await countCodes(store.read, tenant, person) }
}

/**
 * Begins one-time codes with a secret, told once in letters; they are in force when confirmed by one
 * code. Null for a repeated request: its secret is not kept in the clear.
 * Problems: `forbidden`, `step-up-needed`, `conflict` (they are in force already).
 */
export async function startTotp(context: FactorContext): Promise<{ secret: string | null }> {
  const { actor, sealer, random, now } = context
  const { tenant, person } = actor
  const secret = random(SECRET_BYTES)
  const sealed = sealer.seal(secret, boundTo(tenant, person), random)
  const command = { ...own('factor.start-totp'), input: { person } } as const
  const { replayed } = await write(context, command, async (tx) => {
    if (!(await insertSecret(tx, { tenant, person, secret: sealed, now }))) throw factorAlready()
    return {}
  })
  return { secret: replayed ? null : base32(secret) }
}

/**
 * Puts one-time codes in force by the first of them, and tells the codes for recovery.
 * Problems: `forbidden`, `wrong-code`, `conflict` (nothing was begun, or it is in force already).
 */
export async function confirmTotp(context: FactorContext, code: string): Promise<CodesTold> {
  const { actor, random, now } = context
  const { tenant, person } = actor
  const codes = makeRecoveryCodes(random)
  const input = { person }
  const command = { name: 'factor.confirm-totp', permission: 'own-account', input } as const
  const { replayed } = await write(context, command, async (tx) => {
    const step = await stepOf(tx, { ...context, tenant, person }, code.replaceAll(/\s/g, ''))
    if (step === null) throw new Problem('wrong-code')
    if (!(await spendStep(tx, { tenant, person, step, confirmedAt: now }))) throw factorAlready()
    await replaceCodes(tx, { tenant, person, hashes: hashesOf(actor, codes) })
    return {}
  })
  return { recoveryCodes: replayed ? null : codes }
}

/**
 * Makes new codes for recovery; those before are good no more.
 * Problems: `forbidden`, `step-up-needed`, `conflict` (there are no one-time codes).
 */
export async function renewRecoveryCodes(context: WriteContext): Promise<CodesTold> {
  const { actor, random } = context
  const { tenant, person } = actor
  const codes = makeRecoveryCodes(random)
  const command = { ...own('factor.renew-recovery'), input: { person } } as const
  const { replayed } = await write(context, command, async (tx) => {
    const factors = await factorsOf(tx, tenant, person)
    if (!factors.some(({ kind }) => kind === 'totp')) throw noFactor()
    await replaceCodes(tx, { tenant, person, hashes: hashesOf(actor, codes) })
    return {}
  })
  return { recoveryCodes: replayed ? null : codes }
}

/**
 * Lets the certificate that came with this request stand for the person.
 * Problems: `forbidden`, `step-up-needed`, `conflict` (none came, or it stands for somebody already).
 */
export async function bindCertificate(
  context: WriteContext,
  certificate: string | null,
): Promise<void> {
  const { actor, now } = context
  const { tenant, person } = actor
  if (certificate === null) throw noCertificate()
  const input = { person, subject: certificate }
  const command = { ...own('factor.bind-certificate'), input } as const
  await write(context, command, async (tx) => {
    const row = { tenant, person, subject: certificate, now }
    if (!(await insertCertificate(tx, row))) throw certificateTaken()
    return {}
  })
}

/**
 * Takes one of one's own second factors away.
 * Problems: `forbidden`, `step-up-needed`, `conflict` (there is none of this kind).
 */
export async function removeFactor(context: WriteContext, kind: FactorKind): Promise<void> {
  const { tenant, person } = context.actor
  const command = { ...own('factor.remove'), input: { person, kind } } as const
  await write(context, command, async (tx) => {
    if ((await deleteFactors(tx, { tenant, person, kind })) === 0) throw noFactor()
    return {}
  })
}

/** What changes how somebody signs in wants a fresh proof: a found session must not outlive itself. */
const own = <Name extends string>(name: Name) =>
  ({ name, permission: 'own-account', weighty: true }) as const

const hashesOf = ({ tenant, person }: Actor, codes: readonly string[]): string[] =>
  codes.map((code) => recoveryHash(tenant, person, code))
