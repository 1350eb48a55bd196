/** The vectors of RFC 6962 and 9162 proofs, for both implementations. */
import { readFileSync } from 'node:fs'

interface Vector {
  readonly file: string
  readonly leafIdx?: string
  readonly treeSize?: string
  readonly size1?: string
  readonly size2?: string
  readonly start?: string
  readonly end?: string
  readonly size?: string
  readonly root?: string
  readonly root1?: string
  readonly root2?: string
  readonly leafHash?: string
  readonly proof: readonly string[] | null
  readonly wantErr: boolean
}

/** A vector as the question that a verifier is asked, and the answer it must give. */
export interface Question {
  readonly file: string
  readonly isTrue: boolean
  /** Of a whole tree, and not of a subtree. */
  readonly isWhole: boolean
  readonly proof: readonly Uint8Array[]
  readonly range: { readonly start: bigint; readonly end: bigint; readonly root: Uint8Array }
  /** For a proof of inclusion the leaf, for one of consistency the tree. */
  readonly leaf: { readonly index: bigint; readonly hash: Uint8Array } | null
  readonly tree: { readonly size: bigint; readonly root: Uint8Array } | null
}

const bytes = (base64 = ''): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'))

function questionOf(vector: Vector): Question {
  const { file, wantErr, proof, leafIdx, leafHash } = vector
  const start = BigInt(vector.start ?? 0)
  const end = BigInt(vector.end ?? vector.size1 ?? vector.treeSize ?? 0)
  const root = bytes(vector.root1 ?? vector.root)
  const size = BigInt(vector.size2 ?? vector.size ?? 0)
  const isInclusion = leafIdx !== undefined
  return {
    ...{ isWhole: vector.start === undefined },
    ...{ file, isTrue: !wantErr, proof: (proof ?? []).map(bytes), range: { start, end, root } },
    leaf: isInclusion ? { index: BigInt(leafIdx), hash: bytes(leafHash) } : null,
    tree: isInclusion ? null : { size, root: bytes(vector.root2) },
  }
}

/** All 518 of them. */
export function merkleQuestions(): Question[] {
  const text = readFileSync(new URL('./merkle.jsonl', import.meta.url), 'utf8')
  return text
    .trimEnd()
    .split('\n')
    .map((line) => questionOf(JSON.parse(line) as Vector))
}
