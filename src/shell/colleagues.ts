/**
 * The invented colleagues of the sample: what needs four eyes needs a second person, so whoever tries
 * the program alone is given two more accounts. An office's installation never has them.
 */
import { createPerson, listOrganisations, listPeople } from '../trust/people/index.ts'
import { makePassword } from '../trust/session/index.ts'
import { type AccountTold, keepAccount, readKeptAccount } from './first-account.ts'
import type { Installation } from './installation.ts'
import { inOwnTenant } from './operator.ts'

const COLLEAGUES = [
  { login: 'demo-jia', name: '样例用户甲（合成）' },
  { login: 'demo-yi', name: '样例用户乙（合成）' },
] as const

/** The roles of an office that the colleagues hold, as far as the role file has them. */
const ROLES = ['office', 'chief', 'taskForce', 'reviewer', 'dataSteward']

/**
 * Adds the two colleagues to the office of the sample and keeps their passwords beside that of the
 * first account. The passwords are kept first: a start that is broken off in between begins again
 * with the same. Problem: `forbidden`.
 */
export function addColleagues(installation: Installation): Promise<void> {
  return inOwnTenant(() => addMissing(installation))
}

async function addMissing(installation: Installation): Promise<void> {
  const { store, config, random } = installation
  const kept = await readKeptAccount(config.directory)
  if (kept === null) return
  const others = COLLEAGUES.map(
    ({ login }) =>
      kept.others.find((other) => other.login === login) ?? {
        login,
        password: makePassword(random),
      },
  )
  await keepAccount(config.directory, { ...kept, others })
  const known = await listPeople(store, await installation.operator(), { limit: 200 })
  const logins = new Set(known.items.map(({ login }) => login))
  for (const other of others.filter(({ login }) => !logins.has(login))) {
    await addColleague(installation, other)
  }
}

async function addColleague(
  installation: Installation,
  { login, password }: AccountTold,
): Promise<void> {
  const { store, roles, now, random } = installation
  const actor = await installation.operator()
  const organisations = await listOrganisations(store, actor)
  const office = organisations.items.find(({ kind }) => kind === 'government')
  const held = ROLES.filter((role) => roles.has(role))
  if (office === undefined || held.length === 0) return
  const memberships = held.map((role) => ({ organisation: office.id, role }))
  const name = COLLEAGUES.find((each) => each.login === login)?.name ?? login
  const context = { store, roles, actor, now: now(), random, key: null, dryRun: false }
  await createPerson(context, { login, name, password, memberships })
}
