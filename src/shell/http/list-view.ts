// Lists as the interface shows them.
import type { z } from '@hono/zod-openapi'
import type {
  DefinitionFile,
  ListRow,
  ListStep,
  PackGround,
  VersionHead,
  VersionPage,
} from '../../graph/lists/index.ts'
import { figureDto, figureOrNull } from './claim-view.ts'
import type { ListView } from './schemas/lists.ts'

type View = z.infer<typeof ListView>

/** What the file of a list says of it. */
export function listHead(file: DefinitionFile): View['list'] {
  const { id, order, words, about, leaves, fill, curated } = file
  return {
    ...{ id, order, words, about, leaves, fill, curated },
    kinds: [...file.holds],
    rules: file.enters.map(({ words: said, rule, needed }) => ({ words: said, rule, needed })),
    columns: file.columns.map(({ id: column, words: head, align, shown }) => ({
      ...{ id: column, words: head, align, shown },
    })),
  }
}

/** A version without its rows. */
export function versionHead(head: VersionHead): NonNullable<View['version']> {
  const { number, state, known, valid, candidates, undecided, rows, seal } = head
  return { number, state, known, valid, candidates, undecided, rows, seal }
}

export const stepDto = (step: ListStep): View['steps'][number] => ({ ...step, by: { ...step.by } })

/** A row with its cells; the conditions that hold say in words why it is there. */
export function rowDto(row: ListRow): View['rows'][number] {
  const { thing, place, change, changes, curation, content } = row
  const { sources, basis, stale, synthetic, fallen } = row
  const { kind, name, entered, cells, conditions, office } = content
  return {
    ...{ thing, kind, place, entered, change, curation },
    ...{ sources, basis, stale, synthetic, fallen },
    pack: content.pack === undefined ? null : packDto(content.pack),
    name: figureDto(name),
    changes: changes.map((each) => ({ ...each })),
    cells: cells.map(({ column, figures, codes, words }) => ({
      ...{ column, words },
      figures: figures.map(figureDto),
      codes: [...codes],
    })),
    reasons: conditions.filter(({ outcome }) => outcome === 'holds').map(({ words }) => words),
    office: figureOrNull(office),
  }
}

const packDto = ({ version, reason, citation }: PackGround) => ({ version, reason, citation })

/** A list that has a version, and where its rows go on. */
export function listView(page: VersionPage, next: string | null, atHand: boolean): View {
  const { chain, file, version, steps, onePerson, rows, compared, total } = page
  return {
    ...{ chain: { ...chain }, atHand, onePerson, compared, total, next },
    list: listHead(file),
    version: versionHead(version),
    steps: steps.map(stepDto),
    rows: rows.map(rowDto),
  }
}

/** A list that was never drawn up, or of which the reader may see no version. */
export function emptyView(chain: View['chain'], file: DefinitionFile): View {
  return {
    ...{ chain, list: listHead(file), atHand: true, version: null, steps: [], onePerson: false },
    ...{ rows: [], compared: null, total: 0, next: null },
  }
}
