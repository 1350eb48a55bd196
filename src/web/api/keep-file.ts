/** Hands bytes to the browser, to be kept as a file of that name. */
export function keepFile(fileName: string, content: Blob): void {
  const href = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = href
  link.download = fileName
  link.click()
  URL.revokeObjectURL(href)
}
