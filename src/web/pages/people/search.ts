/** The state of the people page, as the address holds it. */
export const PEOPLE_TABS = ['people', 'organisations', 'roles', 'desk'] as const
export type PeopleTab = (typeof PEOPLE_TABS)[number]

export interface PeopleSearch {
  /** Absent: people. */
  tab?: Exclude<PeopleTab, 'people'>
  /** The person or organisation whose form is open, or `new`; absent: none. */
  edit?: string
}

export const NEW = 'new'

export function validatePeopleSearch({ tab, edit }: Record<string, unknown>): PeopleSearch {
  const found: PeopleSearch = {}
  if (tab === 'organisations' || tab === 'roles' || tab === 'desk') found.tab = tab
  if (typeof edit === 'string' && /^(new|[0-9a-f-]{36})$/.test(edit)) found.edit = edit
  return found
}
