import { unifyLineEnds } from '../../../base/index.ts'
import { TextStream } from '../table/index.ts'
import type { DocumentText } from './model.ts'
import { TextBuilder } from './text-builder.ts'

/** A text file as it stands; only the line ends of other systems become one character. */
export async function readPlain(bytes: Uint8Array): Promise<DocumentText> {
  const builder = new TextBuilder()
  builder.add(unifyLineEnds(await decodeText(bytes)))
  return builder.finish('txt')
}

/** Problem: `encoding-unknown`. */
export async function decodeText(bytes: Uint8Array): Promise<string> {
  const pieces: string[] = []
  for await (const piece of new TextStream(once(bytes))) pieces.push(piece)
  return pieces.join('')
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
