/** Words of the closed codes that the server sends; a code that is not listed is shown as it is. */
import type { WordKey } from './zh.ts'

export const CLASS_WORDS: Record<string, WordKey> = {
  'authoritative-table': 'class.authoritative-table',
  'machine-read': 'class.machine-read',
  'typed-list': 'class.typed-list',
  returned: 'class.returned',
  sample: 'class.sample',
  template: 'class.template',
  typed: 'class.typed',
}

export const LABEL_WORDS: Record<string, WordKey> = {
  public: 'label.public',
  internal: 'label.internal',
  restricted: 'label.restricted',
  sensitive: 'label.sensitive',
}

export const METHOD_WORDS: Record<string, WordKey> = {
  typed: 'method.typed',
  imported: 'method.imported',
  read: 'method.read',
  derived: 'method.derived',
}

export const JOB_STAGE_WORDS: Record<string, WordKey> = {
  read: 'job.stage.read',
  store: 'job.stage.store',
  publish: 'job.stage.publish',
  rebuild: 'job.stage.rebuild',
}

/** The words of a code in one of the tables above. */
export function codeWords(
  words: Record<string, WordKey>,
  code: string,
  t: (key: WordKey) => string,
): string {
  const key = words[code]
  return key === undefined ? code : t(key)
}
