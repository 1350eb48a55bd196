import { programVersion } from '../version.ts'
import { EXIT, type Verb } from './verb.ts'

export const verbVersion: Verb = {
  name: 'version',
  usage: '',
  words: { zh: '显示程序版本', en: 'Show the version of the program' },
  options: [],
  takes: { least: 0, most: 0 },
  run: async (call) => {
    call.print(programVersion())
    return EXIT.good
  },
}
