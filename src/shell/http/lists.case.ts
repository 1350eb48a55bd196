/** The lists of the sample, and packs of lists as an office would write them. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The ten lists of the program, in their order. */
export const TEN = [
  'lead-firms',
  'supporting-firms',
  'strong-fields',
  'weak-stages',
  'key-technologies',
  'outside-firms',
  'institutes',
  'funds',
  'regions',
  'projects',
]
/** A list as an office would write one: a name, a rule, a column. */
export const listFile = (id: string, order: number, rule: string, more: object = {}) => ({
  ...{ id, version: 1, order, holds: ['stage'], scope: 'stages', curated: true, sort: [] },
  words: { zh: `清单${order}`, en: `List ${order}` },
  about: { zh: '示例', en: 'An example' },
  leaves: { zh: '不再满足', en: 'No longer so' },
  fill: { zh: '导入', en: 'Import' },
  enters: [{ rule, words: { zh: rule, en: rule } }],
  columns: [{ id: 'verdict', words: { zh: '判定', en: 'Verdict' }, from: ['verdict'] }],
  ...more,
})

export async function writePack(directory: string, name: string, lists: readonly { id: string }[]) {
  await mkdir(join(directory, 'packs', name, 'lists'), { recursive: true })
  for (const list of lists) {
    const path = join(directory, 'packs', name, 'lists', `${list.id}.json`)
    await writeFile(path, JSON.stringify(list))
  }
}
