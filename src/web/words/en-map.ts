/** English words of the chain map, its drawer, its table and its editing. */
import type { zhMap } from './zh-map.ts'

export const enMap: Record<keyof typeof zhMap, string> = {
  'map.empty': 'No chain yet',
  'map.empty.why': 'Import a table of stages, or create a chain; its map will be drawn here.',
}
