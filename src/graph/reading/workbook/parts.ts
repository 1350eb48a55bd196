import type { Archive } from '../container/index.ts'
import { damaged, readXml } from './xml.ts'

/** A sheet as the workbook lists it. */
export interface SheetPart {
  name: string
  /** Path inside the container. */
  path: string
  hidden: boolean
}

/** The parts that a reader of tables needs. */
export interface WorkbookParts {
  sheets: SheetPart[]
  stringsPath: string | null
  stylesPath: string | null
  /** Dates count from 1904 instead of 1900, as old Macintosh workbooks do. */
  from1904: boolean
}

interface ListedSheet {
  name: string
  relation: string
  hidden: boolean
}

/** Lists the sheets of a workbook in their order. Throws `workbook-damaged` where a part lacks. */
export async function readParts(archive: Archive): Promise<WorkbookParts> {
  const path = await findWorkbook(archive)
  if (!archive.has(path)) throw damaged('missing', path)
  const listed: ListedSheet[] = []
  let from1904 = false
  await readXml(path, archive.part(path), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes.date1904 ?? '')
      if (name === 'sheet') listed.push(listedSheet(attributes))
    },
  })
  const relations = await readRelations(archive, path)
  const byType = (type: string): string | null =>
    [...relations.values()].find((relation) => relation.type.endsWith(`/${type}`))?.path ?? null
  const sheets = listed.flatMap(({ name, relation, hidden }): SheetPart[] => {
    const target = relations.get(relation)
    // Chart sheets and macro sheets hold no cells that a table could have.
    if (target === undefined || !target.type.endsWith('/worksheet')) return []
    if (!archive.has(target.path)) throw damaged('missing', target.path)
    return [{ name, path: target.path, hidden }]
  })
  return {
    sheets,
    stringsPath: byType('sharedStrings'),
    stylesPath: byType('styles'),
    from1904,
  }
}

function listedSheet(attributes: Readonly<Record<string, string>>): ListedSheet {
  const relation = Object.entries(attributes).find(([name]) => /(^|:)id$/.test(name))?.[1] ?? ''
  const state = attributes.state ?? 'visible'
  return { name: attributes.name ?? '', relation, hidden: state !== 'visible' }
}

const USUAL_PATH = 'xl/workbook.xml'

/** The container says which part is the workbook; nearly always it is the usual one. */
async function findWorkbook(archive: Archive): Promise<string> {
  if (archive.has(USUAL_PATH) || !archive.has('_rels/.rels')) return USUAL_PATH
  const relations = await readRelations(archive, '')
  for (const relation of relations.values()) {
    if (relation.type.endsWith('/officeDocument')) return relation.path
  }
  return USUAL_PATH
}

interface Relation {
  type: string
  path: string
}

async function readRelations(archive: Archive, of: string): Promise<Map<string, Relation>> {
  const cut = of.lastIndexOf('/') + 1
  const path = `${of.slice(0, cut)}_rels/${of.slice(cut)}.rels`
  const relations = new Map<string, Relation>()
  if (!archive.has(path)) return relations
  await readXml(path, archive.part(path), {
    open(name, { Id = '', Type = '', Target = '', TargetMode }) {
      // A target outside of the container is never followed.
      if (name !== 'Relationship' || TargetMode === 'External') return
      relations.set(Id, { type: Type, path: resolvePath(of.slice(0, cut), Target) })
    },
  })
  return relations
}

function resolvePath(folder: string, target: string): string {
  const steps = (target.startsWith('/') ? target : folder + target).split('/')
  const path: string[] = []
  for (const step of steps) {
    if (step === '..') path.pop()
    else if (step !== '' && step !== '.') path.push(step)
  }
  return path.join('/')
}
