/** The claims that rest on a document: listed, open, checked against it, cited. */
import './claims.css'

export { ClaimList } from './claim-list.tsx'
export { ReadOut } from './read-out.tsx'
export { useChecks } from './use-checks.ts'
export { useCite } from './use-cite.ts'
