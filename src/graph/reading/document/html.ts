import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { unifyLineEnds } from '../../../base/index.ts'
import { Flow } from './flow.ts'
import type { DocumentText } from './model.ts'
import { decodeText } from './plain.ts'
import { superscript } from './superscript.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

/** Elements that are lines of their own; everything else flows within a line. */
const BLOCKS = new Set(
  'address article aside blockquote caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol p pre section summary table tr ul'.split(
    ' ',
  ),
)

/** Nothing of these is text that a person reads on the page. */
const UNREAD = new Set(
  'script style template noscript iframe object svg math canvas audio video select textarea head rt rp'.split(
    ' ',
  ),
)

/** The text of the body of a web page, in order; the title and what is hidden are no part of it. */
export async function readHtml(bytes: Uint8Array): Promise<DocumentText> {
  const page = parse(unifyLineEnds(await decodePage(bytes)), { scriptingEnabled: false })
  const root = page.childNodes.find((node) => node.nodeName === 'html') as Element | undefined
  const body = root?.childNodes.find((node) => node.nodeName === 'body') as Element | undefined
  const flow = new Flow()
  if (body !== undefined) walk(body, new PageWriter(flow))
  return flow.finish('html')
}

/** How much of a page may stand before its encoding is stated. */
const CHARSET_BYTES = 4096

/** A page that is neither UTF-8 nor plainly Chinese may still say what it is. */
async function decodePage(bytes: Uint8Array): Promise<string> {
  try {
    return await decodeText(bytes)
  } catch (error) {
    const head = new TextDecoder('latin1').decode(bytes.subarray(0, CHARSET_BYTES))
    const named = /charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]
    if (named === undefined) throw error
    try {
      return new TextDecoder(named, { fatal: true }).decode(bytes)
    } catch {
      throw error
    }
  }
}

/** Depth first without recursion: a page may be nested deeper than any stack. */
function walk(body: Element, writer: PageWriter): void {
  const open: { element: Element; next: number }[] = [{ element: body, next: 0 }]
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const node: Node | undefined = top.element.childNodes[top.next]
    top.next += 1
    if (node === undefined) {
      open.pop()
      if (top.element !== body) writer.close(top.element)
    } else if ('tagName' in node) {
      if (writer.open(node)) open.push({ element: node, next: 0 })
    } else if (node.nodeName === '#text') {
      writer.text((node as DefaultTreeAdapterTypes.TextNode).value)
    }
  }
}

class PageWriter {
  readonly #flow: Flow
  #preformatted = 0
  #raised = 0

  constructor(flow: Flow) {
    this.#flow = flow
  }

  /** False where nothing of the element is read. */
  open(element: Element): boolean {
    const { tagName } = element
    if (UNREAD.has(tagName)) return false
    if (isHidden(element)) {
      if (hasText(element)) this.#flow.note('hidden-text')
      return false
    }
    if (tagName === 'br' || tagName === 'hr') this.#flow.endLine()
    else if (tagName === 'table') this.#flow.openTable()
    else if (isCell(tagName)) this.#flow.openCell()
    else if (BLOCKS.has(tagName)) this.#flow.endLine()
    if (tagName === 'pre') this.#preformatted += 1
    if (tagName === 'sup') this.#raised += 1
    return true
  }

  close({ tagName }: Element): void {
    if (tagName === 'pre') this.#preformatted -= 1
    if (tagName === 'sup') this.#raised -= 1
    if (tagName === 'table') this.#flow.closeTable()
    else if (isCell(tagName)) this.#flow.closeCell()
    else if (tagName === 'tr') this.#flow.closeRow()
    else if (BLOCKS.has(tagName)) this.#flow.endLine()
  }

  text(value: string): void {
    if (this.#preformatted > 0) {
      value.split('\n').forEach((line, at) => {
        if (at > 0) this.#flow.endLine()
        this.#flow.text(line)
      })
      return
    }
    const plain = value.replace(/[ \t\n\f]+/g, ' ')
    const text = this.#flow.isAfterBlank ? plain.replace(/^ /, '') : plain
    this.#flow.text(this.#raised > 0 ? superscript(text) : text)
  }
}

const isCell = (tagName: string): boolean => tagName === 'td' || tagName === 'th'

function isHidden({ attrs }: Element): boolean {
  return attrs.some(
    ({ name, value }) =>
      name === 'hidden' ||
      (name === 'style' && /(^|;)\s*(display\s*:\s*none|visibility\s*:\s*hidden)/i.test(value)),
  )
}

function hasText(element: Element): boolean {
  const waiting: Node[] = [...element.childNodes]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.nodeName === '#text') {
      if ((node as DefaultTreeAdapterTypes.TextNode).value.trim() !== '') return true
    } else if ('childNodes' in node && !UNREAD.has(node.nodeName)) {
      for (const child of node.childNodes) waiting.push(child)
    }
  }
  return false
}
