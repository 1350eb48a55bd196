/** Somebody who has signed in and asks as a browser does, with the cookie of the session. */
import { randomUUID } from 'node:crypto'
import { signedInAs } from '../../../tools/bench/office.ts'
import type { RunningProduct } from '../../../tools/server.ts'
import type { Chance } from '../chance.ts'

export interface Person {
  readonly role: string
  readonly permissions: ReadonlySet<string>
  /** Asks, reads the whole answer, and throws where it is not what was hoped for. */
  ask(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Response & { text: string }>
}

interface Organisation {
  readonly id: string
  readonly kind: 'government' | 'firm' | 'institute'
}

/** Roles of an office's day and how many of a hundred people hold each. */
const SHARES: readonly (readonly [role: string, share: number])[] = [
  ['office', 35],
  ['chief', 5],
  ['taskForce', 15],
  ['reviewer', 5],
  ['dataSteward', 10],
  ['leadFirm', 5],
  ['memberFirm', 15],
  ['institute', 8],
  ['auditor', 2],
]

const PASSWORD = 'Shuang-shi-di-qi-yue-7310'

/** More at once would only queue for the hashing of passwords. */
const TOGETHER = 8

/** Adds so many people, as the local operator, and signs them in. */
export async function signedIn(
  product: RunningProduct,
  count: number,
  chance: Chance,
): Promise<Person[]> {
  const organisations = await read<{ items: Organisation[] }>(product, '/api/organisations')
  const roles = await read<{ items: { id: string; organisations: string[] }[] }>(
    product,
    '/api/roles',
  )
  const logins = Array.from({ length: count }, () => `load-${chance.next().toString(36).slice(2)}`)
  const people: Person[] = []
  for (let at = 0; at < count; at += TOGETHER) {
    const some = logins.slice(at, at + TOGETHER).map(async (login, offset) => {
      const role = roleAt((at + offset) / count)
      const kinds = roles.items.find(({ id }) => id === role)?.organisations ?? []
      const [of] = organisations.items.filter(({ kind }) => kinds.includes(kind))
      await write(product, '/api/people', {
        ...{ login, name: `样例人员${at + offset}`, password: PASSWORD },
        memberships: [{ organisation: of?.id, role }],
      })
      return signIn(product, login)
    })
    people.push(...(await Promise.all(some)))
  }
  return people
}

function roleAt(place: number): string {
  let below = 0
  for (const [role, share] of SHARES) {
    below += share / 100
    if (place < below) return role
  }
  return 'office'
}

async function signIn(product: RunningProduct, login: string): Promise<Person> {
  const { cookie, me } = await signedInAs(product, login, PASSWORD)
  return {
    role: me.role,
    permissions: new Set(me.permissions),
    async ask(method, path, body) {
      const asked = await fetch(product.url + path, {
        method,
        headers: {
          cookie,
          ...(method === 'POST' && { 'Idempotency-Key': randomUUID() }),
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      const text = await asked.text()
      if (!asked.ok) throw new Error(`${method} ${path}: ${asked.status} ${text.slice(0, 300)}`)
      return Object.assign(asked, { text }) as unknown as Response & { text: string }
    },
  }
}

/** Reads as the local operator. */
export async function read<Answer>(product: RunningProduct, path: string): Promise<Answer> {
  const answer = await product.ask(path)
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as Answer
}

/** Writes as the local operator. */
export async function write(product: RunningProduct, path: string, body: unknown): Promise<void> {
  const answer = await product.ask(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
}
