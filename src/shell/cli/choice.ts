import { BadUse, type Call } from './verb.ts'

/** The choice that an option names, or the usual one; a word that is none is bad use. */
export function chosen<Choice extends string>(
  { options }: Call,
  name: string,
  choices: readonly Choice[],
  usual: Choice,
): Choice {
  const given = options[name]
  if (given === undefined) return usual
  const found = choices.find((choice) => choice === given)
  if (found !== undefined) return found
  throw new BadUse({
    zh: `--${name} 应为 ${choices.join('、')} 之一`,
    en: `--${name} is one of ${choices.join(', ')}`,
  })
}
