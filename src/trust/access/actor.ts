import type { Language, Uuid } from '../../base/index.ts'
import type { Permission } from './permission.ts'
import type { RoleId } from './role.ts'

/**
 * A signed-in person in one role of one organisation, loaded anew for every request: what was
 * taken from a person is gone with the next click, because nothing of this is kept between two.
 */
export interface Actor {
  readonly tenant: number
  readonly person: Uuid
  readonly organisation: Uuid
  readonly role: RoleId
  readonly name: string
  readonly organisationName: string
  readonly permissions: ReadonlySet<Permission>
  /** Ids of the labels this actor may see, ascending. */
  readonly labels: readonly number[]
  readonly language: Language
  /** Division code of the organisation. */
  readonly home: string | null
  /**
   * Until when (ISO) what weighs most may be done without proving anew who one is. Absent where no
   * proof is asked: the measure is off, or nobody sits in front of a screen.
   */
  readonly provenUntil?: string
  /** Must first set up a second factor, and may do nothing else. */
  readonly mustEnrol?: boolean
}
