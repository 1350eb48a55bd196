import { entry } from './problem-entry.ts'

/** Problems of documents: what cannot become text, and why. */
export const DOCUMENT_PROBLEMS = {
  'document-damaged': entry(422, 3, {
    what: { zh: '文档已损坏', en: 'The document is damaged' },
    why: { zh: '无法读取：{reason}', en: 'It cannot be read: {reason}' },
    next: {
      zh: '用原来的软件打开并另存后再导入',
      en: 'Open it in the program that made it, save it anew and bring that',
    },
  }),
  'document-encrypted': entry(422, 3, {
    what: { zh: '文档已加密', en: 'The document is encrypted' },
    why: { zh: '打开它需要密码', en: 'It needs a password to open' },
    next: { zh: '去除密码后再导入', en: 'Remove the password and bring it again' },
  }),
  'document-scanned': entry(422, 3, {
    what: { zh: '文档中没有可读的文字', en: 'The document holds no text that can be read' },
    why: {
      zh: '{pages} 页都没有文字层，应是扫描件',
      en: 'None of its {pages} pages has a text layer; it will be a scan',
    },
    next: {
      zh: '用识别软件（OCR）另存为带文字层的 PDF，或改用原始的 DOCX',
      en: 'Save it with a text layer by a recognition program (OCR), or bring the original DOCX',
    },
  }),
  'document-letters': entry(422, 3, {
    what: {
      zh: '文档的字体无法对照成文字',
      en: 'The fonts of the document do not tell their letters',
    },
    why: {
      zh: '{pages} 页所用的字体没有附带文字对照，画得出字形，认不出是哪个字',
      en: 'The fonts on its {pages} pages draw shapes without saying which characters they are',
    },
    next: {
      zh: '用较新的软件另存为 PDF，或改用原始的 DOCX',
      en: 'Save it as a PDF anew by a recent program, or bring the original DOCX',
    },
  }),
  'document-pages': entry(422, 3, {
    what: { zh: '文档页数过多', en: 'The document has too many pages' },
    why: {
      zh: '共 {pages} 页，超过限值 {limit} 页',
      en: 'It has {pages} pages; the limit is {limit}',
    },
    next: { zh: '拆分后分别导入', en: 'Split it and bring the parts' },
  }),
  'document-empty': entry(422, 3, {
    what: { zh: '文档没有内容', en: 'The document is empty' },
    why: { zh: '没有找到任何文字', en: 'No text was found in it' },
    next: { zh: '确认选对文件', en: 'Check that it is the right file' },
  }),
  'source-is-table': entry(409, 3, {
    what: { zh: '这份文件已按表格导入', en: 'This file was imported as a table' },
    why: {
      zh: '已有陈述依据它的单元格，不能再按文档读',
      en: 'Claims stand on its cells, so it cannot be read as a document as well',
    },
    next: { zh: '按表格查看它', en: 'Look at it as a table' },
  }),
  'source-is-text': entry(409, 3, {
    what: { zh: '这份文件已按文档读入', en: 'This file was read as a document' },
    why: {
      zh: '它的文字已按页保存，不能再按表格导入',
      en: 'Its text is kept page by page, so it cannot be imported as a table as well',
    },
    next: {
      zh: '另存为 .csv 或 .xlsx 后再导入',
      en: 'Save it as .csv or .xlsx and bring that',
    },
  }),
  'document-unsupported': entry(415, 3, {
    what: { zh: '不能按文档读取', en: 'This cannot be read as a document' },
    why: { zh: '{name} 的内容是{found}', en: '{name} holds {found}' },
    next: {
      zh: '改用 PDF、.docx、HTML 或 .txt；表格按表格导入',
      en: 'Use PDF, .docx, HTML or .txt; tables are imported as tables',
    },
  }),
} as const
