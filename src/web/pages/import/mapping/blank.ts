/** A mapping to begin with where none was proposed, and one made ready to be kept. Pure. */
import type { SourceView } from '../../../api/index.ts'
import type { Column } from './assign.ts'
import type { MappingShape } from './shape.ts'

const HASH_LETTERS = 6

/** The first column is the key within this list, until somebody says better. */
export function blankMapping(
  file: SourceView,
  columns: readonly Column[],
  publisher: string,
): MappingShape {
  const id = mappingId(file.fileName, file.sha256)
  const [first] = columns
  const subject = { kind: 'firm', scheme: `list:${id}`, code: '{key}' }
  return {
    id,
    version: 1,
    title: { zh: file.title, en: file.title },
    source: { class: 'typed-list', publisher, label: 'internal', synthetic: false },
    fields: {
      key: {
        column: first === undefined || first.title === '' ? { index: 0 } : first.title,
        steps: [{ trim: true }],
        required: true,
      },
    },
    claims: [{ subject, property: 'name', text: '{key}' }],
  }
}

/** Kebab-case from a file name; the hash keeps apart what has no Latin letter in its name. */
export function mappingId(fileName: string, sha256: string): string {
  const plain = fileName
    .replace(/\.[^.]+$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
  return plain === '' ? `table-${sha256.slice(0, HASH_LETTERS)}` : plain
}

/** What is remembered for the template: the titles by which the next file is known again. */
export function readyToKeep(mapping: MappingShape): MappingShape {
  const titles = Object.values(mapping.fields).flatMap(({ column }) =>
    typeof column === 'string' ? [column] : [],
  )
  if (mapping.match?.columns !== undefined) return mapping
  return { ...mapping, match: { ...mapping.match, columns: [...new Set(titles)] } }
}
