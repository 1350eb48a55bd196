// `lianshu verify` and `lianshu-verify`: reads files and says what the verifier found. It uses the
// verifier alone, so that the second program holds nothing of the server.
import { readFile } from 'node:fs/promises'
import { type FindingState, NoHash, NoKey, type Verdict, verifyBundle } from '../verifier/index.ts'

export type Tongue = 'zh' | 'en'

/** What to verify, by file names. */
export interface ToVerify {
  readonly bundle: string
  readonly key?: string | undefined
  readonly checkpoint?: string | undefined
  readonly consistency?: string | undefined
  /** A file with the keys of trusted witnesses, one a line. */
  readonly witnesses?: string | undefined
  /** How many of them must have cosigned; a whole number. */
  readonly needed?: string | undefined
}

/** Exit codes as every verb has them. */
const EXIT = { good: 0, badUse: 2, badInput: 3, verificationFalse: 4 } as const

type Say = Readonly<Record<Tongue, string>>

const STATES: Readonly<Record<FindingState, Say>> = {
  changed: { zh: '有改动', en: 'changed' },
  missing: { zh: '缺失', en: 'missing' },
  forked: { zh: '分叉', en: 'forked' },
  'unknown-key': { zh: '公钥不识', en: 'unknown key' },
}

const SUITES: Readonly<Record<string, Say>> = {
  intl: { zh: '用 SHA-256 与 Ed25519', en: 'by SHA-256 and Ed25519' },
  gm: { zh: '用国密 SM3 与 SM2', en: 'by SM3 and SM2' },
}

const SAYS = {
  true: { zh: '相符：包内各项与记录一致', en: 'Matches: all of it agrees with the log' },
  false: { zh: '不符', en: 'Does not match' },
  noBundle: { zh: '这不是证据包', en: 'This is not a bundle' },
  noFile: { zh: '读不到文件', en: 'Cannot read the file' },
  noKey: { zh: '这不是公钥（名称+编号+公钥）', en: 'This is no public key (name+id+key)' },
  trusted: { zh: '公钥是所信任的', en: 'The key is the one that is trusted' },
  own: {
    zh: '公钥是包内自带的，未经核实；请另向出具单位核对后用 --key 指明',
    en: 'The key is the bundle’s own and unverified; ask its issuer and name it by --key',
  },
  noHash: {
    zh: (hash: string, node: string) =>
      `这个 Node（${node}）没有 ${hash}，无从查验；请换用官方发行的 Node`,
    en: (hash: string, node: string) =>
      `This Node (${node}) was built without ${hash} and cannot verify it; use an official one`,
  },
  noCount: { zh: '--needed 须为整数', en: '--needed takes a whole number' },
  witnessed: {
    zh: (names: readonly string[]) => `已会签的见证：${names.join('、')}`,
    en: (names: readonly string[]) => `Cosigned by: ${names.join(', ')}`,
  },
  limits: {
    zh: '说明：相符只表示自签发起未被改动，不表示来源所说属实',
    en: 'Note: a match shows that nothing was changed, not that what a source says is true',
  },
  counted: {
    zh: (v: Verdict) =>
      `${v.counts.rows} 行，${v.counts.claims} 条陈述，${v.counts.entries} 条记录；记录 ${v.origin}，共 ${v.size} 条，${SUITES[v.suite]?.zh ?? v.suite}`,
    en: (v: Verdict) =>
      `${v.counts.rows} rows, ${v.counts.claims} claims, ${v.counts.entries} entries; log ${v.origin} of ${v.size} entries, ${SUITES[v.suite]?.en ?? v.suite}`,
  },
} as const

/** Verifies a file and says what was found, a line each; answers the exit code. */
export async function verifyFile(
  asked: ToVerify,
  tongue: Tongue,
  say: (line: string) => void,
): Promise<number> {
  const read = async (path: string | undefined): Promise<Buffer | undefined> =>
    path === undefined ? undefined : readFile(path)
  try {
    const bytes = await readFile(asked.bundle)
    const checkpoint = (await read(asked.checkpoint))?.toString('utf8')
    const consistency = (await read(asked.consistency))?.toString('utf8')
    const witnesses = wordsIn((await read(asked.witnesses))?.toString('utf8'))
    const needed = asked.needed === undefined ? undefined : Number(asked.needed)
    if (needed !== undefined && !(Number.isSafeInteger(needed) && needed >= 0)) {
      say(SAYS.noCount[tongue])
      return EXIT.badUse
    }
    const trusted = { key: asked.key, checkpoint, consistency, witnesses, needed }
    const verdict = verifyBundle({ bytes, ...trusted })
    for (const line of linesOf(verdict, tongue)) say(line)
    if (!verdict.isBundle) return EXIT.badInput
    return verdict.isTrue ? EXIT.good : EXIT.verificationFalse
  } catch (error) {
    if (error instanceof NoHash) {
      say(SAYS.noHash[tongue](error.message, process.version))
      return EXIT.badUse
    }
    const isNoKey = error instanceof NoKey
    const { path, code } = error as NodeJS.ErrnoException
    if (!isNoKey && (path === undefined || code === undefined)) throw error
    say(isNoKey ? SAYS.noKey[tongue] : `${SAYS.noFile[tongue]}: ${path} (${code})`)
    return EXIT.badUse
  }
}

const wordsIn = (text = ''): string[] =>
  text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))

function linesOf(verdict: Verdict, tongue: Tongue): string[] {
  if (!verdict.isBundle) return [SAYS.noBundle[tongue]]
  const { isTrue, faults, key, isKeyTrusted } = verdict
  const comma = tongue === 'zh' ? '：' : ': '
  return [
    SAYS[isTrue ? 'true' : 'false'][tongue],
    ...faults.map(({ state, what }) => `  ${STATES[state][tongue]}${comma}${what[tongue]}`),
    SAYS.counted[tongue](verdict),
    ...(key === null ? [] : [`${SAYS[isKeyTrusted ? 'trusted' : 'own'][tongue]}\n  ${key}`]),
    ...(verdict.witnesses.length > 0 ? [SAYS.witnessed[tongue](verdict.witnesses)] : []),
    ...(isTrue ? [SAYS.limits[tongue]] : []),
  ]
}
