import { fillText, Problem } from '../../../../base/index.ts'
import { type Archive, openArchive, READ_LIMITS } from '../../container/index.ts'
import { readXml } from '../../workbook/index.ts'
import { Flow } from '../flow.ts'
import type { DocumentText } from '../model.ts'
import { DAMAGE } from '../words.ts'
import { Numbering, readNumbering } from './numbering.ts'
import { StoryReader } from './story.ts'

const MAIN = 'word/document.xml'

/** Problems: `document-damaged`, and those of the guard for containers. */
export async function readDocx(bytes: Uint8Array): Promise<DocumentText> {
  const archive = await openArchive(bytes, READ_LIMITS)
  const main = mainPart(archive)
  const flow = new Flow()
  const numbering = new Numbering(await readNumbering(archive))
  const story = new StoryReader(flow, numbering)
  await readXml(main, archive.part(main), story)
  for (const [kind, part] of NOTES) {
    if (!archive.has(part)) continue
    const notes = new StoryReader(flow, numbering, story.noted(kind))
    await readXml(part, archive.part(part), notes)
  }
  return flow.finish('docx')
}

/** Notes stand at the end, each behind its mark. */
const NOTES = [
  ['footnote', 'word/footnotes.xml'],
  ['endnote', 'word/endnotes.xml'],
] as const

function mainPart(archive: Archive): string {
  if (archive.has(MAIN)) return MAIN
  const other = archive.names.find((name) => /^word\/document\d*\.xml$/.test(name))
  if (other !== undefined) return other
  const details = { part: MAIN }
  throw new Problem('document-damaged', {
    reason: fillText(DAMAGE.missing.zh, details),
    reasonEn: fillText(DAMAGE.missing.en, details),
  })
}
