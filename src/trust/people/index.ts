/**
 * People, the organisations they act for and the roles they hold there; also the first sign-in of an
 * empty installation. It signs nobody in (trust/session).
 */
export {
  changePerson,
  checkedName,
  createPerson,
  type NewPerson,
  type PeopleContext,
  type PersonChange,
  resetPassword,
  type WrittenPerson,
} from './commands.ts'
export {
  heldSeats,
  type Listed,
  type ListOptions,
  listOrganisations,
  listPeople,
  loginsWithGivenPassword,
  organisationsToAsk,
  readPerson,
} from './directory.ts'
export {
  type FirstAccount,
  type FirstOrganisation,
  type FirstSignIn,
  firstSignIn,
  isFirstStart,
} from './first-sign-in.ts'
export {
  changeOrganisation,
  createOrganisation,
  type NewOrganisation,
  type OrganisationChange,
  seatOwnOrganisation,
} from './organisations.ts'
export type { Grant } from './rules.ts'
export type { OrganisationView, PersonView } from './store.ts'
