/** A clean small house, and violations to plant in it one by one. */

export const CLEAN: Record<string, string> = {
  'README.md': '# 链枢\n\nnpm ci && npm start\n\nnpm ci && npm test\n',
  'CONTRIBUTING.md': '- A rule. `test/tidy.test.ts` › `arrows`\n',
  'ARCHITECTURE.md':
    '| `base` | x |\n| `store` | x |\n| `graph/chain` | x |\n| `web` | x |\n| `shell` | x |\n',
  'test/tidy.test.ts': "test('arrows', () => {})\n",
  'src/main.ts': "import { serve } from './shell/serve.ts'\nserve()\n",
  'src/base/index.ts': 'export const zero = 0\n',
  'src/store/index.ts': "import pg from 'pg'\nexport const now = () => [new Date(), pg]\n",
  'src/store/migrations/0001_store.sql': '-- The rows that everything begins with.\n',
  'src/graph/chain/index.ts': "export { draw } from './map.ts'\n",
  'src/graph/chain/map.ts':
    "import { zero } from '../../base/index.ts'\nexport const draw = () => ({ zh: '零', en: String(zero) })\n",
  'src/graph/chain/map.test.ts': "import { draw } from './map.ts'\n",
  'src/web/main.tsx':
    "import { zero } from '../base/index.ts'\nexport const at = Date.now() + zero\n",
  'src/shell/serve.ts':
    "import { draw } from '../graph/chain/index.ts'\nimport { now } from '../store/index.ts'\nexport const serve = () => [draw(), now()]\n",
  'src/shell/cli/lianshu.ts': "import { serve } from '../serve.ts'\nserve()\n",
  'packs/core/pack.json': '{"title": {"zh": "核心", "en": "Core"}}',
}

interface Violation {
  rule: string
  what: string
  files: Record<string, string>
  offence: string
}

const MAP = 'src/graph/chain/map.ts'
const inMap = (text: string): Record<string, string> => ({ [MAP]: text })
const lines = (count: number): string => Array.from({ length: count }, () => 'f(0)').join('\n')

export const PLANTED: readonly Violation[] = [
  {
    rule: 'arrows',
    what: 'an import against the line',
    files: inMap("import { serve } from '../../shell/serve.ts'"),
    offence: `${MAP}: src/shell/serve.ts`,
  },
  {
    rule: 'arrows',
    what: 'a dynamic import against the line',
    files: inMap("export const later = () => import('../../shell/serve.ts')"),
    offence: `${MAP}: src/shell/serve.ts`,
  },
  {
    rule: 'arrows',
    what: 'a type in its place against the line',
    files: { 'src/base/index.ts': "export type Now = import('../store/index.ts').Now" },
    offence: 'src/base/index.ts: src/store/index.ts',
  },
  {
    rule: 'arrows',
    what: 'a folder outside the line',
    files: { 'src/extras/index.ts': '' },
    offence: 'src/extras/index.ts: stands in no folder',
  },
  {
    rule: 'doors',
    what: 'a side door',
    files: { 'src/graph/lists/index.ts': "export * from '../chain/map.ts'" },
    offence: 'src/graph/lists/index.ts: src/graph/chain/map.ts',
  },
  {
    rule: 'screens',
    what: 'a type of the domain on a screen',
    files: { 'src/web/main.tsx': "import type { draw } from '../graph/chain/index.ts'" },
    offence: 'src/web/main.tsx: src/graph/chain/index.ts',
  },
  {
    rule: 'verifier',
    what: 'a hash of the server in the verifier',
    files: { 'src/verifier/index.ts': "import { sha256Hex } from '../base/index.ts'" },
    offence: 'src/verifier/index.ts: ../base/index.ts',
  },
  {
    rule: 'verifier',
    what: 'the verifier in the server',
    files: { 'src/graph/chain/map.ts': "import { verifyBundle } from '../../verifier/index.ts'" },
    offence: 'src/graph/chain/map.ts: src/verifier/index.ts',
  },
  ...[
    'new Date()',
    'Date.now()',
    'Math.random()',
    'process.env.HOME',
    "fetch('/')",
    'console.log(1)',
  ].map((text) => ({ rule: 'purity', what: text, files: inMap(text), offence: MAP })),
  {
    rule: 'purity',
    what: 'files',
    files: inMap("import { readFileSync } from 'node:fs'"),
    offence: 'node:fs',
  },
  {
    rule: 'purity',
    what: 'random bytes',
    files: inMap("import { randomBytes } from 'node:crypto'"),
    offence: 'randomBytes',
  },
  {
    rule: 'browser',
    what: 'Node on a screen',
    files: { 'src/web/main.tsx': "import { createHash } from 'node:crypto'" },
    offence: 'node:crypto',
  },
  {
    rule: 'environment',
    what: 'a second reader',
    files: { 'src/store/index.ts': 'export const home = process.env.HOME' },
    offence: 'src/store/index.ts: process.env',
  },
  {
    rule: 'sql',
    what: 'a query in a rule',
    files: inMap("export const query = 'select id from entity where tenant = 1'"),
    offence: `${MAP}: SQL`,
  },
  {
    rule: 'sql',
    what: 'a tagged query',
    files: inMap('export const query = sql`true`'),
    offence: `${MAP}: SQL`,
  },
  {
    rule: 'drivers',
    what: 'a driver in the shell',
    files: { 'src/shell/serve.ts': "import { sql } from 'kysely'" },
    offence: 'src/shell/serve.ts: kysely',
  },
  {
    rule: 'file-size',
    what: '401 lines',
    files: { 'src/graph/chain/long.test.ts': `${lines(401)}\n` },
    offence: 'long.test.ts: 401 lines',
  },
  {
    rule: 'function-size',
    what: '71 lines',
    files: inMap(`export function draw() {\n${lines(69)}\n}`),
    offence: `${MAP}: 71 lines`,
  },
  {
    rule: 'dead-files',
    what: 'a file that nothing reaches',
    files: { 'src/graph/chain/old.ts': '' },
    offence: 'src/graph/chain/old.ts: unused',
  },
  {
    rule: 'tests-beside',
    what: 'a folder of tests alone',
    files: { 'src/graph/tests/map.test.ts': '' },
    offence: 'src/graph/tests/map.test.ts',
  },
  {
    rule: 'names',
    what: 'a drain',
    files: { 'src/base/text-utils.ts': '' },
    offence: 'text-utils.ts',
  },
  {
    rule: 'names',
    what: 'capitals',
    files: { 'src/web/ChainMap.tsx': '' },
    offence: 'ChainMap.tsx',
  },
  {
    rule: 'leftovers',
    what: 'a note to oneself',
    files: { 'docs/a.md': `${'TO' + 'DO'}: say more` },
    offence: 'docs/a.md',
  },
  {
    rule: 'leftovers',
    what: 'a single test',
    files: { 'src/graph/chain/map.test.ts': `test.${'only'}('x', () => {})` },
    offence: 'map.test.ts',
  },
  {
    rule: 'sentences',
    what: 'Chinese alone',
    files: inMap("export const draw = { zh: '零' }"),
    offence: `${MAP}: no en`,
  },
  {
    rule: 'dictionaries',
    what: 'a key in one language',
    files: { 'src/web/words/zh.ts': "export const zh = { 'map.empty': '还没有' }" },
    offence: 'src/web/words/zh.ts: map.empty is not in src/web/words/en.ts',
  },
  {
    rule: 'pack-sentences',
    what: 'an empty sentence',
    files: { 'packs/core/roles.json': '[{"words": {"zh": "链长", "en": ""}}]' },
    offence: 'packs/core/roles.json: an empty sentence at /0/words',
  },
  {
    rule: 'architecture',
    what: 'a module that the page does not know',
    files: { 'src/graph/lists/index.ts': '' },
    offence: 'no graph/lists',
  },
  {
    rule: 'architecture',
    what: 'a module that is gone',
    files: { 'ARCHITECTURE.md': `${CLEAN['ARCHITECTURE.md']}| \`trust/gate\` | x |\n` },
    offence: 'trust/gate is gone',
  },
  {
    rule: 'migrations',
    what: 'no reason',
    files: { 'src/store/migrations/0002_trust.sql': 'create table role ()' },
    offence: 'a comment that says why',
  },
  {
    rule: 'migrations',
    what: 'a gap',
    files: { 'src/store/migrations/0003_trust.sql': '-- Why it is here, in words.' },
    offence: 'expected number 0002',
  },
  {
    rule: 'contributing',
    what: 'a rule without a test',
    files: { 'CONTRIBUTING.md': '- Be kind.' },
    offence: 'no test named',
  },
  {
    rule: 'contributing',
    what: 'a test that does not exist',
    files: { 'CONTRIBUTING.md': '- Be kind. `test/kind.test.ts`' },
    offence: 'no test test/kind.test.ts',
  },
  { rule: 'links', what: 'a dead link', files: { 'docs/a.md': '[b](b.md)' }, offence: 'docs/b.md' },
  { rule: 'readme', what: 'no command', files: { 'README.md': '# 链枢' }, offence: 'no npm ci' },
  {
    rule: 'machine-paths',
    what: 'a home folder',
    files: { 'docs/a.md': `see /${'home'}/someone/file` },
    offence: 'docs/a.md',
  },
  {
    rule: 'registry-hosts',
    what: 'an address in the lockfile',
    files: { 'package-lock.json': '{"resolved": "http://example.test/a.tgz"}' },
    offence: 'package-lock.json',
  },
]
