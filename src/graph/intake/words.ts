import type { Uuid } from '../../base/index.ts'
import type { RowReason } from './model.ts'

/** A thing of this name is held under another key; whether both are one is for a person to say. */
export function possibleMatch(name: string, id: Uuid): RowReason {
  return {
    field: null,
    cells: null,
    code: `possible-match:${id}`,
    words: {
      zh: `已有同名对象“${name}”，编号不同。是否为同一对象由人判定，此处不合并。`,
      en: `Something called “${name}” is held under another key. A person decides whether both are one; nothing is merged here.`,
    },
  }
}
