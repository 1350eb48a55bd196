import { EXIT, type Verb } from './verb.ts'

export const verbServe: Verb = {
  name: 'serve',
  usage: '',
  words: { zh: '启动服务（同 npm start）', en: 'Start the server (the same as npm start)' },
  options: [],
  takes: { least: 0, most: 0 },
  run: async (call) => {
    const { serve } = await import('../serve.ts')
    await serve(call.config)
    return EXIT.good
  },
}
