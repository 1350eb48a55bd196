/** The state of the screens of lists, as the address holds it. */
export interface ListsSearch {
  chain?: string
}

export interface ListSearch extends ListsSearch {
  /** Which version; the newest where it is left out. */
  number?: string
  /** The version that it is compared with; the signed one before it where it is left out. */
  compare?: string
  /** The thing whose row is open. */
  row?: string
  /** `changes`: only rows that differ. */
  only?: 'changes'
  /** Columns shown, apart by commas; those of the definition where it is left out. */
  columns?: string
  /** A column to sort by, after a minus from the top down; the list's own order without. */
  sort?: string
  /** Characters that a name holds. */
  q?: string
  /** `gaps`: what keeps things out is shown. */
  show?: 'gaps'
}

/** A state to go to: what is undefined leaves the address. */
export type ListNext = { [Name in keyof ListSearch]?: ListSearch[Name] | undefined }

const ID = /^[0-9a-f-]{36}$/u
const NUMBER = /^[1-9]\d{0,5}$/u
const NAMES = /^-?[a-zA-Z0-9,-]{1,400}$/u
const SORT = /^-?[a-zA-Z0-9-]{1,64}$/u
const QUERY_MAX = 100

/** A text that looks as it should, under its name; nothing otherwise. */
function kept<Name extends string>(
  search: Record<string, unknown>,
  name: Name,
  form: RegExp,
): { [Key in Name]?: string } {
  const value = search[name]
  return (typeof value === 'string' && form.test(value) ? { [name]: value } : {}) as {
    [Key in Name]?: string
  }
}

export function validateListsSearch(search: Record<string, unknown>): ListsSearch {
  return kept(search, 'chain', ID)
}

export function validateListSearch(search: Record<string, unknown>): ListSearch {
  const { only, show, q } = search
  return {
    ...validateListsSearch(search),
    ...kept(search, 'number', NUMBER),
    ...kept(search, 'compare', NUMBER),
    ...kept(search, 'row', ID),
    ...kept(search, 'columns', NAMES),
    ...kept(search, 'sort', SORT),
    ...(only === 'changes' ? { only } : {}),
    ...(show === 'gaps' ? { show } : {}),
    ...(typeof q === 'string' && q.trim() !== '' ? { q: q.slice(0, QUERY_MAX) } : {}),
  }
}
