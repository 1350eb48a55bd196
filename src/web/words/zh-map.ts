/** Chinese words of the chain map, its drawer, its table and its editing. */
export const zhMap = {
  'map.empty': '还没有产业链',
  'map.empty.why': '导入一张环节表，或先建一条链，这里就会画出它的上下游。',
} as const satisfies Record<string, string>
