/**
 * Things: the page of one firm, product, institute or any other thing, with everything that stands
 * about it, former names and contradictions included, and lists of things by kind.
 * It is not identity: that two keys name one thing is decided elsewhere.
 */
export {
  type FactSource,
  hasConflict,
  readThing,
  type ThingEdge,
  type ThingName,
  type ThingPage,
  type ThingValue,
} from './read.ts'
export { EDGES_MAX, type ListedThing, listThings } from './store.ts'
