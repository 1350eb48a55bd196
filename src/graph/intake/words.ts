import { Problem, type Uuid } from '../../base/index.ts'
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

/** The row quotes a document that was not brought. */
export function documentMissing(document: string): RowReason {
  return {
    field: null,
    cells: null,
    code: 'document-missing',
    words: {
      zh: `所引文件“${document}”尚未导入。请先导入该文件，再导入本表。`,
      en: `The document “${document}” that the row quotes is not here. Bring it first, then import this table.`,
    },
  }
}

/** The quoted words do not stand in the document. */
export function quoteMissing(document: string, quote: string): RowReason {
  return {
    field: null,
    cells: null,
    code: 'quote-not-found',
    words: {
      zh: `“${document}”中没有所引原句“${quote}”。请逐字核对原句。`,
      en: `“${document}” does not hold the quoted words “${quote}”. Check them letter for letter.`,
    },
  }
}

/** The quoted words stand in the document more than once. */
export function quoteAmbiguous(document: string, quote: string): RowReason {
  return {
    field: null,
    cells: null,
    code: 'quote-ambiguous',
    words: {
      zh: `“${document}”中不止一处出现“${quote}”。请引用更长的原句。`,
      en: `“${document}” holds “${quote}” in more than one place. Quote a longer passage.`,
    },
  }
}

/** The import has not ended, was discarded, or failed: there is nothing whole to publish. */
export const notReady = (): Problem =>
  new Problem('conflict', {
    reason: '这次导入尚未读完，只有读完的整批才能发布',
    reasonEn: 'the import has not been read to its end; only a whole batch can be published',
  })
