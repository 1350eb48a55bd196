/** docs/cli.md out of the command line's own table of verbs and the closed list of settings. */
import { VERBS } from '../src/shell/cli/registry.ts'
import type { Verb } from '../src/shell/cli/verb.ts'
import { SETTINGS } from '../src/shell/settings.ts'
import { table } from './markdown.ts'

export function makeCli(): string {
  return `# 命令行 Command line

由 \`npm run docs\` 从命令表生成，请勿手改。Generated from the table of verbs; do not edit.

\`\`\`
npx lianshu <verb> …
\`\`\`

服务运行时，命令经由服务办理，绝不直接打开其数据目录。While a server runs, verbs speak to it and
never open its directory.

退出码 Exit codes: 0 成功 good · 1 程序的错 our fault · 2 用法不对 bad use · 3 输入有误 bad input ·
4 核验为假 verification found false

${VERBS.map(verbSection).join('\n')}
## 环境设置 Settings

${table(['名称 Name', '默认 Default', '含义', 'Meaning'], settingRows())}
`
}

function verbSection({ name, usage, words, options }: Verb): string {
  const line = ['lianshu', name, usage].filter((part) => part !== '').join(' ')
  const rows = options.map((option) => [
    code(option.value === null ? `--${option.name}` : `--${option.name} ${option.value}`),
    option.words.zh,
    option.words.en,
  ])
  const known = rows.length === 0 ? '' : `\n${table(['选项 Option', '含义', 'Meaning'], rows)}\n`
  return `## ${name}

\`${line}\`

${words.zh}。${words.en}.
${known}`
}

const settingRows = (): string[][] =>
  Object.entries(SETTINGS).map(([name, { default: value, zh, en }]) => [
    code(name),
    value === '' ? '' : code(value),
    zh,
    en,
  ])

const code = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``
