/** Mapping by example: reading a mapping column by column, and changing it. Pure, no screen. */
export {
  type Assignment,
  assign,
  assignmentsOf,
  type Column,
  linksOf,
  listOf,
  mainSubject,
  unitOf,
  withKind,
  withUnit,
} from './assign.ts'
export { blankMapping, readyToKeep } from './blank.ts'
export { isMappingShape, type MappingShape, type SourceShape } from './shape.ts'
