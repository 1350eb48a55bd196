import { shownConfig } from '../config.ts'
import { SETTINGS } from '../settings.ts'
import { EXIT, type Verb } from './verb.ts'

export const verbConfig: Verb = {
  name: 'config',
  usage: '',
  words: {
    zh: '显示生效的设置（不含密码）',
    en: 'Show the settings in force (without secrets)',
  },
  options: [],
  takes: { least: 0, most: 0 },
  run: async (call) => {
    const shown = shownConfig(call.config)
    for (const [name, meaning] of Object.entries(SETTINGS)) {
      call.print(`${name}=${shown[name] ?? ''}`)
      call.print(`  ${meaning[call.language]}`)
    }
    return EXIT.good
  },
}
