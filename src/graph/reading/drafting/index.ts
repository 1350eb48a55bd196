/**
 * From what a text says to what may be claimed: statements become drafts in the words of the
 * vocabulary, each with its place and how sure the reader is. Pure; nothing is stored, and a person
 * decides.
 */
export { type DraftingContext, draftsOf, type ReadDraft, subjectsOf } from './drafting.ts'
