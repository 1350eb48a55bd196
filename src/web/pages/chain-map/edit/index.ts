/** Entering the chain by hand: chain, stage, supply link, fact. Each with a note of its source. */
export { AddChain } from './add-chain.tsx'
export { AddLink } from './add-link.tsx'
export { AddStage } from './add-stage.tsx'
export { StateFact } from './state-fact.tsx'
