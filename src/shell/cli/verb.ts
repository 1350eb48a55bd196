// What a verb of the command line is. Each stands in a file of its own; the registry lists them.
import type { Language, Words } from '../../base/index.ts'
import type { Config } from '../config.ts'
import type { Api } from './api.ts'

/** One `--option` of a verb. */
export interface Option {
  name: string
  /** Name of its value in the usage line; null for a switch. */
  value: string | null
  words: Words
}

/** What a verb finds at hand when it runs. */
export interface Call {
  config: Config
  language: Language
  /** Arguments that are no options, in order. */
  given: readonly string[]
  options: Readonly<Record<string, string | boolean | undefined>>
  /** Prints a line on standard output. */
  print(line: string): void
  /** Says on standard error how far the work is; on a terminal the next one takes its place. */
  progress(line: string): void
  /** The interface of the running server, or of the store opened in this very process. */
  openApi(): Promise<Api>
}

export interface Verb {
  name: string
  /** Usage after the name: `PATH… [--publish]`. */
  usage: string
  words: Words
  options: readonly Option[]
  /** Fewest and most arguments that are no options. */
  takes: { least: number; most: number }
  /** Returns the exit code; throws Problem. */
  run(call: Call): Promise<number>
}

/** Exit codes of every verb. */
export const EXIT = { good: 0, ourFault: 1, badUse: 2, badInput: 3, verificationFalse: 4 } as const

/** A verb used wrongly; the usage is printed with it. Exit code 2. */
export class BadUse extends Error {
  readonly words: Words

  constructor(words: Words) {
    super(words.en)
    this.words = words
  }
}
