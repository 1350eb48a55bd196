/** A file of 100 MB: is it read as it streams, and how much memory does that take? */
import { createReadStream, createWriteStream, statSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parse } from 'csv-parse'
import { startProduct } from '../server.ts'
import { type Bench, rounded, runsOf, timed } from './bench.ts'
import { importFiles } from './ckg.ts'

const ROWS = 40_000
/** In code points; each takes three bytes, so that the whole is a little over 100 MB. */
const NOTE_LENGTH = 880

const MAPPING = {
  id: 'bench-large',
  version: 1,
  title: { zh: '测量用大文件', en: 'For measuring: a large file' },
  source: { class: 'authoritative-table', publisher: '测量程序', synthetic: true },
  match: { columns: ['code', 'name', 'note'] },
  fields: { code: { column: 'code', required: true }, name: { column: 'name', required: true } },
  claims: [
    {
      subject: { kind: 'firm', scheme: 'list:bench-large', code: '{code}' },
      property: 'name',
      text: '{name}',
    },
  ],
}

export const importLarge: Bench = {
  name: 'import-large',
  run: async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lianshu-large-'))
    const [file, mapping] = [join(folder, 'large.csv'), join(folder, 'large.json')]
    await pipeline(Readable.from(lines()), createWriteStream(file))
    await writeFile(mapping, JSON.stringify(MAPPING))
    const product = await startProduct()
    try {
      const before = product.peakMemoryMb() ?? Number.NaN
      const ours = await timed(() => importFiles(product, [file], mapping))
      const after = product.peakMemoryMb() ?? Number.NaN
      const peer = await timed(() => readBare(file))
      return {
        what: `one CSV of ${ROWS} rows imported and published, by the command line into PGlite`,
        ours: runsOf('lianshu import --publish', 's', [ours / 1000]),
        peer: runsOf('csv-parse, reading the same file and keeping nothing', 's', [peer / 1000]),
        figures: {
          fileMb: rounded(statSync(file).size / 1e6),
          peakMemoryMbBefore: before,
          peakMemoryMb: after,
        },
        targets: { peakMemoryMb: '≤ 1536 MB' },
      }
    } finally {
      await product.stop()
      await rm(folder, { recursive: true, force: true })
    }
  },
}

function* lines(): Generator<string> {
  yield 'code,name,note\n'
  for (let row = 0; row < ROWS; row++) {
    yield `firm-${row},第${row}号试验企业,${'说明文字'.repeat(NOTE_LENGTH / 4)}\n`
  }
}

async function readBare(file: string): Promise<void> {
  const parser = createReadStream(file).pipe(parse({ from_line: 2 }))
  for await (const _ of parser);
}
