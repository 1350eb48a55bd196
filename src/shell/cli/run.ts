// From the words typed to an exit code: finds the verb, reads its options, says problems plainly.
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { type Language, Problem, problemText, type Words } from '../../base/index.ts'
import { type Config, configOfProcess } from '../config.ts'
import { usageOf } from './help.ts'
import { VERBS } from './registry.ts'
import { sayProblem } from './say-problem.ts'
import { BadUse, type Call, EXIT, type Verb } from './verb.ts'

const WORDS = {
  unknownVerb: { zh: '没有“{verb}”这一命令', en: 'There is no verb "{verb}"' },
  seeHelp: { zh: '用法见：lianshu help', en: 'For usage see: lianshu help' },
  usage: { zh: '用法', en: 'Usage' },
} satisfies Record<string, Words>

/** Runs one call of the command line and returns its exit code; never throws. */
export async function runCommandLine(words: readonly string[]): Promise<number> {
  const [name = 'help', ...rest] = words.map((word) => SYNONYMS[word] ?? word)
  let language: Language = 'zh'
  try {
    const config = configOfProcess()
    language = config.language
    const verb = VERBS.find((each) => each.name === name)
    if (verb === undefined) {
      say(`${WORDS.unknownVerb[language].replace('{verb}', name)}\n${WORDS.seeHelp[language]}`)
      return EXIT.badUse
    }
    return await runVerb(verb, rest, config)
  } catch (error) {
    return sayFault(error, language)
  }
}

const SYNONYMS: Record<string, string> = {
  '--help': 'help',
  '-h': 'help',
  '--version': 'version',
  '-v': 'version',
}

async function runVerb(verb: Verb, words: string[], config: Config): Promise<number> {
  const { language } = config
  try {
    const { given, options } = readWords(verb, words)
    if (options.help === true) {
      process.stdout.write(`${usageOf(verb, language)}\n`)
      return EXIT.good
    }
    return await verb.run(callOf(config, given, options))
  } catch (error) {
    if (!(error instanceof BadUse)) throw error
    say(`${error.words[language]}\n${WORDS.usage[language]}: ${usageOf(verb, language)}`)
    return EXIT.badUse
  }
}

function readWords(
  verb: Verb,
  words: string[],
): { given: string[]; options: Record<string, string | boolean | undefined> } {
  const options: NonNullable<ParseArgsConfig['options']> = Object.fromEntries([
    ['help', { type: 'boolean' as const }],
    ...verb.options.map(({ name, value }) => [
      name,
      { type: value === null ? ('boolean' as const) : ('string' as const) },
    ]),
  ])
  try {
    const { positionals, values } = parseArgs({
      args: words,
      options,
      allowPositionals: true,
      strict: true,
    })
    const { least, most } = verb.takes
    const isFit = positionals.length >= least && positionals.length <= most
    if (!isFit && values.help !== true) throw tooFewOrMany(positionals.length < least)
    return { given: positionals, options: values as Record<string, string | boolean | undefined> }
  } catch (error) {
    if (error instanceof BadUse) throw error
    throw new BadUse({ zh: '选项不正确', en: String((error as Error).message) })
  }
}

const tooFewOrMany = (isTooFew: boolean): BadUse =>
  new BadUse(
    isTooFew
      ? { zh: '缺少参数', en: 'Something is missing' }
      : { zh: '参数过多', en: 'Too many arguments' },
  )

function callOf(config: Config, given: string[], options: Call['options']): Call {
  return {
    config,
    language: config.language,
    given,
    options,
    print: (line) => process.stdout.write(`${line}\n`),
    progress: sayProgress,
    // Loaded when a verb asks for it: help and a slip of the pen must not wait for the whole program.
    openApi: async () => (await import('./open-api.ts')).openApi(config),
  }
}

/** On a terminal one line that changes; in a file one line each, so that nothing is lost. */
function sayProgress(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${line}`)
  else say(line)
}

const say = (text: string): void => {
  process.stderr.write(`${text}\n`)
}

function sayFault(error: unknown, language: Language): number {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[2K')
  const said = sayProblem(error, language)
  if (said !== null) {
    say(said.text)
    return said.exit
  }
  const fault = problemText(new Problem('internal', { reference: process.pid }), language)
  say(`${fault.title}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  return EXIT.ourFault
}
