/**
 * docs/coverage.md out of docs/coverage.json: each system, mechanism and rule that the mission
 * names, and where it is found here, or why it is absent. The JSON is kept by hand; a test checks
 * that every screen, verb, pack and test it names exists.
 */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { table } from './markdown.ts'

const Words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })

const Row = z
  .strictObject({
    id: z.string().regex(/^S\d-\d{2,3}$/),
    part: z.string().regex(/^M\d{1,2}$/),
    zh: z.string().min(4).max(16),
    en: z.string().min(3).max(60),
    /** Route of the screen, as in the address bar. */
    screen: z.string().startsWith('/').nullable(),
    /** Verb of the command line. */
    command: z.string().nullable(),
    /** Folder below packs/. */
    pack: z.string().nullable(),
    /** Path of the test that proves it. */
    test: z.string().nullable(),
    absentBecause: Words.nullable(),
  })
  .refine(
    ({ screen, command, pack, test, absentBecause }) =>
      absentBecause === null
        ? test !== null && (screen ?? command ?? pack) !== null
        : [screen, command, pack, test].every((place) => place === null),
    { message: 'a row has a test and a place, or a reason to be absent' },
  )

const Coverage = z.strictObject({ parts: z.record(z.string(), Words), rows: z.array(Row) })
export type Coverage = z.infer<typeof Coverage>

export const COVERAGE_FILE = 'docs/coverage.json'

/** Reads and checks the hand-kept table; throws with the place of the fault. */
export const readCoverage = (): Coverage =>
  Coverage.parse(JSON.parse(readFileSync(COVERAGE_FILE, 'utf8')))

const HEAD = [
  '编号',
  '部分',
  '名称',
  'Name',
  '界面 Screen',
  '命令 Command',
  '数据包 Pack',
  '测试 Test',
  '缺席原因 Absent because',
]

const code = (place: string | null): string => (place === null ? '' : `\`${place}\``)

export function makeCoverage(): string {
  const { parts, rows } = readCoverage()
  const present = rows.filter(({ absentBecause }) => absentBecause === null).length
  const lines = rows.map(({ id, part, zh, en, screen, command, pack, test, absentBecause }) => [
    id,
    parts[part]?.zh ?? part,
    zh,
    en,
    code(screen),
    code(command),
    code(pack),
    code(test),
    absentBecause === null ? '' : `${absentBecause.zh} · ${absentBecause.en}`,
  ])
  return `# 底稿对照 Coverage

由 \`npm run docs\` 从 \`${COVERAGE_FILE}\` 生成，请勿手改。Generated; edit the JSON instead.

共 ${rows.length} 项，已有 ${present} 项，缺席 ${rows.length - present} 项。
${rows.length} rows: ${present} present, ${rows.length - present} absent.

${table(HEAD, lines)}
`
}
