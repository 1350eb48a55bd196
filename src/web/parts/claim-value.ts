/** What a claim says, in the words of the page: a choice by its word, a link by its other end. */
import { useQuery } from '@tanstack/react-query'
import { type ClaimView, type Vocabulary, vocabularyQuery } from '../api/index.ts'
import { type Speech, useWords } from '../words/index.ts'

type Said = Pick<ClaimView, 'property' | 'object' | 'figure'>

/** Reads the vocabulary, which is asked for once and kept. */
export function useClaimValue(): (claim: Said) => string {
  const { say } = useWords()
  const vocabulary = useQuery(vocabularyQuery).data
  return (claim) => claimValue(claim, vocabulary, say)
}

/** Pure: `卡点` for the choice chokePoint, `日本 50%以上` for a link that carries a quantity. */
export function claimValue(
  { property, object, figure }: Said,
  vocabulary: Pick<Vocabulary, 'properties'> | undefined,
  say: Speech['say'],
): string {
  if (object !== null) return figure.number === null ? object.name : `${object.name} ${figure.text}`
  const choices = vocabulary?.properties.find(({ id }) => id === property)?.choices ?? []
  const choice = choices.find(({ id }) => id === figure.text)
  return choice === undefined ? figure.text : say(choice.words)
}
