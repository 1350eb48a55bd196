/**
 * The graph on its way out: standing facts of a chain or of everything, reviewed for whoever will
 * read them, as CSV tables, JSON-LD with PROV-O, or entities of FollowTheMoney. Each fact carries
 * its source, its place and its words. It is not a backup: what may not be read is not in it.
 */
export {
  exportGraph,
  type GraphFile,
  type GraphPreview,
  type OutgoingRules,
  previewGraph,
} from './commands.ts'
export { type MoneySchema, parseMoneySchema, propertiesOfSchema } from './follow-the-money.ts'
export { GRAPH_FORMATS, type GraphFormat } from './model.ts'
