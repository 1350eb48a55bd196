import { SaxesParser } from 'saxes'
import { fillText, Problem } from '../../../base/index.ts'
import { DAMAGE } from './words.ts'

/** What a reader of one part wants to hear. Names come without their prefix. */
export interface XmlHandlers {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  close?(name: string): void
  text?(text: string): void
}

/** Elements inside each other; Office needs about ten, and a bomb of open tags needs no end. */
const DEPTH_LIMIT = 100

/** A parser that is fed by hand, for readers that hand on what they have between two chunks. */
export interface XmlFeed {
  write(chunk: Uint8Array): void
  end(): void
}

/**
 * Parses one XML part. Entities that a document declares are never expanded; a declaration is
 * refused (`doctype-refused`), broken XML is `workbook-damaged`.
 */
export function feedXml(part: string, handlers: XmlHandlers): XmlFeed {
  const parser = new SaxesParser<{ position: false; xmlns: false }>({
    position: false,
    xmlns: false,
  })
  let depth = 0
  parser.on('error', () => {
    throw damaged('xml', part)
  })
  parser.on('doctype', () => {
    throw new Problem('doctype-refused', { part })
  })
  parser.on('opentag', (tag) => {
    depth += 1
    if (depth > DEPTH_LIMIT) throw damaged('nested', part)
    handlers.open(localName(tag.name), tag.attributes)
  })
  parser.on('closetag', (tag) => {
    depth -= 1
    handlers.close?.(localName(tag.name))
  })
  if (handlers.text !== undefined) {
    const text = handlers.text.bind(handlers)
    parser.on('text', text)
    parser.on('cdata', text)
  }
  const decode = xmlDecoder(part)
  return {
    write: (chunk) => void parser.write(decode(chunk, true)),
    end: () => void parser.write(decode(new Uint8Array(0), false)).close(),
  }
}

export async function readXml(
  part: string,
  source: AsyncIterable<Uint8Array>,
  handlers: XmlHandlers,
): Promise<void> {
  const feed = feedXml(part, handlers)
  for await (const chunk of source) feed.write(chunk)
  feed.end()
}

/** Text of the chunks of an XML part: UTF-16 when it begins so, else UTF-8, strictly. */
export function xmlDecoder(part: string): (chunk: Uint8Array, stream: boolean) => string {
  let decoder: TextDecoder | null = null
  return (chunk, stream) => {
    decoder ??= new TextDecoder(xmlEncoding(chunk), { fatal: true })
    try {
      return decoder.decode(chunk, { stream })
    } catch {
      throw damaged('xml', part)
    }
  }
}

function xmlEncoding(chunk: Uint8Array): string {
  const [first, second] = chunk
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be'
  return 'utf-8'
}

const localName = (name: string): string => {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

export function damaged(what: keyof typeof DAMAGE, part: string): Problem {
  return new Problem('workbook-damaged', {
    reason: fillText(DAMAGE[what].zh, { part }),
    reasonEn: fillText(DAMAGE[what].en, { part }),
  })
}
