/** What packs say of exports: what may leave, and how FollowTheMoney is spoken. */
import { type OutgoingRules, parseMoneySchema } from '../graph/outgoing/index.ts'
import { parsePublicationPolicy } from '../graph/publication/index.ts'
import { type PackFiles, packJson } from './packs.ts'

/** Reads the rules of exports from their packs. Problem: `pack-invalid`. */
export function outgoingRules(core: PackFiles, money: PackFiles): OutgoingRules {
  return {
    publication: parsePublicationPolicy(packJson(core, 'publication.json')),
    money: parseMoneySchema(packJson(money, 'schema.json')),
  }
}
