import type { Language } from '../../base/index.ts'
import { BadUse, EXIT, type Verb } from './verb.ts'

export const verbHelp: Verb = {
  name: 'help',
  usage: '[VERB]',
  words: { zh: '显示用法', en: 'Show how to use the command line' },
  options: [],
  takes: { least: 0, most: 1 },
  run: async (call) => {
    const { VERBS } = await import('./registry.ts')
    const [name] = call.given
    if (name === undefined) {
      call.print(overviewOf(VERBS, call.language))
      return EXIT.good
    }
    const verb = VERBS.find((each) => each.name === name)
    if (verb === undefined) {
      throw new BadUse({ zh: `没有“${name}”这一命令`, en: `There is no verb "${name}"` })
    }
    call.print(usageOf(verb, call.language))
    return EXIT.good
  },
}

/** All verbs, a line each. */
function overviewOf(verbs: readonly Verb[], language: Language): string {
  const head = { zh: '链枢：产业链证据与图谱', en: 'Lianshu: evidence and chain maps' }[language]
  const lines = verbs.map(({ name, words }) => `  lianshu ${name.padEnd(9)} ${words[language]}`)
  return [head, '', ...lines].join('\n')
}

/** Usage line and options of a verb. */
export function usageOf(verb: Verb, language: Language): string {
  const line = ['lianshu', verb.name, verb.usage].filter((part) => part !== '').join(' ')
  const options = verb.options.map(({ name, value, words }) => {
    const left = value === null ? `--${name}` : `--${name} ${value}`
    return `  ${left.padEnd(22)} ${words[language]}`
  })
  return [line, `  ${verb.words[language]}`, ...options].join('\n')
}
