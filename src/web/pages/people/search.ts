/** The state of the people page, as the address holds it. */
export const PEOPLE_TABS = ['people', 'organisations', 'roles'] as const
export type PeopleTab = (typeof PEOPLE_TABS)[number]

export interface PeopleSearch {
  /** Absent: people. */
  tab?: Exclude<PeopleTab, 'people'>
}

export function validatePeopleSearch({ tab }: Record<string, unknown>): PeopleSearch {
  return tab === 'organisations' || tab === 'roles' ? { tab } : {}
}
