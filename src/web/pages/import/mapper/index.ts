/** Mapping one file by example: what each column is, with a live preview. */
export { Mapper } from './mapper.tsx'
