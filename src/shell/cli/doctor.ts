import type { Words } from '../../base/index.ts'
import { judge, worstOf } from '../doctor/judge.ts'
import { lookAlone } from '../doctor/look.ts'
import type { Check, CheckState } from '../doctor/model.ts'
import { Checks } from '../http/schemas/doctor.ts'
import { findRunningServer } from '../server-file.ts'
import { type Call, EXIT, type Verb } from './verb.ts'

const STATES: Record<CheckState, Words> = {
  good: { zh: '好', en: 'good' },
  look: { zh: '请看', en: 'look here' },
  broken: { zh: '坏', en: 'broken' },
}

const NEXT: Words = { zh: '接下来', en: 'next' }

export const verbDoctor: Verb = {
  name: 'doctor',
  usage: '[--json]',
  words: {
    zh: '逐项检查安装：好、请看、坏，各说为什么、接下来做什么；有坏的退出码 1。有服务时问它，没有时只看不改',
    en: 'Check the installation: good, look here, broken, with why and what next; exit code 1 when something is broken. It asks the running server; without one it looks and changes nothing',
  },
  options: [{ name: 'json', value: null, words: { zh: '以 JSON 输出', en: 'print JSON' } }],
  takes: { least: 0, most: 0 },
  run: async (call) => {
    const checks = await checksOf(call)
    if (call.options.json === true) call.print(JSON.stringify({ state: worstOf(checks), checks }))
    else tell(call, checks)
    return worstOf(checks) === 'broken' ? EXIT.ourFault : EXIT.good
  },
}

async function checksOf({ config, language, openApi }: Call): Promise<readonly Check[]> {
  if ((await findRunningServer(config.directory)) === null) {
    return judge(await lookAlone(config, new Date()), language)
  }
  const api = await openApi()
  try {
    return (await api.get('/api/doctor', Checks)).checks
  } finally {
    await api.close()
  }
}

function tell({ print, language }: Call, checks: readonly Check[]): void {
  for (const { state, what, why, next } of checks) {
    print(`${STATES[state][language]}\t${what}\t${why}`)
    if (next !== null) print(`\t${NEXT[language]}\t${next}`)
  }
}
