/** Names of browsers by what tells them, the more particular first: most claim to be others too. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\/(\d+)/, 'Edge'],
  [/\bOPR\/(\d+)/, 'Opera'],
  [/\b(?:360SE|QIHU|360EE)/, '360'],
  [/\bQQBrowser\/(\d+)/, 'QQ'],
  [/\bMicroMessenger\/(\d+)/, 'WeChat'],
  [/\bFirefox\/(\d+)/, 'Firefox'],
  [/\bHeadlessChrome\/(\d+)/, 'Chrome'],
  [/\bChrom(?:e|ium)\/(\d+)/, 'Chrome'],
  [/\bVersion\/(\d+)[\d.]* (?:Mobile\/\w+ )?Safari\//, 'Safari'],
]

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\bHarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/\bAndroid/, 'Android'],
  [/\b(?:iPhone|iPad)/, 'iOS'],
  [/\bWindows/, 'Windows'],
  [/\bMac OS X/, 'macOS'],
  [/\b(?:UOS|Uniontech)/i, 'UOS'],
  [/\bKylin/i, 'Kylin'],
  [/\bLinux/, 'Linux'],
]

/**
 * Browser and system in the names that their makers gave them (`Firefox 128 · Windows`), from what
 * the browser says of itself; nothing else of it is kept. Empty when it says nothing that we know.
 */
export function deviceOf(agent: string): string {
  const browser = named(BROWSERS, agent)
  const system = named(SYSTEMS, agent)
  return [browser, system].filter((part) => part !== null).join(' · ')
}

function named(table: typeof BROWSERS, agent: string): string | null {
  for (const [pattern, name] of table) {
    const match = pattern.exec(agent)
    if (match) return match[1] === undefined ? name : `${name} ${match[1]}`
  }
  return null
}
