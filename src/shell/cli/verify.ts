import { verifyFile } from '../verifying.ts'
import type { Verb } from './verb.ts'

export const verbVerify: Verb = {
  name: 'verify',
  usage:
    'BUNDLE [--key KEY] [--checkpoint FILE] [--consistency FILE] [--witnesses FILE] [--needed N]',
  words: {
    zh: '离线查验证据包：相符、有改动、缺失、分叉或公钥不识；不用服务、不用网络；不符时退出码为 4，不是证据包时为 3',
    en: 'Verify a bundle offline: matches, changed, missing, forked, or unknown key; needs no server and no network; exit code 4 when false, 3 when it is no bundle',
  },
  options: [
    {
      name: 'key',
      value: 'KEY',
      words: {
        zh: '所信任的公钥（名称+编号+公钥）；不写则用包内自带的，未经核实',
        en: 'the public key that is trusted (name+id+key); without it the bundle’s own, unverified',
      },
    },
    {
      name: 'checkpoint',
      value: 'FILE',
      words: {
        zh: '从前保留的检查点，用以发现分叉',
        en: 'a checkpoint that was kept from before, by which a fork is found',
      },
    },
    {
      name: 'consistency',
      value: 'FILE',
      words: {
        zh: '两个检查点之间的增长证明，即 /api/log/consistency 的应答',
        en: 'the proof between the two checkpoints, as /api/log/consistency answers it',
      },
    },
    {
      name: 'witnesses',
      value: 'FILE',
      words: {
        zh: '所信任的见证的公钥，一行一个；它们须已会签所给的检查点',
        en: 'keys of trusted witnesses, one a line; they must have cosigned the given checkpoint',
      },
    },
    {
      name: 'needed',
      value: 'N',
      words: {
        zh: '其中几个会签即可；不写则须全部',
        en: 'how many of them suffice; all of them unless said',
      },
    },
  ],
  takes: { least: 1, most: 1 },
  run: ({ given: [bundle = ''], options, language, print }) => {
    const word = (name: string): string | undefined => {
      const value = options[name]
      return typeof value === 'string' ? value : undefined
    }
    const [key, checkpoint, consistency] = ['key', 'checkpoint', 'consistency'].map(word)
    const others = { witnesses: word('witnesses'), needed: word('needed') }
    return verifyFile({ bundle, key, checkpoint, consistency, ...others }, language, print)
  },
}
