// The five words of a verdict, however a source prints them.
import type { z } from '@hono/zod-openapi'
import { choiceOf, type Vocabulary } from '../../graph/kinds/index.ts'
import { Verdict } from './schemas/chains.ts'

/** The verdict that a printed text means; `unknown` for text that means none. */
export function verdictWord(vocabulary: Vocabulary, printed: string): z.infer<typeof Verdict> {
  const property = vocabulary.properties.get('verdict')
  const choice = property === undefined ? null : choiceOf(property, printed)
  return Verdict.safeParse(choice).data ?? 'unknown'
}
