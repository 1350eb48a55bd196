/**
 * What the tests want from the machine beside Node: a Chromium, a PostgreSQL server and fonts for
 * Chinese. Finds them, and installs what is missing where the system's package manager can.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

type Need = 'chromium' | 'postgresql' | 'chinese fonts'

/** The Debian package of each need, and what goes untested without it. */
const NEEDS: Record<Need, { package: string; isHere: () => boolean; without: string }> = {
  chromium: {
    package: 'chromium',
    isHere: () => findChromium() !== null,
    without: '浏览器测试 the browser tests',
  },
  postgresql: {
    package: 'postgresql',
    isHere: () => findPostgresTools() !== null,
    without: 'PostgreSQL 引擎的合同测试 the contract cases on PostgreSQL',
  },
  'chinese fonts': {
    package: 'fonts-noto-cjk',
    isHere: hasChineseFonts,
    without: '截图中的汉字字形 Chinese glyphs in screenshots',
  },
}

const CHROMIUM_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Path of a Chromium that playwright-core can drive; `LIANSHU_CHROMIUM` overrides the search. */
export function findChromium(): string | null {
  const named = process.env.LIANSHU_CHROMIUM
  const places = named === undefined ? CHROMIUM_PLACES : [named]
  return places.find((path) => existsSync(path)) ?? null
}

/** Folder that holds initdb, postgres and pg_isready; the newest version wins. */
export function findPostgresTools(): string | null {
  const root = '/usr/lib/postgresql'
  const versions = existsSync(root) ? readdirSync(root).map(Number).filter(Boolean) : []
  const debian = versions.sort((a, b) => b - a).map((version) => join(root, String(version), 'bin'))
  const places = [...debian, '/usr/local/bin', '/usr/bin', '/opt/homebrew/bin']
  const isWhole = (folder: string): boolean =>
    ['initdb', 'postgres', 'pg_isready'].every((tool) => existsSync(join(folder, tool)))
  return places.find(isWhole) ?? null
}

function hasChineseFonts(): boolean {
  if (process.platform !== 'linux') return true
  const listed = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' })
  return listed.status === 0 && listed.stdout.trim() !== ''
}

/**
 * Installs what is missing and says aloud what it did, or what goes untested and why.
 * `TEST_INSTALL=no` leaves the machine as it is.
 */
export function prepareMachine(say: (line: string) => void): void {
  const missing = (Object.keys(NEEDS) as Need[]).filter((need) => !NEEDS[need].isHere())
  if (missing.length === 0) return
  const reason = installReason()
  if (reason === null) install(missing, say)
  for (const need of missing.filter((each) => !NEEDS[each].isHere())) {
    const why = reason ?? '安装未成功 the installation failed'
    say(`跳过 skipped: ${NEEDS[need].without}: 没有 no ${need}; ${why}`)
  }
}

/** Why nothing can be installed here, or null when it can. */
function installReason(): string | null {
  if (process.env.TEST_INSTALL === 'no') return 'TEST_INSTALL=no'
  if (!runs('apt-get', ['--version'])) return '没有 apt-get no apt-get on this system'
  if (process.getuid?.() === 0 || runs('sudo', ['-n', 'true'])) return null
  return '没有安装软件的权限 no right to install packages'
}

const runs = (command: string, args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0

const INSTALL_LIMIT_MS = 300_000

function install(missing: readonly Need[], say: (line: string) => void): void {
  const packages = missing.map((need) => NEEDS[need].package)
  say(`正在安装测试所需 installing for the tests: ${packages.join(', ')}`)
  const [command, ...prefix] = process.getuid?.() === 0 ? ['apt-get'] : ['sudo', '-n', 'apt-get']
  const options = {
    stdio: 'ignore',
    timeout: INSTALL_LIMIT_MS,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  } as const
  const aptGet = (...args: string[]): void => {
    execFileSync(command ?? 'apt-get', [...prefix, ...args], options)
  }
  try {
    aptGet('update', '-q')
    aptGet('install', '-yq', '--no-install-recommends', ...packages)
  } catch {
    say('apt-get 未能完成 apt-get did not finish')
  }
}
