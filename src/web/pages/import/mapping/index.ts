/** Mapping by example: reading a mapping column by column, and changing it. Pure, no screen. */
export {
  type Assignment,
  assign,
  assignmentsOf,
  type Column,
  linksOf,
  mainSubject,
  unitOf,
  withKind,
  withUnit,
} from './assign.ts'
export { blankMapping, readyToKeep } from './blank.ts'
export { chosenChain, lacksChain, settleLists, withChain } from './lists.ts'
export { isMappingShape, type MappingShape, type SourceShape } from './shape.ts'
