import { Buffer } from 'node:buffer'
import { makeZip, type ZipPart } from '../container/zip-bytes.case.ts'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** Text inside XML or HTML. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** One paragraph with one run. */
export const paragraph = (text: string, properties = ''): string =>
  `<w:p>${properties}<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`

/** A Word document of body XML, with other parts where a test needs them. */
export function makeDocx(body: string, parts: Readonly<Record<string, string>> = {}): Buffer {
  const wrapped = (name: string, inner: string): ZipPart => {
    const root = ROOTS[name] ?? name
    return {
      name: `word/${name}.xml`,
      data: `${HEAD}<w:${root} xmlns:w="${W}">${inner}</w:${root}>`,
    }
  }
  return makeZip([
    { name: '[Content_Types].xml', data: `${HEAD}<Types/>` },
    wrapped('document', `<w:body>${body}</w:body>`),
    ...Object.entries(parts).map(([name, inner]) => wrapped(name, inner)),
  ])
}

const ROOTS: Readonly<Record<string, string>> = { document: 'document' }

/** Letters at a place of a page: x from the left, y from the bottom, in points. */
export interface Drawn {
  x: number
  y: number
  text: string
  size?: number
}

/** Objects of a PDF by number, from 1; the first is the catalogue. */
export function pdfOf(objects: readonly string[], trailer = ''): Buffer {
  const pieces: Buffer[] = [Buffer.from('%PDF-1.4\n')]
  const offsets: number[] = []
  let at = pieces[0]?.length ?? 0
  objects.forEach((object, index) => {
    const piece = Buffer.from(`${index + 1} 0 obj\n${object}\nendobj\n`, 'latin1')
    offsets.push(at)
    pieces.push(piece)
    at += piece.length
  })
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  pieces.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(pieces)
}

/** Codes of the characters of all pages, two bytes each, and the table that says which they are. */
function fontOf(texts: readonly string[]): {
  code: (character: string) => string
  toUnicode: string
} {
  const characters = [...new Set(texts.flatMap((text) => [...text]))]
  const hex = (value: number): string => value.toString(16).padStart(4, '0')
  const codes = new Map(characters.map((character, at) => [character, hex(at + 1)]))
  const rows: string[] = []
  for (let at = 0; at < characters.length; at += 100) {
    const some = characters.slice(at, at + 100)
    const lines = some.map(
      (character) =>
        `<${codes.get(character)}> <${Buffer.from(character, 'utf16le').swap16().toString('hex')}>`,
    )
    rows.push(`${some.length} beginbfchar\n${lines.join('\n')}\nendbfchar`)
  }
  const toUnicode = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def\n1 begincodespacerange <0000> <ffff> endcodespacerange\n${rows.join('\n')}\nendcmap end end`
  return { code: (character) => codes.get(character) ?? '0000', toUnicode }
}

const stream = (content: string, entries = ''): string =>
  `<< /Length ${content.length} ${entries} >>\nstream\n${content}\nendstream`

/**
 * A PDF that draws these letters, each as wide as its size; `empty` pages draw nothing. Without its
 * table of characters the codes of the letters are numbers of glyphs that nobody can look up.
 */
export function makePdf(pages: readonly (readonly Drawn[])[], hasTable = true): Buffer {
  const font = fontOf(pages.flatMap((page) => page.map(({ text }) => text)))
  const first = 7
  const kids = pages.map((_, at) => `${first + 2 * at} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> >>`,
    `<< /Type /Font /Subtype /Type0 /BaseFont /Test /Encoding /Identity-H /DescendantFonts [4 0 R] ${hasTable ? '/ToUnicode 6 0 R' : ''} >>`,
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Test /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 5 0 R /DW 1000 >>',
    '<< /Type /FontDescriptor /FontName /Test /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
    stream(font.toUnicode),
  ]
  pages.forEach((page, at) => {
    const drawn = page.map(({ x, y, text, size = 10 }) => {
      const codes = [...text].map(font.code).join('')
      return `BT /F ${size} Tf ${x} ${y} Td <${codes}> Tj ET`
    })
    objects.push(`<< /Type /Page /Parent 2 0 R /Contents ${first + 2 * at + 1} 0 R >>`)
    objects.push(stream(drawn.join('\n')))
  })
  return pdfOf(objects)
}

/** Lines of a text laid on pages, forty to a page. */
export function pdfOfText(text: string): Buffer {
  const lines = text.split('\n')
  const pages: Drawn[][] = []
  lines.forEach((line, at) => {
    if (at % 40 === 0) pages.push([])
    if (line.trim() !== '') pages.at(-1)?.push({ x: 40, y: 800 - (at % 40) * 18, text: line })
  })
  return makePdf(pages)
}
