/** What a claim says, in the words of the page: a choice by its word, a link by its other end. */
import { useQuery } from '@tanstack/react-query'
import { type ClaimView, type Vocabulary, vocabularyQuery } from '../api/index.ts'
import { type Speech, useWords } from '../words/index.ts'
import { figureWords } from './figure-words.ts'

type Said = Pick<ClaimView, 'property' | 'object' | 'figure'>

/** Reads the vocabulary, which is asked for once and kept. */
export function useClaimValue(): (claim: Said) => string {
  const { say, language } = useWords()
  const vocabulary = useQuery(vocabularyQuery).data
  return (claim) => claimValue(claim, vocabulary, { say, language })
}

/** Pure: `卡点` for the choice chokePoint, `日本 50%以上` for a link that carries a quantity. */
export function claimValue(
  { property, object, figure }: Said,
  vocabulary: Pick<Vocabulary, 'properties'> | undefined,
  { say, language }: Pick<Speech, 'say' | 'language'>,
): string {
  const words = figureWords(figure, language)
  if (object !== null) return figure.number === null ? object.name : `${object.name} ${words}`
  const choices = vocabulary?.properties.find(({ id }) => id === property)?.choices ?? []
  const choice = choices.find(({ id }) => id === figure.text)
  return choice === undefined ? words : say(choice.words)
}
