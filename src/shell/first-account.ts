/** The first account of an empty installation, and how its password is told. */
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from '@hono/zod-openapi'
import type { Roles } from '../trust/access/index.ts'
import { type FirstOrganisation, firstSignIn, isFirstStart } from '../trust/people/index.ts'
import { ALL_ON, type SafeguardSwitches } from '../trust/safeguard/index.ts'
import type { Installation } from './installation.ts'
import { askForSample } from './sample.ts'

const Account = z.object({ login: z.string(), password: z.string() })
const Told = Account.extend({ others: z.array(Account).default([]) })

/** A login and its password, which was made of chance. */
export type AccountTold = z.infer<typeof Account>

/**
 * Login and password of the first account, while they are still to be told; with the sample also
 * those of two invented colleagues, so that one person may try what takes a second one.
 */
export type FirstAccountTold = z.infer<typeof Told>

/**
 * Begins an installation in which nobody has an account; answers what to tell, or null when it was
 * begun before. With the sample the password is also kept in a file for its owner alone, so that
 * whoever only tries the program finds it again; an office is told once.
 */
export async function beginIfEmpty(installation: Installation): Promise<FirstAccountTold | null> {
  const { store, roles, config, now, random } = installation
  const { sample, directory } = config
  if (!(await isFirstStart(store))) return null
  if (sample) await askForSample(directory)
  const { login, password } = await firstSignIn(
    { store, roles },
    {
      tenantName: sample ? '样例辖区' : '本辖区',
      home: sample ? SAMPLE_HOME : null,
      organisations: sample ? demonstration(roles) : [office(roles)],
      safeguards: sample ? ALL_OFF : ALL_ON,
      person: sample ? { login: 'demo', name: '样例用户' } : { login: 'admin', name: '管理员' },
      now: now(),
      random,
    },
  )
  const told = { login, password, others: [] }
  if (sample) await keepAccount(directory, told)
  return told
}

/** Keeps the sign-ins of the sample in a file for its owner alone. */
export async function keepAccount(directory: string, told: FirstAccountTold): Promise<void> {
  await writeFile(pathIn(directory), JSON.stringify(told), { mode: 0o600 })
}

/** The kept first sign-in; null when there is none. */
export async function readKeptAccount(directory: string): Promise<FirstAccountTold | null> {
  try {
    return Told.parse(JSON.parse(await readFile(pathIn(directory), 'utf8')))
  } catch {
    return null
  }
}

/** Forgets the kept first sign-in, once its password is no longer the one that was told. */
export async function forgetKeptAccount(directory: string): Promise<void> {
  await rm(pathIn(directory), { force: true })
}

const pathIn = (directory: string): string => join(directory, 'first-sign-in.json')

/** Shanghai, in whose region the sample stands (GB/T 2260). */
const SAMPLE_HOME = '310000'

/**
 * One person tries every role of the sample, so nobody is kept apart there and nothing is asked
 * twice; the screens say so. An office begins with every measure.
 */
const ALL_OFF: SafeguardSwitches = { secondFactor: false, stepUp: false, separated: false }

/** An office begins with the first role of the role file, and with whoever names the administrators. */
function office(roles: Roles): FirstOrganisation {
  const [first] = [...roles.values()].filter((role) => role.organisations.includes('government'))
  const founding = [...roles.values()].filter(({ founds }) => founds)
  const held = [...(first ? [first] : []), ...founding].map(({ id }) => id)
  return { name: '链长制办公室', kind: 'government', roles: held }
}

/** Organisations in which every role of the role file can be held by one person. */
function demonstration(roles: Roles): FirstOrganisation[] {
  const left = new Set(roles.keys())
  return DEMONSTRATION.map(({ takes, ...organisation }) => {
    const held = [...roles.values()]
      .filter((role) => left.has(role.id) && role.organisations.includes(organisation.kind))
      .map((role) => role.id)
      .slice(0, takes)
    for (const id of held) left.delete(id)
    return { ...organisation, home: SAMPLE_HOME, roles: held }
  }).filter((organisation) => organisation.roles.length > 0)
}

const DEMONSTRATION = [
  { name: '样例省链长制办公室', kind: 'government', takes: Number.POSITIVE_INFINITY },
  { name: '样例链主企业', kind: 'firm', takes: 1 },
  { name: '样例链员企业', kind: 'firm', takes: Number.POSITIVE_INFINITY },
  { name: '样例研究院', kind: 'institute', takes: Number.POSITIVE_INFINITY },
] as const
