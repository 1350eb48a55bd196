/** The parameters of a derivation in words: names for ids, days as days; the rest as it is kept. */
import { useQuery } from '@tanstack/react-query'
import { type ClaimView, chainsQuery, type Derivation } from '../../api/index.ts'
import { MAKER_PLACES } from '../../parts/index.ts'
import { type Speech, useWords, type WordKey } from '../../words/index.ts'

const NAMES: Record<string, WordKey> = {
  chain: 'parameter.chain',
  stage: 'parameter.stage',
  place: 'parameter.place',
  home: 'parameter.home',
  known: 'parameter.known',
  valid: 'parameter.valid',
  what: 'parameter.what',
}

export function Parameters({ derivation }: { derivation: Derivation }) {
  const speech = useWords()
  const chains = useQuery(chainsQuery).data?.items ?? []
  const nameOf = (id: string): string | undefined => {
    const chain = chains.find((each) => each.id === id)
    return chain ? speech.nameOf(chain) : nameInClaims(id, derivation.claims)
  }
  return Object.entries(derivation.parameters).map(([name, value]) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    const known = NAMES[name]
    return (
      <span key={name} className="parameter" title={`${name} = ${text}`}>
        <span className="mute">{known ? speech.t(known) : name}</span>{' '}
        {nameOf(text) ?? valueWords(name, text, speech)}
      </span>
    )
  })
}

function nameInClaims(id: string, claims: readonly ClaimView[]): string | undefined {
  return claims
    .flatMap(({ subject, object }) => [subject, ...(object ? [object] : [])])
    .find((thing) => thing.id === id)?.name
}

function valueWords(name: string, text: string, { t }: Speech): string {
  if (name === 'place') {
    const place = [...MAKER_PLACES, 'unplaced' as const].find((each) => each === text)
    return place ? t(`makers.${place}`) : text
  }
  return name === 'known' ? text.slice(0, 16).replace('T', ' ') : text
}
