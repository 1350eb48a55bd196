import type { Words } from '../../../base/index.ts'
import type { FileKind } from './sniff.ts'

/** What a file is, as a person would say it. */
export const KIND_WORDS: Readonly<Record<FileKind, Words>> = {
  xlsx: { zh: 'Excel 工作簿（.xlsx）', en: 'an Excel workbook (.xlsx)' },
  xlsb: { zh: '二进制工作簿（.xlsb）', en: 'a binary workbook (.xlsb)' },
  'xls-old': { zh: '旧版 Excel 工作簿（.xls）', en: 'an old Excel workbook (.xls)' },
  encrypted: { zh: '已加密的 Office 文件', en: 'an encrypted Office file' },
  docx: { zh: 'Word 文档（.docx）', en: 'a Word document (.docx)' },
  pptx: { zh: '演示文稿（.pptx）', en: 'a presentation (.pptx)' },
  ods: { zh: 'OpenDocument 表格（.ods）', en: 'an OpenDocument spreadsheet (.ods)' },
  zip: { zh: '压缩包（.zip）', en: 'a zip archive' },
  ole: { zh: '旧版 Office 文件', en: 'an old Office file' },
  pdf: { zh: 'PDF 文件', en: 'a PDF' },
  html: { zh: '网页（HTML）', en: 'a web page (HTML)' },
  xml: { zh: 'XML 文件', en: 'an XML file' },
  rtf: { zh: 'RTF 文档', en: 'an RTF document' },
  gzip: { zh: 'gzip 压缩文件', en: 'a gzip file' },
  image: { zh: '图片', en: 'a picture' },
  csv: { zh: '文本表格（CSV）', en: 'a text table (CSV)' },
  binary: { zh: '无法识别的二进制文件', en: 'an unknown binary file' },
  empty: { zh: '空文件', en: 'an empty file' },
}

/** What of an archive went over a limit. */
export const MEASURES = {
  entries: { zh: '文件个数', en: 'number of parts' },
  bytes: { zh: '总字节数', en: 'number of bytes' },
  ratio: { zh: '压缩比', en: 'compression ratio' },
  declared: { zh: '实际字节数', en: 'real size' },
} satisfies Record<string, Words>

/** Why an archive is not trusted, whatever its size. */
export const UNSAFE = {
  duplicate: { zh: '同名部分出现两次', en: 'the name occurs twice' },
  link: { zh: '是指向别处的链接', en: 'it is a link to elsewhere' },
  overlap: { zh: '与另一部分共用字节', en: 'it shares bytes with another part' },
  'two-names': { zh: '目录与内容所记名称不同', en: 'directory and part give different names' },
  nested: { zh: '压缩包中又有压缩包', en: 'it is an archive inside the archive' },
  path: { zh: '名称指向文件夹之外', en: 'its name leads out of the folder' },
} satisfies Record<string, Words>

/** What is broken about a container. */
export const DAMAGE = {
  container: { zh: '压缩包结构不完整', en: 'the container is incomplete' },
  checksum: { zh: '{part} 的校验和不符', en: 'the checksum of {part} does not match' },
} satisfies Record<string, Words>
