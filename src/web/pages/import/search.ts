/** The state of the import that its address holds. Pure. */

export interface ImportSearch {
  /** Ids of the files at hand, apart by points. */
  files?: string
  /** The file that is being mapped. */
  source?: string
  sheet?: string
  /** Id of the mapping that was chosen. */
  mapping?: string
}

export function validateImportSearch(search: Record<string, unknown>): ImportSearch {
  const found: ImportSearch = {}
  for (const name of ['files', 'source', 'sheet', 'mapping'] as const) {
    const value = search[name]
    if (typeof value === 'string' && value !== '') found[name] = value
  }
  return found
}

/** The files at hand; the one being mapped is always among them. */
export function filesOf({ files, source }: ImportSearch): string[] {
  const listed = files === undefined ? [] : files.split('.').filter((id) => id !== '')
  return source === undefined || listed.includes(source) ? listed : [...listed, source]
}

export function withFile(search: ImportSearch, id: string): ImportSearch {
  const files = [...new Set([...filesOf(search), id])].join('.')
  return { ...search, files, source: search.source ?? id }
}

/** The list without a file; if it was the one being mapped, the first of the rest is. */
export function withoutFile(search: ImportSearch, id: string): ImportSearch {
  const rest = filesOf(search).filter((each) => each !== id)
  const isOpen = search.source === id
  const source = isOpen ? rest[0] : search.source
  const { files: _, source: __, sheet, mapping, ...others } = search
  return {
    ...others,
    ...(rest.length > 0 && { files: rest.join('.') }),
    ...(source !== undefined && { source }),
    ...(!isOpen && sheet !== undefined && { sheet }),
    ...(!isOpen && mapping !== undefined && { mapping }),
  }
}
