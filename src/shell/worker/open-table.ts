// Tables as the reading thread opens them: their events, and the look-ups that a mapping needs.
import { createReadStream } from 'node:fs'
import { Problem } from '../../base/index.ts'
import { divisionOf } from '../../graph/kinds/index.ts'
import {
  LookupCollector,
  type Lookups,
  type Mapping,
  neededLookups,
  readTable,
  type TableEvent,
} from '../../graph/reading/index.ts'
import type { Knowledge } from '../vocabulary.ts'
import type { FileOnDisk } from './reading-task.ts'

/** The heads and rows of a file, with its header where a mapping says it is. */
export function eventsOf(file: FileOnDisk, mapping: Mapping | null): AsyncGenerator<TableEvent> {
  const header = mapping?.header
  return readTable({
    fileName: file.fileName,
    stream: createReadStream(file.path),
    ...(header !== undefined && { header }),
  })
}

/** Tables by name: rows of other files, and the places of the core pack. Problem: `not-found`. */
export async function lookupsOf(
  mapping: Mapping,
  files: readonly FileOnDisk[],
  knowledge: Knowledge,
): Promise<Lookups> {
  const tables: Record<string, Lookups[string]> = {
    division: (name) => divisionOf(knowledge.places, name)?.code,
  }
  for (const { name, from } of neededLookups(mapping)) {
    if (from === null) continue
    const file = files.find(({ fileName }) => fileName === from.file)
    if (file === undefined) throw new Problem('not-found', { what: from.file })
    let collector: LookupCollector | null = null
    for await (const event of eventsOf(file, null)) {
      if (event.kind === 'sheet') collector = new LookupCollector(from, event.head)
      if (event.kind === 'rows') for (const row of event.rows) collector?.add(row)
    }
    if (collector !== null) tables[name] = collector.entries
  }
  return tables
}
