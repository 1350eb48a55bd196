/** What the packs of the sample hold: their documents and tables, in the order to bring them in. */
import { z } from '@hono/zod-openapi'
import { Problem } from '../base/index.ts'
import { type PackFiles, packJson, readPack } from './packs.ts'

/** The packs of the sample; the first holds the text by which the sample is known. */
export const SAMPLE_FOLDERS: readonly string[] = [
  'sample-integrated-circuit',
  'sample-in-vitro-diagnostics',
  'sample-chain-chief-templates',
]

const Words = z.object({ zh: z.string(), en: z.string() })

const Bundle = z.object({
  documents: z.array(
    z.object({
      file: z.string(),
      title: Words,
      /** Whether what it says is read by machine, too, and then waits to be reviewed. */
      read: z.boolean().default(false),
      source: z.object({
        class: z.literal('sample'),
        publisher: z.string(),
        publishedOn: z.string().nullable().default(null),
        label: z.literal('public'),
        synthetic: z.boolean(),
        origin: z.string(),
      }),
    }),
  ),
  tables: z.array(z.object({ file: z.string(), mapping: z.string() })),
})

type Bundle = z.infer<typeof Bundle>

/** A text of a pack. */
export type SampleDocument = Bundle['documents'][number] & { readonly pack: PackFiles }

/** A table of a pack, with the path of its mapping. */
export type SampleTable = Bundle['tables'][number] & { readonly pack: PackFiles }

/** All that the sample is made of. */
export interface SampleParts {
  readonly packs: readonly PackFiles[]
  readonly documents: readonly SampleDocument[]
  readonly tables: readonly SampleTable[]
}

/** Reads packs of the sample. Problem: `pack-invalid`. */
export async function readSample(folders: readonly string[]): Promise<SampleParts> {
  const packs = await Promise.all(folders.map((folder) => readPack(folder)))
  const bundles = packs.map((pack) => ({ pack, bundle: parseBundle(pack) }))
  return {
    packs,
    documents: bundles.flatMap(({ pack, bundle }) =>
      bundle.documents.map((document) => ({ ...document, pack })),
    ),
    tables: bundles.flatMap(({ pack, bundle }) =>
      bundle.tables.map((table) => ({ ...table, pack })),
    ),
  }
}

function parseBundle(pack: PackFiles): Bundle {
  const parsed = Bundle.safeParse(packJson(pack, 'bundle.json'))
  if (parsed.success) return parsed.data
  const reason = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
  throw new Problem('pack-invalid', {
    pack: pack.folder,
    file: 'bundle.json',
    reason: reason.join('; '),
  })
}

/** The bytes of a file of a pack. Problem: `pack-invalid`. */
export function bytesOf(pack: PackFiles, file: string): Uint8Array {
  const bytes = pack.files.get(file)
  if (bytes !== undefined) return bytes
  const reason = '缺少这个文件'
  throw new Problem('pack-invalid', { pack: pack.folder, file, reason, reasonEn: 'it is missing' })
}
