/** What the terminal says when the server is ready. */
import { Problem, problemText, type Words } from '../base/index.ts'
import { loginsWithGivenPassword } from '../trust/people/index.ts'
import { isOpenUnencrypted } from './config.ts'
import {
  type AccountTold,
  type FirstAccountTold,
  forgetKeptAccount,
  readKeptAccount,
} from './first-account.ts'
import type { Installation } from './installation.ts'
import { loadSample, type TellSample } from './sample.ts'

const WORDS = {
  ready: { zh: '链枢已就绪', en: 'Lianshu is ready' },
  firstSignIn: { zh: '首次登录', en: 'First sign-in' },
  otherSignIn: { zh: '样例账户', en: 'Sample account' },
  login: { zh: '用户名', en: 'name' },
  password: { zh: '密码', en: 'password' },
  once: {
    zh: '此密码只显示这一次，请登录后修改',
    en: 'This password is shown this once; change it after signing in',
  },
  sample: {
    zh: '含样例数据；登录后可在右上角切换角色',
    en: 'With sample data; the roles can be switched at the top right',
  },
  others: {
    zh: '另有两个样例账户，用来试须两人办的事（签发、合并、第二人复核）：',
    en: 'Two more accounts of the sample, to try what takes two people (signing, merging, a second acceptance):',
  },
  open: {
    zh: '其他机器可以访问此地址，但连接未加密，因此只能在本机登录；请设 TLS 证书，或声明前置代理',
    en: 'Other machines reach this address unencrypted, so one can sign in on this machine only; set a TLS certificate or declare a proxy',
  },
  D0: {
    zh: 'D0：内嵌数据库，断电后由备份与日志补回已确认的写入；正式使用请设 DATABASE_URL',
    en: 'D0: embedded store; after a power cut backup and journal bring back what was confirmed; set DATABASE_URL for an office',
  },
  forward: {
    zh: '上次断电：已由备份与日志补回，共重做事务',
    en: 'The power was cut: brought back from backup and journal, transactions done again:',
  },
  unsynced: {
    zh: 'D0：这个 PostgreSQL 未开启落盘（fsync 等设置），断电可能丢数据',
    en: 'D0: this PostgreSQL does not sync (fsync and its like); a power cut may lose data',
  },
  D1: { zh: 'D1：PostgreSQL', en: 'D1: PostgreSQL' },
  noWall: {
    zh: '数据库账号拥有这些表，或可绕过行级安全：租户之墙对它不起作用；请设 LIANSHU_DATABASE_OWNER_URL，见 docs/operating/tenant-wall.md',
    en: 'The database role owns the tables or may bypass row security: the wall between tenants does not hold against it; set LIANSHU_DATABASE_OWNER_URL, see docs/operating/tenant-wall.md',
  },
  D2: {
    zh: 'D2：PostgreSQL，日志另存归档或备机',
    en: 'D2: PostgreSQL whose log also goes to an archive or a standby',
  },
} satisfies Record<string, Words>

/**
 * Loads the sample and shows how far it is. A sample that cannot be loaded does not stop the
 * server: it says why, and the next start tries again.
 */
export async function tellSample(installation: Installation): Promise<void> {
  const { language } = installation.config
  const { isTTY } = process.stdout
  let file = ''
  const tell: TellSample = (progress) => {
    const rows = progress.rows === null ? '' : `  ${progress.rows} ${ROWS[language]}`
    const line = `${LOADING[language]} ${progress.number}/${progress.total}  ${progress.file}${rows}`
    if (isTTY) process.stdout.write(`\r\u001b[2K${line}`)
    else if (progress.file !== file) process.stdout.write(`${line}\n`)
    file = progress.file
  }
  try {
    await loadSample(installation, tell)
    if (isTTY) process.stdout.write('\n')
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const { title, why, next } = problemText(error, language)
    installation.notes.warn({ code: error.code }, 'sample not loaded')
    process.stdout.write(`\n${NOT_LOADED[language]} ${file}\n${title} ${why} ${next}\n`)
  }
}

const LOADING = { zh: '正在装入样例', en: 'Loading the sample' }
const ROWS = { zh: '行', en: 'rows' }
const NOT_LOADED = { zh: '样例未能装入：', en: 'The sample could not be loaded:' }

/** Prints the address, the durability and, while it is to be told, the first sign-in. */
export async function tellStart(
  installation: Installation,
  start: { address: string; told: FirstAccountTold | null },
): Promise<void> {
  const { config, store, sample } = installation
  const say = (words: Words, more = ''): string => `${words[config.language]}${more}`
  const kept = await keptAccount(installation)
  const isUnsynced = store.engine === 'postgres' && store.durability === 'D0'
  const forward = store.journal?.rolledForward ?? null
  const account = kept ?? start.told
  const signIn = (title: Words, told: AccountTold): string =>
    `${say(title)}  ${say(WORDS.login)} ${told.login}  ${say(WORDS.password)} ${told.password}`
  const others = (account?.others ?? []).map((other) => signIn(WORDS.otherSignIn, other))
  const lines = [
    say(WORDS.ready, `  ${start.address}`),
    say(WORDS[isUnsynced ? 'unsynced' : store.durability]),
    ...(forward === null ? [] : [say(WORDS.forward, ` ${forward.records}`)]),
    ...(store.engine === 'postgres' && store.wall !== 'holds' ? [say(WORDS.noWall)] : []),
    ...(isOpenUnencrypted(config) ? [say(WORDS.open)] : []),
    ...(sample ? [say(WORDS.sample)] : []),
    ...(account === null ? [] : [signIn(WORDS.firstSignIn, account)]),
    ...(account !== null && kept === null ? [say(WORDS.once)] : []),
    ...(others.length > 0 ? [say(WORDS.others), ...others] : []),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

/**
 * The kept sign-ins whose passwords are still those that were told; forgotten as soon as the owner
 * of the first has chosen another.
 */
async function keptAccount(installation: Installation): Promise<FirstAccountTold | null> {
  const { config, store } = installation
  const kept = await readKeptAccount(config.directory)
  if (kept === null) return null
  const given = await loginsWithGivenPassword(store, await installation.operator())
  if (given.has(kept.login)) {
    return { ...kept, others: kept.others.filter(({ login }) => given.has(login)) }
  }
  await forgetKeptAccount(config.directory)
  return null
}
