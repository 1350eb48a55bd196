import type { Flow } from '../flow.ts'
import type { CautionCode } from '../model.ts'
import { superscript } from '../superscript.ts'
import type { Numbering } from './numbering.ts'

type Attributes = Readonly<Record<string, string>>

/** What is known of the paragraph that is open. */
interface Paragraph {
  style: string | null
  list: string | null
  level: number | null
  /** The mark at its end was deleted: the next paragraph goes on in the same line. */
  joins: boolean
  isNumbered: boolean
}

interface Run {
  hidden: boolean
  raised: boolean
}

const newParagraph = (): Paragraph => ({
  ...{ style: null, list: null, level: null, joins: false, isNumbered: false },
})

/** Deleted or moved away: not in the text as accepted. */
const DELETED = new Set(['del', 'moveFrom'])
const INSERTED = new Set(['ins', 'moveTo'])
/** The fallback repeats what its choice says; readings over characters are no text of their own. */
const REPEATED = new Set(['Fallback', 'rt'])
/** What is opened and closed even where its text is left out. */
const STRUCTURE = new Set(['p', 'tbl', 'tr', 'tc', 'txbxContent'])
const NOTE_MARKS: Readonly<Record<string, NoteKind>> = {
  footnoteReference: 'footnote',
  endnoteReference: 'endnote',
}

export type NoteKind = 'footnote' | 'endnote'

/** Follows the XML of a body or of notes and writes its lines. */
export class StoryReader {
  readonly #flow: Flow
  readonly #numbering: Numbering
  /** Marks of notes by id; null while the body is read. */
  readonly #marks: ReadonlyMap<string, number> | null
  readonly #noted: Record<NoteKind, Map<string, number>> = {
    footnote: new Map(),
    endnote: new Map(),
  }
  readonly #paragraphs: Paragraph[] = []
  readonly #path: string[] = []
  #deleted = 0
  #inserted = 0
  #repeated = 0
  #skippedNote = false
  #run: Run = { hidden: false, raised: false }
  readonly #rows: { deleted: boolean }[] = []
  #isText = false
  readonly #boxes: ReturnType<Flow['closeBox']>[] = []

  constructor(flow: Flow, numbering: Numbering, marks: ReadonlyMap<string, number> | null = null) {
    this.#flow = flow
    this.#numbering = numbering
    this.#marks = marks
  }

  /** The notes that the body refers to, each with the number of its mark. */
  noted(kind: NoteKind): ReadonlyMap<string, number> {
    return this.#noted[kind]
  }

  open(name: string, attributes: Attributes): void {
    const parent = this.#path.at(-1) ?? ''
    this.#path.push(name)
    if (parent === 'rPr' || parent === 'pPr' || parent === 'numPr' || parent === 'trPr') {
      this.#property(name, parent, attributes)
      return
    }
    if (DELETED.has(name)) {
      this.#deleted += 1
      this.#flow.note('tracked-change')
    }
    if (INSERTED.has(name)) this.#inserted += 1
    if (REPEATED.has(name)) this.#repeated += 1
    if (this.#marks !== null && (name === 'footnote' || name === 'endnote'))
      this.#openNote(attributes)
    if (this.#repeated > 0 || this.#skippedNote) return
    if (STRUCTURE.has(name)) this.#structure(name)
    else if (this.#deleted === 0) this.#element(name, attributes)
  }

  close(name: string): void {
    this.#path.pop()
    const parent = this.#path.at(-1) ?? ''
    if (parent === 'rPr' || parent === 'pPr' || parent === 'numPr' || parent === 'trPr') return
    if (DELETED.has(name)) this.#deleted -= 1
    if (INSERTED.has(name)) this.#inserted -= 1
    if (REPEATED.has(name)) this.#repeated -= 1
    if (name === 't') this.#isText = false
    // A deletion may span whole rows or paragraphs; those are closed all the same.
    if (this.#repeated > 0 || this.#skippedNote) {
      if (name === 'footnote' || name === 'endnote') this.#skippedNote = false
      return
    }
    this.#close(name)
  }

  text(text: string): void {
    if (!this.#isText || this.#isLeftOut) return
    if (this.#run.hidden) {
      if (text.trim() !== '') this.#flow.note('hidden-text')
      return
    }
    this.#write(this.#run.raised ? superscript(text) : text)
  }

  get #isLeftOut(): boolean {
    return this.#deleted > 0 || this.#repeated > 0 || this.#skippedNote
  }

  #write(text: string): void {
    this.#number()
    const code: CautionCode | undefined = this.#inserted > 0 ? 'tracked-change' : undefined
    this.#flow.text(text, code)
  }

  /** The number stands before the first letter, once the properties are known. */
  #number(): void {
    const paragraph = this.#paragraphs.at(-1)
    if (paragraph === undefined || paragraph.isNumbered) return
    paragraph.isNumbered = true
    this.#flow.text(this.#numbering.next(paragraph))
  }

  #property(name: string, parent: string, attributes: Attributes): void {
    const paragraph = this.#paragraphs.at(-1)
    const value = attributes['w:val']
    const isOff = value === '0' || value === 'false' || value === 'none'
    // What a paragraph was before a tracked change stands one level deeper.
    const owner = this.#path.at(parent === 'numPr' ? -4 : -3)
    if (parent !== 'rPr' && owner !== 'p' && owner !== 'tr') return
    if (parent === 'numPr' && paragraph !== undefined) {
      if (name === 'numId') paragraph.list = value ?? null
      if (name === 'ilvl') paragraph.level = Number(value ?? 0)
    } else if (parent === 'pPr' && paragraph !== undefined) {
      if (name === 'pStyle') paragraph.style = value ?? null
    } else if (parent === 'trPr') {
      const row = this.#rows.at(-1)
      if (name === 'del' && row !== undefined) row.deleted = true
      if (name === 'ins' || name === 'del') this.#flow.note('tracked-change')
    } else if (parent === 'rPr') {
      this.#ofRun(name, isOff, value)
    }
  }

  #ofRun(name: string, isOff: boolean, value: string | undefined): void {
    const isOfMark = this.#path.at(-3) === 'pPr'
    if (isOfMark) {
      const paragraph = this.#paragraphs.at(-1)
      if (DELETED.has(name) && paragraph !== undefined) paragraph.joins = true
      return
    }
    if (this.#path.at(-3) !== 'r') return
    if (name === 'vanish' || name === 'webHidden') this.#run.hidden = !isOff
    if (name === 'vertAlign') this.#run.raised = value === 'superscript'
  }

  #structure(name: string): void {
    if (name === 'p') this.#paragraphs.push(newParagraph())
    else if (name === 'tbl') this.#flow.openTable()
    else if (name === 'tr') this.#rows.push({ deleted: false })
    else if (name === 'tc') this.#flow.openCell()
    else this.#flow.openBox()
  }

  #element(name: string, attributes: Attributes): void {
    if (name === 'r') this.#run = { hidden: false, raised: false }
    else if (name === 't') this.#isText = true
    else if (this.#path.includes('r')) this.#sign(name, attributes)
  }

  #sign(name: string, attributes: Attributes): void {
    if (name === 'lastRenderedPageBreak') this.#flow.note('page')
    else if (this.#run.hidden) return
    else if (name === 'br') this.#break(attributes['w:type'])
    else if (name === 'cr') this.#flow.endLine()
    else if (name === 'tab' || name === 'ptab') this.#write('\t')
    else if (name === 'noBreakHyphen') this.#write('\u2011')
    else if (name === 'sym') this.#symbol(attributes['w:char'])
    else if (name in NOTE_MARKS) this.#mark(NOTE_MARKS[name] as NoteKind, attributes['w:id'])
  }

  #break(type: string | undefined): void {
    if (type === 'page') this.#flow.note('page')
    this.#flow.endLine()
  }

  #symbol(code: string | undefined): void {
    const point = Number.parseInt(code ?? '', 16)
    if (point > 0 && point <= 0xffff && (point < 0xd800 || point > 0xdfff)) {
      this.#write(String.fromCodePoint(point))
    }
  }

  #mark(kind: NoteKind, id: string | undefined): void {
    if (id === undefined) return
    const noted = this.#noted[kind]
    const mark = noted.get(id) ?? this.#noted.footnote.size + this.#noted.endnote.size + 1
    noted.set(id, mark)
    this.#write(`[${mark}]`)
  }

  #openNote(attributes: Attributes): void {
    const mark = this.#marks?.get(attributes['w:id'] ?? '')
    this.#skippedNote = mark === undefined
    if (mark === undefined) return
    this.#flow.endLine()
    this.#flow.text(`[${mark}] `)
  }

  #close(name: string): void {
    if (name === 'p') this.#closeParagraph()
    else if (name === 'tc') this.#flow.closeCell()
    else if (name === 'tr') this.#flow.closeRow(this.#rows.pop()?.deleted !== true)
    else if (name === 'tbl') this.#flow.closeTable()
    else if (name === 'txbxContent') this.#boxes.push(this.#flow.closeBox())
    else if (name === 'footnote' || name === 'endnote') this.#flow.endLine()
  }

  #closeParagraph(): void {
    const paragraph = this.#paragraphs.pop()
    if (paragraph === undefined) return
    if (paragraph.joins) this.#flow.note('tracked-change')
    if (!paragraph.joins) this.#flow.endLine()
    if (this.#paragraphs.length > 0) return
    for (const box of this.#boxes.splice(0)) this.#flow.append(box)
  }
}
