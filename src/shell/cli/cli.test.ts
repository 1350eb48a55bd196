import { spawn } from 'node:child_process'
import { cpSync, existsSync } from 'node:fs'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FULL_NAME, importTwoNames, SHORT_NAME } from '../../../test/browser/two-names.ts'
import { templateOf } from '../../../test/templates.ts'
import { type RunningProduct, startProduct } from '../../../tools/server.ts'
import { VERBS } from './registry.ts'

interface Ran {
  code: number | null
  out: string
  said: string
}

let directory: string

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lianshu-cli-'))
  await writeFile(join(directory, 'firms.csv'), '代码,名称\n600001,甲钢铁公司\n600002,乙电子公司\n')
  await writeFile(join(directory, 'firms.json'), JSON.stringify(MAPPING))
})

afterAll(() => rm(directory, { recursive: true, force: true }))

const MAPPING = {
  id: 'cli-firms',
  version: 1,
  title: { zh: '企业', en: 'Firms' },
  source: { class: 'authoritative-table', publisher: '市统计局', label: 'public' },
  match: { columns: ['代码', '名称'] },
  fields: { code: { column: '代码', required: true }, name: { column: '名称', required: true } },
  claims: [
    {
      subject: { kind: 'firm', scheme: 'stock-code', code: '{code}' },
      property: 'name',
      text: '{name}',
    },
  ],
}

function run(words: string[], settings: Record<string, string> = {}): Promise<Ran> {
  const env = { ...process.env, LIANSHU_DIRECTORY: join(directory, 'here'), ...settings }
  const child = spawn(process.execPath, ['dist/program/lianshu.js', ...words], { env })
  let out = ''
  let said = ''
  child.stdout.on('data', (text) => {
    out += String(text)
  })
  child.stderr.on('data', (text) => {
    said += String(text)
  })
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, said })))
}

const at = (name: string): string => join(directory, name)

describe('without a store', () => {
  test('help names every verb, in the language of the settings', async () => {
    const zh = await run(['help'])
    const en = await run(['--help'], { LIANSHU_LANGUAGE: 'en' })
    expect([zh.code, en.code]).toEqual([0, 0])
    for (const { name, words } of VERBS) {
      expect(zh.out).toContain(`lianshu ${name}`)
      expect(en.out).toContain(words.en)
    }
    expect((await run(['help', 'import'])).out).toContain('--mapping FILE')
  })

  test('read prints what a text says, a line each, with places that count no blanks', async () => {
    const text = '甲\n\n2022年3月1日，甘肃省人民政府印发《甘肃省氢能产业\n发展规划》。'
    await writeFile(at('氢能.txt'), text)
    const { code, out } = await run(['read', at('氢能.txt'), '--kind', 'policy'])
    expect(code).toBe(0)
    const [line, ...more] = out.trim().split('\n')
    const said = JSON.parse(line ?? '')
    expect(more).toEqual([])
    expect(said).toMatchObject({
      ...{ doc: '氢能.txt', kind: 'policy', title: '甘肃省氢能产业发展规划' },
      ...{ issuer: '甘肃省人民政府', date: '2022-03-01' },
    })
    const bare = (words: string): string => words.replace(/\s/g, '')
    expect(bare(text).slice(said.start, said.end)).toBe(bare(said.quote))
    await writeFile(at('bytes.txt'), Uint8Array.from([0xff, 0x81, 0x00, 0xfe, 0xfe, 0xff]))
    await writeFile(at('empty.txt'), '')
    expect((await run(['read', at('bytes.txt')])).code).toBe(3)
    expect(await run(['read', at('empty.txt')])).toMatchObject({ code: 0, out: '' })
    expect((await run(['read', at('empty.txt'), '--kind', 'song'])).code).toBe(2)
  })

  test('version is that of the package', async () => {
    expect((await run(['version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  test.each([
    [['fly']],
    [['import']],
    [['import', '--sideways', 'x.csv']],
    [['import', 'no-such-file.csv']],
    [['people', 'dismiss', 'x']],
    [['help', 'fly']],
  ])('%j is bad use', async (words) => {
    const { code, out, said } = await run(words)
    expect({ words, code, out }).toEqual({ words, code: 2, out: '' })
    expect(said).not.toMatch(/\bat \S+ \(/)
  })

  test('settings are shown without secrets, and wrong ones are named', async () => {
    const shown = await run(['config'], { DATABASE_URL: 'postgres://office:hush@db.example/x' })
    expect(shown.code).toBe(0)
    expect(shown.out).toContain('db.example')
    expect(shown.out).not.toContain('hush')
    const wrong = await run(['config'], { LIANSHU_PROT: '80' })
    expect(wrong).toMatchObject({ code: 2, out: '' })
    expect(wrong.said).toContain('LIANSHU_PROT')
  })

  test('a directory is begun, imported into and searched without any server', async () => {
    const settings = { LIANSHU_SAMPLE: 'off' }
    const words = ['import', at('firms.csv'), '--mapping', at('firms.json'), '--publish']
    const imported = await run(words, settings)
    expect(imported).toMatchObject({ code: 0 })
    expect(imported.said).toContain('admin')
    expect(imported.out).toMatch(/新增\t2/)
    const found = await run(['search', 'jgt'], settings)
    expect(found.out).toContain('甲钢铁公司')
    expect(existsSync(join(directory, 'here', 'lock.json'))).toBe(false)
  })
})

describe('beside a running server', () => {
  let product: RunningProduct
  const settings = () => ({ LIANSHU_DIRECTORY: product.directory })

  beforeAll(async () => {
    cpSync(templateOf('migrated'), at('served'), { recursive: true })
    product = await startProduct({ directory: at('served') })
  })

  afterAll(() => product?.stop())

  test('server.json is for its owner alone', async () => {
    const { mode } = await stat(join(product.directory, 'server.json'))
    expect(mode & 0o777).toBe(0o600)
  })

  test('a second server is refused, by directory and by port', async () => {
    const second = await run(['serve'], { ...settings(), LIANSHU_PORT: '0' })
    expect(second).toMatchObject({ code: 2 })
    expect(second.said).toContain('服务正在运行')
    const port = new URL(product.url).port
    const elsewhere = { LIANSHU_DIRECTORY: at('elsewhere'), LIANSHU_PORT: port }
    const taken = await run(['serve'], elsewhere)
    expect(taken).toMatchObject({ code: 2 })
    expect(taken.said).toContain(port)
  })

  test('a table goes in through the server', async () => {
    const unknown = await run(['import', at('firms.csv')], settings())
    expect(unknown).toMatchObject({ code: 3 })
    await writeFile(at('简报.txt'), '2022年，甘肃产值达到120亿元。酒泉市财政局发文。\n')
    const read = await run(['import', at('简报.txt')], settings())
    expect(read).toMatchObject({ code: 0 })
    expect(read.out.match(/已完成/g)).toHaveLength(2)
    expect(read.out).toMatch(/待审\t2\n/)
    const again = await run(['import', at('简报.txt')], settings())
    expect(again.out).toMatch(/待审\t0\n/)
    const words = ['import', at('firms.csv'), '--mapping', at('firms.json')]
    const rehearsed = await run([...words, '--dry-run'], settings())
    expect(rehearsed).toMatchObject({ code: 0 })
    expect((await run(['search', '甲'], settings())).out).not.toContain('甲钢铁公司')
    const imported = await run([...words, '--publish'], settings())
    expect(imported).toMatchObject({ code: 0 })
    expect(imported.out).toMatch(/新增\t2/)
    const found = await run(['search', '甲'], settings())
    expect(found.out).toContain('甲钢铁公司')
    const jobs = await run(['jobs'], { ...settings(), LIANSHU_LANGUAGE: 'en' })
    expect(jobs.out.match(/\tdone\t/g)).toHaveLength(5)
    const rebuilt = await run(['rebuild'], settings())
    expect(rebuilt).toMatchObject({ code: 0 })
    expect(rebuilt.out).toMatch(/\t4\n/)
  })

  test('two names are found to be one firm, a merge waits for four eyes, and is dropped', async () => {
    importTwoNames(product, '370000')
    const cells = async (...words: string[]): Promise<string[]> => {
      const { code, out } = await run(['identity', ...words], settings())
      expect({ words, code }).toEqual({ words, code: 0 })
      return out.trim().split('\t')
    }
    const [one = '', first, other = '', second, grounds] = await cells()
    expect([first, second].toSorted()).toEqual([FULL_NAME, SHORT_NAME].toSorted())
    expect(grounds).toMatch(/[+]\d/)
    expect((await run(['identity', 'merge', one], settings())).code).toBe(2)
    expect((await run(['identity', 'merge', one, other], settings())).code).toBe(2)
    const [decision = '', state, thing] = await cells('merge', one, other, '--reason', '同一企业')
    expect([state, thing]).toEqual(['待另一人确认', other])
    expect((await cells()).at(-1)).toBe('待另一人确认')
    const same = await run(['identity', 'confirm', decision], settings())
    expect(same.code).not.toBe(0)
    expect(same.said).toContain('另一')
    expect(await cells('decided')).toContain('同一企业')
    await cells('undo', decision, '--reason', '判错了')
    expect((await cells()).length).toBe(5)
    const stated = await product.ask('/api/claims', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'another-source' },
      body: JSON.stringify({
        ...{ subject: { id: one }, property: 'ownership', value: '民营', sourceNote: '来电' },
      }),
    })
    expect(stated.status).toBe(201)
    const listed = await run(['identity', 'split', one], settings())
    const sources = listed.out.trimEnd().split('\n')
    expect(sources).toHaveLength(2)
    const ids = sources.map((line) => line.split('\t')[0] ?? '')
    expect((await cells('split', one, ids[1] ?? '', '--reason', '重名'))[1]).toBe('待另一人确认')
  })

  test('a lost password is replaced, and the new one signs in', async () => {
    expect((await run(['people'], settings())).out).toContain('admin\t')
    const { out } = await run(['people', 'reset-password', 'admin'], settings())
    const response = await fetch(`${product.url}/api/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ login: 'admin', password: out.trim() }),
    })
    expect(response.status).toBe(200)
    expect(await run(['people', 'reset-password', 'nobody'], settings())).toMatchObject({ code: 3 })
  })

  test('asked to end, the server leaves nothing behind that says it runs', async () => {
    cpSync(templateOf('migrated'), at('ends'), { recursive: true })
    const kept = await startProduct({ directory: at('ends') })
    await kept.stop()
    expect(kept.process.exitCode).toBe(0)
    expect(existsSync(join(at('ends'), 'server.json'))).toBe(false)
    const again = await startProduct({ directory: at('ends') })
    await again.kill()
    expect(existsSync(join(at('ends'), 'server.json'))).toBe(true)
    const after = await startProduct({ directory: at('ends') })
    expect((await after.ask('/api/people')).status).toBe(200)
    await after.stop()
  })
})
