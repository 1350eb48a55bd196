import { readFile, writeFile } from 'node:fs/promises'
import { fillText, type Words } from '../../base/index.ts'
import { openWitness, publicWordOf, type Witnessed, witness } from '../witness-file.ts'
import { readKey } from '../witnessing.ts'
import { BadUse, type Call, EXIT, type Verb } from './verb.ts'

const SAYS = {
  noState: {
    zh: '{path} 还不存在；请用 --name 写明见证的名称，以便新建',
    en: '{path} does not exist yet; name the witness by --name to make it',
  },
  badName: { zh: '名称不含空白与加号', en: 'a name has no blanks and no plus' },
  badSuite: { zh: '--suite 是 intl 或 gm', en: '--suite is intl or gm' },
  noKey: {
    zh: '会签须用 --key 写明记录的公钥（名称+编号+公钥）',
    en: 'to cosign, give the public key of the log by --key (name+id+key)',
  },
  own: { zh: '见证公钥，请交记录的管理者登记', en: 'Key of the witness, to be registered' },
  unreadable: { zh: '这不是检查点', en: 'This is no checkpoint' },
  'unknown-key': {
    zh: '签名不出自所给的公钥，未会签',
    en: 'The signature is not by the given key; not cosigned',
  },
  older: {
    zh: '这一检查点比上次会签的小：记录被倒回，或拿错了文件；未会签',
    en: 'This checkpoint is smaller than the one cosigned last: the log was turned back, or it is the wrong file; not cosigned',
  },
  unproved: {
    zh: '须用 --consistency 给出自上次会签以来的增长证明（/api/log/consistency?from={size}）',
    en: 'Give the proof of growth since the last one by --consistency (/api/log/consistency?from={size})',
  },
  forked: {
    zh: '分叉：这一检查点与上次会签的不出自同一棵树；请保留两者',
    en: 'Forked: this checkpoint and the one cosigned last are not of one tree; keep both',
  },
} satisfies Record<string, Words>

export const verbWitness: Verb = {
  name: 'witness',
  usage:
    '[CHECKPOINT] --state FILE [--name NAME] [--suite SUITE] [--key KEY] [--consistency FILE] [--out FILE]',
  words: {
    zh: '为别的单位的记录作见证：核对检查点只增不改，然后会签；不用服务、不用网络；不写检查点则打印见证公钥',
    en: 'Witness the log of another organisation: check that it only grew, and cosign; needs no server and no network; without a checkpoint it prints the key of the witness',
  },
  options: [
    {
      name: 'state',
      value: 'FILE',
      words: {
        zh: '见证的文件：私钥与上次会签的检查点，只有其主人可读',
        en: 'file of the witness: its private key and what it cosigned last, for its owner alone',
      },
    },
    {
      name: 'name',
      value: 'NAME',
      words: { zh: '新建见证时的名称', en: 'name of a new witness' },
    },
    {
      name: 'suite',
      value: 'SUITE',
      words: {
        zh: '新建见证时钥匙的算法：intl（Ed25519，默认）或 gm（国密 SM2）',
        en: 'suite of the key of a new witness: intl (Ed25519, the default) or gm (SM2)',
      },
    },
    {
      name: 'key',
      value: 'KEY',
      words: { zh: '记录的公钥（名称+编号+公钥）', en: 'public key of the log (name+id+key)' },
    },
    {
      name: 'consistency',
      value: 'FILE',
      words: {
        zh: '自上次会签以来的增长证明，即 /api/log/consistency 的应答',
        en: 'the proof of growth since the last one, as /api/log/consistency answers it',
      },
    },
    {
      name: 'out',
      value: 'FILE',
      words: { zh: '会签后的检查点写到何处', en: 'where the cosigned checkpoint is written' },
    },
  ],
  takes: { least: 0, most: 1 },
  run: async (call) => {
    const { given, print, language } = call
    const path = needed(call, 'state')
    const name = optional(call, 'name')
    if (name !== null && !/^[^\s+]+$/u.test(name)) throw new BadUse(SAYS.badName)
    const suite = optional(call, 'suite') ?? 'intl'
    if (suite !== 'intl' && suite !== 'gm') throw new BadUse(SAYS.badSuite)
    const kept = await openWitness(path, name, suite)
    if (kept === null) throw new BadUse(filled(SAYS.noState, { path }))
    const [checkpoint] = given
    if (checkpoint === undefined) {
      print(`${SAYS.own[language]}\n${publicWordOf(kept)}`)
      return EXIT.good
    }
    const key = readKey(optional(call, 'key') ?? '')
    if (key === null) throw new BadUse(SAYS.noKey)
    const look = { checkpoint: await textOf(checkpoint), key, now: new Date() }
    const consistency = await proofIn(optional(call, 'consistency'))
    return tell(call, await witness(path, kept, { ...look, consistency }))
  },
}

const filled = ({ zh, en }: Words, values: Record<string, string>): Words => ({
  ...{ zh: fillText(zh, values), en: fillText(en, values) },
})

const optional = ({ options }: Call, name: string): string | null => {
  const value = options[name]
  return typeof value === 'string' ? value : null
}

function needed(call: Call, name: string): string {
  const value = optional(call, name)
  if (value !== null) return value
  throw new BadUse({ zh: `须写明 --${name}`, en: `--${name} is needed` })
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch {
    throw new BadUse({ zh: `读不到文件：${path}`, en: `Cannot read the file: ${path}` })
  }
}

/** The hashes of an answer of the interface; null where none was given. */
async function proofIn(path: string | null): Promise<Uint8Array[] | null> {
  if (path === null) return null
  try {
    const { hashes } = JSON.parse(await textOf(path)) as { hashes: string[] }
    return hashes.map((hash) => Buffer.from(hash, 'base64'))
  } catch (error) {
    if (error instanceof BadUse) throw error
    throw new BadUse({ zh: `不是增长证明：${path}`, en: `This is no proof of growth: ${path}` })
  }
}

async function tell(call: Call, found: Witnessed): Promise<number> {
  const { print, language, options } = call
  if (found.state === 'cosigned') {
    if (typeof options.out === 'string') await writeFile(options.out, found.note)
    else print(found.note.trimEnd())
    return EXIT.good
  }
  const size = (found.last ?? '').split('\n')[1] ?? ''
  print(fillText(SAYS[found.state][language], { size }))
  if (found.state === 'unreadable') return EXIT.badInput
  return found.state === 'unproved' ? EXIT.badUse : EXIT.verificationFalse
}
