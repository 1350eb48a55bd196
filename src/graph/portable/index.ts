/**
 * The graph as files that other programs read: standing facts of a chain or of everything, reviewed
 * for whoever will read them, as CSV tables, JSON-LD with PROV-O and entities of FollowTheMoney in
 * one zip. Each fact carries its source, its place and its words. It is not a backup: what may not
 * be read is not in it.
 */
export { exportGraph, type GraphFile, previewGraph } from './commands.ts'
export { type MoneySchema, parseMoneySchema, propertiesOfSchema } from './follow-the-money.ts'
export type { PortableGraph, PortableHidden } from './model.ts'
export { zipOf } from './zip.ts'
