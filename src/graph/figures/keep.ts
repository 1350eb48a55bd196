import { canonicalJson, type Uuid, uuidOf } from '../../base/index.ts'
import type { Database } from '../../store/index.ts'
import { type Actor, PUBLIC_LABEL, strictestLabel } from '../../trust/access/index.ts'
import type { Algorithms } from './commands.ts'
import { parseFigureId, snapshotHash } from './figure.ts'
import type { Figure } from './model.ts'
import { insertDerivation, labelsOfClaims } from './store.ts'

/** A figure that was computed a moment ago, with the claims that went in. */
export interface ComputedFigure {
  readonly figure: Figure
  readonly claims: readonly Uuid[]
}

/**
 * Keeps figures within the transaction of the command that computed them, each under the strictest
 * label of its claims, so that what the command stores can cite them for ever. Gives the id of each
 * kept figure by the id it was computed under.
 */
export async function keepFigures(
  tx: Database,
  recorded: { readonly actor: Pick<Actor, 'tenant' | 'person'>; readonly at: string },
  algorithms: Algorithms,
  computed: readonly ComputedFigure[],
): Promise<Map<string, string>> {
  const kept = new Map<string, string>()
  if (computed.length === 0) return kept
  const { tenant, person } = recorded.actor
  const labels = await labelsOfClaims(
    tx,
    tenant,
    computed.flatMap(({ claims }) => claims),
  )
  for (const { figure, claims } of computed) {
    const parsed = parseFigureId(figure.id)
    if (parsed?.kind !== 'query' || kept.has(figure.id)) continue
    const { algorithm, parameters } = parsed
    const version = algorithms[algorithm]?.version ?? 1
    const snapshot = snapshotHash(claims)
    const named = canonicalJson({ algorithm, version, parameters, seed: null })
    const id = uuidOf(String(tenant), 'derivation', named, snapshot)
    const own = new Set(claims.flatMap((claim) => labels.get(claim) ?? []))
    const label = own.size === 0 ? PUBLIC_LABEL.id : await strictestLabel(tx, tenant, [...own])
    const row = { id, algorithm, version, parameters, seed: null, snapshot, label }
    const stored = { ...row, output: figure.text, claims: [...new Set(claims)] }
    await insertDerivation(tx, tenant, stored, { by: person, at: recorded.at })
    kept.set(figure.id, `d.${id}`)
  }
  return kept
}
