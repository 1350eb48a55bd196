import { keepFile } from '../../api/index.ts'

/** Hands a text to the browser as a file of that name. */
export const download = (fileName: string, text: string): void =>
  keepFile(fileName, new Blob([text], { type: 'text/plain;charset=utf-8' }))
